import { compareSubnets, type SubnetComparison } from '../../checks/compare-subnets';
import { alsoUsedBy } from '../../checks/fixes/also-used-by';
import { planFor } from '../../checks/target';
import type { FixStep } from '../../core/fix';
import { known } from '../../core/known';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { SubjectCheck } from '../check-files';

/** A subnet that a fix isn't for and whose traffic it changes all the same. */
export interface AffectedSubnet {
  readonly id: ResourceId;
  readonly name: string;
  /** Traffic that passed is stopped; otherwise more passes, or it isn't known any longer. */
  readonly isWorse: boolean;
}

interface Change {
  readonly before: NetworkModel;
  readonly after: NetworkModel;
  readonly steps: readonly FixStep[];
}

/** Other subnets of the NSGs, route tables, and gateways that steps change, of which any packet ends otherwise. */
export function affectedSubnets(
  { plan, facts, subnet }: SubjectCheck,
  { before, after, steps }: Change,
): readonly AffectedSubnet[] {
  const others = alsoUsedBy(before, subnet.id, steps).filter(
    (id) => !sameId(id, subnet.id) && findSubnet(before, id) && findSubnet(after, id),
  );
  return others.flatMap((id): readonly AffectedSubnet[] => {
    const own = { ...planFor(plan, id), subnetId: id };
    // Straight to the internet is no way out for machines without a public IP, which a subnet may have too.
    const compared = [own, { ...own, publicIp: known(false) }].map((its) =>
      compareSubnets({ model: before, subnetId: id }, { model: after, plan: its, facts }),
    );
    if (!compared.some(isDifferent)) return [];
    return [{ id, name: nameOf(id), isWorse: compared.some(({ closes }) => closes.length > 0) }];
  });
}

function isDifferent({ opens, closes, unknown }: SubnetComparison): boolean {
  return opens.length + closes.length > 0 || unknown.some(({ before, after }) => before.is !== after.is);
}
