import { known, unknown, type Known } from '../known';
import { reason } from '../reason';
import type {
  NatGateway,
  NetworkModel,
  ResourceId,
  RouteTable,
  SecurityGroup,
  Subnet,
  VirtualNetwork,
} from './model';

/** True where two ARM ids name the same resource: Azure compares them without regard to case. */
export function sameId(a: ResourceId, b: ResourceId): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The last segment of an ARM id, its resource's name. */
export function nameOf(id: ResourceId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The value after `/{segment}/` in an ARM id, or undefined. */
export function segmentOf(id: ResourceId, segment: string): string | undefined {
  const parts = id.split('/');
  const at = parts.findIndex((part) => part.toLowerCase() === segment.toLowerCase());
  return at < 0 ? undefined : parts[at + 1];
}

export function findVirtualNetwork(model: NetworkModel, id: ResourceId): VirtualNetwork | undefined {
  return model.virtualNetworks.find((network) => sameId(network.id, id));
}

/** The subnet and the network that holds it. */
export function findSubnet(
  model: NetworkModel,
  id: ResourceId,
): { readonly subnet: Subnet; readonly network: VirtualNetwork } | undefined {
  for (const network of model.virtualNetworks) {
    const subnet = network.subnets.find((one) => sameId(one.id, id));
    if (subnet) return { subnet, network };
  }
  return undefined;
}

/** The subnet's security group; null where it has none; unknown where it was not read. */
export function securityGroupOf(model: NetworkModel, subnet: Subnet): Known<SecurityGroup | null> {
  return attached(subnet.securityGroup, model.securityGroups);
}

export function routeTableOf(model: NetworkModel, subnet: Subnet): Known<RouteTable | null> {
  return attached(subnet.routeTable, model.routeTables);
}

export function natGatewayOf(model: NetworkModel, subnet: Subnet): Known<NatGateway | null> {
  return attached(subnet.natGateway, model.natGateways);
}

function attached<T extends { readonly id: ResourceId }>(
  id: Known<ResourceId | null>,
  all: readonly T[],
): Known<T | null> {
  if (!id.known) return id;
  const wanted = id.value;
  if (wanted === null) return known(null);
  const found = all.find((one) => sameId(one.id, wanted));
  return found ? known(found) : unknown(reason('unknown.notRead', { name: nameOf(wanted) }));
}
