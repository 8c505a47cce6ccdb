import { changedResource, type FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
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
  return distinct([
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
  const said = usedBy.known ? usedBy.value : [];
  return distinct([...said, ...usersOf(model, id)]);
}

function usersOf(model: NetworkModel, id: ResourceId): readonly ResourceId[] {
  return model.virtualNetworks
    .flatMap((network) => network.subnets)
    .filter((subnet) => uses(subnet, id))
    .map((subnet) => subnet.id);
}

function uses({ securityGroup, routeTable, natGateway }: Subnet, id: ResourceId): boolean {
  return [securityGroup, routeTable, natGateway].some(
    (one) => one.known && one.value !== null && sameId(one.value, id),
  );
}

function distinct(ids: readonly ResourceId[]): readonly ResourceId[] {
  return ids.filter((one, at) => ids.findIndex((other) => sameId(other, one)) === at);
}
