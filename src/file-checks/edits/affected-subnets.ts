import { compareTraffic } from '../../checks/compare-subnets';
import { planForSubnet } from '../../checks/target';
import { known } from '../../core/known';
import type { StateChanges } from '../../core/reach/compare';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import type { SubjectCheck } from '../check-files';

/** A subnet that a fix isn't for and whose traffic it changes all the same. */
export interface AffectedSubnet {
  readonly id: ResourceId;
  readonly name: string;
  /** Traffic that passed is stopped; otherwise more passes, or it isn't known any longer. */
  readonly isWorse: boolean;
  /** The same problem is fixed there. */
  readonly isFixed?: true;
}

interface Change {
  readonly before: NetworkModel;
  /** What the edited files declare. */
  readonly after: NetworkModel;
}

/**
 * Other subnets of which any packet ends otherwise: those that share what the fix changes, and those of NSGs and route
 * tables that are made of the same lines.
 */
export function affectedSubnets(
  { plan, facts, subnet }: SubjectCheck,
  { before, after }: Change,
): readonly AffectedSubnet[] {
  const others = changedSubnets({ before, after }).filter((id) => !sameId(id, subnet.id));
  return others.flatMap((id): readonly AffectedSubnet[] => {
    const own = { ...planForSubnet(plan, id), subnetId: id };
    // Straight to the internet is no outbound access for machines without a public IP, which a subnet may have too.
    const isPrivate = own.publicIp.known && !own.publicIp.value;
    const compared = (isPrivate ? [own] : [own, { ...own, publicIp: known(false) }]).map((its) =>
      compareTraffic({ model: before, subnetId: id }, { model: after, plan: its, facts }),
    );
    if (!compared.some(isDifferent)) return [];
    const isWorse = compared.some(({ closes }) => closes.some(({ wasKnown }) => wasKnown));
    return [{ id, name: nameOf(id), isWorse }];
  });
}

function isDifferent({ opens, closes, unknown }: StateChanges): boolean {
  return opens.length + closes.length > 0 || unknown.some(({ before, after }) => before.is !== after.is);
}

/** Subnets of both models whose traffic may differ: they, or what decides their traffic, aren't written alike. */
function changedSubnets({ before, after }: Change): readonly ResourceId[] {
  const was = textsOf(before);
  const is = textsOf(after);
  const isChanged = (key: string): boolean => was.get(key) !== is.get(key);
  const isEvery = isChanged(firewallsKey);
  return before.virtualNetworks.flatMap(({ id, subnets }) =>
    subnets
      .filter((one) => isEvery || [id, one.id, ...partsOf(one)].some((part) => isChanged(part.toLowerCase())))
      .filter((one) => findSubnet(after, one.id) !== undefined)
      .map((one) => one.id),
  );
}

function partsOf({ securityGroup, routeTable, natGateway }: Subnet): readonly ResourceId[] {
  return [securityGroup, routeTable, natGateway].flatMap((part) =>
    part.known && part.value !== null ? [part.value] : [],
  );
}

const firewallsKey = 'firewalls';

/** One model is compared with each of the fixes that are tried of it. */
const textsBefore = new WeakMap<NetworkModel, ReadonlyMap<string, string>>();

/** What a model holds, each part as one text, by its ID in small letters. */
function textsOf(model: NetworkModel): ReadonlyMap<string, string> {
  const found = textsBefore.get(model);
  if (found) return found;
  const { virtualNetworks, securityGroups, routeTables, natGateways, firewalls } = model;
  const networks = virtualNetworks.map((network) => ({ ...network, subnets: [] }));
  const parts = [
    ...networks,
    ...virtualNetworks.flatMap(({ subnets }) => subnets),
    ...securityGroups,
    ...routeTables,
    ...natGateways,
  ];
  const made = new Map(parts.map((part) => [part.id.toLowerCase(), JSON.stringify(part)]));
  made.set(firewallsKey, JSON.stringify(firewalls));
  textsBefore.set(model, made);
  return made;
}
