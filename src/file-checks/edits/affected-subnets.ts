import { compareTraffic } from '../../checks/compare-subnets';
import { planForSubnet } from '../../checks/target';
import { known } from '../../core/known';
import type { StateChanges } from '../../core/reach/compare';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import type { SubjectCheck } from '../check-files';

/** Another subnet whose traffic a fix changes. */
export interface AffectedSubnet {
  readonly id: ResourceId;
  readonly name: string;
  /** True if traffic that passed is blocked. False if more traffic passes, or if the result is no longer known. */
  readonly isWorse: boolean;
  /** True if the same problem is fixed there. */
  readonly isFixed?: true;
}

interface Change {
  readonly before: NetworkModel;
  /** The declarations of the edited files. */
  readonly after: NetworkModel;
}

/**
 * Returns other subnets with different results for any packet. They share the changed resources, or have NSGs or route
 * tables that are created by the same lines.
 */
export function affectedSubnets(
  { plan, facts, subnet }: SubjectCheck,
  { before, after }: Change,
): readonly AffectedSubnet[] {
  const others = changedSubnets({ before, after }).filter((id) => !sameId(id, subnet.id));
  return others.flatMap((id): readonly AffectedSubnet[] => {
    const own = { ...planForSubnet(plan, id), subnetId: id };
    // A route directly to the internet isn't outbound access for machines without a public IP address, which the subnet
    // may also contain.
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

/**
 * Returns the subnets of both models whose traffic may differ, because the subnets, or the resources that decide their
 * traffic, aren't identical.
 */
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

/** Cached, because one model is compared with each fix that is tested. */
const textsBefore = new WeakMap<NetworkModel, ReadonlyMap<string, string>>();

/** Serializes each part of a model, by its ID in lowercase. */
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
  const textById = new Map(parts.map((part) => [part.id.toLowerCase(), JSON.stringify(part)]));
  textById.set(firewallsKey, JSON.stringify(firewalls));
  textsBefore.set(model, textById);
  return textById;
}
