import { changedResource, type FixStep } from '../../core/fix';
import { distinctIds, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, RouteTable, SecurityGroup, Subnet } from '../../core/network/model';

/** Subnets, other than the judged one, that use a group, table or gateway which the steps change. */
export function alsoUsedBy(
  model: NetworkModel,
  subnetId: ResourceId,
  steps: readonly FixStep[],
): readonly ResourceId[] {
  const isChanged = ({ id }: { readonly id: ResourceId }): boolean =>
    steps.some((step) => sameId(changedResource(step), id));
  const shared = [...model.securityGroups, ...model.routeTables].filter(isChanged);
  const gateways = model.natGateways.filter(isChanged);
  return distinctIds([
    ...shared.flatMap((one) => othersUsing(model, subnetId, one)),
    ...gateways.flatMap((one) => usersOf(model, one.id)).filter((one) => !sameId(one, subnetId)),
  ]);
}

type Used = Pick<SecurityGroup | RouteTable, 'id' | 'usedBy'>;

/** Subnets other than `subnetId` that use a group or table, as it says itself or as the model shows. */
export function othersUsing(
  model: NetworkModel,
  subnetId: ResourceId,
  resource: Used,
): readonly ResourceId[] {
  return subnetsUsing(model, resource).filter((one) => !sameId(one, subnetId));
}

/** Subnets that use a group or table, as it says itself or as the model shows. */
export function subnetsUsing(model: NetworkModel, { id, usedBy }: Used): readonly ResourceId[] {
  const shown = usersOf(model, id);
  return usedBy.known && usedBy.value.length > 0 ? distinctIds([...usedBy.value, ...shown]) : shown;
}

function usersOf(model: NetworkModel, id: ResourceId): readonly ResourceId[] {
  return usersIn(model.virtualNetworks).get(id.toLowerCase()) ?? [];
}

/** Ids of subnets by what they use, in small letters. Lists never change, and each fix asks. */
const users = new WeakMap<NetworkModel['virtualNetworks'], ReadonlyMap<string, readonly ResourceId[]>>();

function usersIn(networks: NetworkModel['virtualNetworks']): ReadonlyMap<string, readonly ResourceId[]> {
  const before = users.get(networks);
  if (before) return before;
  const made = new Map<string, ResourceId[]>();
  for (const subnet of networks.flatMap((network) => network.subnets)) {
    for (const id of usedIn(subnet)) {
      const its = made.get(id);
      if (its) its.push(subnet.id);
      else made.set(id, [subnet.id]);
    }
  }
  const distinct = new Map([...made].map(([id, subnets]) => [id, distinctIds(subnets)]));
  users.set(networks, distinct);
  return distinct;
}

function usedIn({ securityGroup, routeTable, natGateway }: Subnet): ReadonlySet<string> {
  const all = [securityGroup, routeTable, natGateway];
  return new Set(all.flatMap((one) => (one.known && one.value !== null ? [one.value.toLowerCase()] : [])));
}
