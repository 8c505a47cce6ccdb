import type { FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, RouteTable, SecurityGroup } from '../../core/network/model';

/** Subnets, other than the judged one, that use a group or table which the steps change. */
export function alsoUsedBy(
  model: NetworkModel,
  subnetId: ResourceId,
  steps: readonly FixStep[],
): readonly ResourceId[] {
  const changed = [...model.securityGroups, ...model.routeTables].filter((one) =>
    steps.some((step) => step.do === 'insert' && sameId(step.into, one.id)),
  );
  return distinct(changed.flatMap((one) => othersUsing(model, subnetId, one)));
}

/** Subnets other than `subnetId` that use a group or table, as it says itself or as the model shows. */
export function othersUsing(
  model: NetworkModel,
  subnetId: ResourceId,
  resource: Pick<SecurityGroup | RouteTable, 'id' | 'usedBy'>,
): readonly ResourceId[] {
  const said = resource.usedBy.known ? resource.usedBy.value : [];
  const seen = model.virtualNetworks
    .flatMap((network) => network.subnets)
    .filter((subnet) => [subnet.securityGroup, subnet.routeTable].some((one) => names(one, resource.id)))
    .map((subnet) => subnet.id);
  return distinct([...said, ...seen]).filter((one) => !sameId(one, subnetId));
}

function names(attached: RouteOrGroup, id: ResourceId): boolean {
  return attached.known && attached.value !== null && sameId(attached.value, id);
}

type RouteOrGroup = NetworkModel['virtualNetworks'][number]['subnets'][number]['routeTable'];

function distinct(ids: readonly ResourceId[]): readonly ResourceId[] {
  return ids.filter((one, at) => ids.findIndex((other) => sameId(other, one)) === at);
}
