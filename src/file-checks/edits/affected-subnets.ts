import { compareSubnets } from '../../checks/compare-subnets';
import { alsoUsedBy } from '../../checks/fixes/also-used-by';
import type { FixStep } from '../../core/fix';
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
    const changed = compareSubnets(
      { model: before, subnetId: id },
      { model: after, plan: { ...plan, subnetId: id }, facts },
    );
    const { opens, closes } = changed;
    const doubted = changed.unknown.filter((one) => one.before.is !== one.after.is);
    if (opens.length + closes.length + doubted.length === 0) return [];
    return [{ id, name: nameOf(id), isWorse: closes.length > 0 }];
  });
}
