import { distinctIds, sameId } from '../../core/network/find';
import type {
  NetworkModel,
  ResourceId,
  RouteTable,
  SecurityGroup,
  Subnet,
  VirtualNetwork,
} from '../../core/network/model';
import type { ResourceChange } from '../../core/resource-change';

/** Returns subnets other than the checked one that use an NSG, route table, or NAT gateway that the changes write. */
export function alsoUsedBy(
  model: NetworkModel,
  subnetId: ResourceId,
  changes: readonly ResourceChange[],
): readonly ResourceId[] {
  const isChanged = ({ id }: { readonly id: ResourceId }): boolean =>
    changes.some((one) => sameId(one.id, id));
  const shared = [...model.securityGroups, ...model.routeTables].filter(isChanged);
  const gateways = model.natGateways.filter(isChanged);
  const lists = [
    ...shared.map((one) => othersUsing(model, subnetId, one)),
    ...gateways.map((one) => usersOf(model, one.id).filter((id) => !sameId(id, subnetId))),
  ];
  const [only = []] = lists;
  return lists.length > 1 ? distinctIds(lists.flat()) : only;
}

type Used = Pick<SecurityGroup | RouteTable, 'id' | 'usedBy'>;

/**
 * Returns subnets other than `subnetId` that use an NSG or route table, according to the resource itself or to the
 * model.
 */
export function othersUsing(
  model: NetworkModel,
  subnetId: ResourceId,
  resource: Used,
): readonly ResourceId[] {
  return subnetsUsing(model, resource).filter((one) => !sameId(one, subnetId));
}

/** Returns subnets that use an NSG or route table, according to the resource itself or to the model. */
export function subnetsUsing(model: NetworkModel, { id, usedBy }: Used): readonly ResourceId[] {
  const shown = usersOf(model, id);
  return usedBy.known && usedBy.value.length > 0 ? together(usedBy.value, shown) : shown;
}

type Ids = readonly ResourceId[];

/** Cache of merged lists. A fix that changes an NSG changes neither of its lists. */
const joined = new WeakMap<Ids, { readonly shown: Ids; readonly all: Ids }>();

function together(usedBy: Ids, shown: Ids): Ids {
  const before = joined.get(usedBy);
  if (before?.shown === shown) return before.all;
  const all = distinctIds([...usedBy, ...shown]);
  joined.set(usedBy, { shown, all });
  return all;
}

function usersOf(model: NetworkModel, id: ResourceId): readonly ResourceId[] {
  const key = id.toLowerCase();
  const lists = model.virtualNetworks.flatMap((network) => {
    const its = usersIn(network).get(key);
    return its ? [its] : [];
  });
  const [only = []] = lists;
  return lists.length > 1 ? distinctIds(lists.flat()) : only;
}

/**
 * Cache of subnet IDs by the lowercase IDs of what they use. Network objects never change, and each fix replaces at
 * most one.
 */
const users = new WeakMap<VirtualNetwork, ReadonlyMap<string, readonly ResourceId[]>>();

function usersIn(network: VirtualNetwork): ReadonlyMap<string, readonly ResourceId[]> {
  const before = users.get(network);
  if (before) return before;
  const byResource = new Map<string, ResourceId[]>();
  for (const subnet of network.subnets) {
    for (const id of usedIn(subnet)) {
      const its = byResource.get(id);
      if (its) its.push(subnet.id);
      else byResource.set(id, [subnet.id]);
    }
  }
  const distinct = new Map([...byResource].map(([id, subnets]) => [id, distinctIds(subnets)]));
  users.set(network, distinct);
  return distinct;
}

const used = new WeakMap<Subnet, ReadonlySet<string>>();

/** Returns the lowercase IDs of the resources that a subnet uses. */
function usedIn(subnet: Subnet): ReadonlySet<string> {
  const before = used.get(subnet);
  if (before) return before;
  const { securityGroup, routeTable, natGateway } = subnet;
  const all = [securityGroup, routeTable, natGateway];
  const byResource = new Set(
    all.flatMap((one) => (one.known && one.value !== null ? [one.value.toLowerCase()] : [])),
  );
  used.set(subnet, byResource);
  return byResource;
}
