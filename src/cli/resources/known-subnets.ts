import { unknown, known, type Known } from '../../core/known';
import {
  virtualNetworkIdOf,
  distinctIds,
  findSubnet,
  findVirtualNetwork,
  idSet,
  nameOf,
  sameId,
} from '../../core/network/find';
import type {
  NetworkModel,
  ResourceId,
  RouteTable,
  SecurityGroup,
  Subnet,
  VirtualNetwork,
} from '../../core/network/model';
import { reason } from '../../core/reason';
import { anySubnet } from '../../documents/model/any-subnet';

/**
 * Adds to subnets the NSG and route table that list them as users, if the subnet's own file doesn't refer to any. Azure
 * stores the association once, and prints it at either end (`subnets` of an NSG or route table is read-only).
 */
export function withBothEnds(model: NetworkModel): NetworkModel {
  const groupOf = servingBySubnet(model.securityGroups);
  const tableOf = servingBySubnet(model.routeTables);
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map((subnet) => ({
      ...subnet,
      securityGroup: orServing(subnet.securityGroup, groupOf, subnet.id),
      routeTable: orServing(subnet.routeTable, tableOf, subnet.id),
    })),
  }));
  return { ...model, virtualNetworks };
}

function orServing(
  stated: Subnet['securityGroup'],
  serving: Serving,
  subnetId: ResourceId,
): Subnet['securityGroup'] {
  if (!stated.known || stated.value !== null) return stated;
  const id = serving.get(subnetId.toLowerCase());
  return id === undefined ? stated : known(id);
}

/** The ID of the first NSG or route table that lists a subnet as a user, by the subnet's ID in lowercase. */
type Serving = ReadonlyMap<string, ResourceId>;

function servingBySubnet(all: readonly (SecurityGroup | RouteTable)[]): Serving {
  const serving = new Map<string, ResourceId>();
  for (const { id, usedBy } of all) {
    for (const subnetId of usedBy.known ? usedBy.value : []) {
      const key = subnetId.toLowerCase();
      if (!serving.has(key)) serving.set(key, id);
    }
  }
  return serving;
}

/**
 * Adds subnets that aren't in any network of the files: separately exported ones, and those that an NSG or route table
 * lists as users. If the files don't contain any subnet, an NSG gets a placeholder subnet.
 */
export function withSubnets(model: NetworkModel, exported: readonly Subnet[]): NetworkModel {
  const isExported = idSet(exported.map(({ id }) => id));
  const all = [...exported, ...served(model).filter(({ id }) => !isExported(id))];
  const lacking = all.filter(({ id }) => !findSubnet(model, id));
  const hasSubnets = lacking.length > 0 || model.virtualNetworks.some((one) => one.subnets.length > 0);
  if (hasSubnets) return lacking.reduce(withSubnet, model);
  return model.securityGroups.filter(({ rules }) => rules.known).reduce(forAnySubnet, model);
}

function withSubnet(model: NetworkModel, subnet: Subnet): NetworkModel {
  const id = subnet.virtualNetworkId;
  const network = findVirtualNetwork(model, id);
  const others = model.virtualNetworks.filter((one) => !sameId(one.id, id));
  const base = network ?? unknownNetwork(id);
  return { ...model, virtualNetworks: [...others, { ...base, subnets: [...base.subnets, subnet] }] };
}

function forAnySubnet(model: NetworkModel, group: SecurityGroup): NetworkModel {
  const [before = ''] = group.id.split(/\/networkSecurityGroups\//i);
  const network = `${before}/virtualNetworks/${group.name}`;
  const subnet = unknownSubnet(`${network}/subnets/${anySubnet}`, { securityGroup: known(group.id) });
  return withSubnet(model, subnet);
}

/** Returns the subnets that NSGs and route tables list as users, with these associations. */
function served({ securityGroups, routeTables }: NetworkModel): readonly Subnet[] {
  const [groupOf, tableOf] = [servingBySubnet(securityGroups), servingBySubnet(routeTables)];
  const ids = [...securityGroups, ...routeTables].flatMap((one) =>
    one.usedBy.known ? one.usedBy.value : [],
  );
  return distinctIds(ids).map((id) => {
    const group = groupOf.get(id.toLowerCase());
    const table = tableOf.get(id.toLowerCase());
    return unknownSubnet(id, {
      ...(group === undefined ? {} : { securityGroup: known(group) }),
      ...(table === undefined ? {} : { routeTable: known(table) }),
    });
  });
}

function unknownSubnet(
  id: ResourceId,
  stated: Partial<Pick<Subnet, 'securityGroup' | 'routeTable'>>,
): Subnet {
  const name = nameOf(id);
  const not = unknownInFiles(name);
  return {
    id,
    name,
    virtualNetworkId: virtualNetworkIdOf(id),
    addressPrefixes: not,
    securityGroup: not,
    routeTable: not,
    natGateway: not,
    delegations: not,
    serviceEndpoints: not,
    serviceEndpointPolicies: not,
    defaultOutboundAccess: not,
    privateEndpointNetworkPolicies: not,
    addressesInUse: not,
    ...stated,
  };
}

function unknownNetwork(id: ResourceId): VirtualNetwork {
  const name = nameOf(id);
  const not = unknownInFiles(name);
  return {
    id,
    name,
    location: not,
    addressPrefixes: not,
    dnsServers: not,
    peerings: not,
    hasGateway: not,
    subnets: [],
  };
}

/** Returns an unknown: the files don't contain a resource. */
export function unknownInFiles(name: string): Known<never> {
  return unknown(reason('terminal.notInFiles', { name }));
}
