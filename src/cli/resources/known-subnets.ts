import { unknown, known, type Known } from '../../core/known';
import { distinctIds, findSubnet, findVirtualNetwork, idSet, nameOf, sameId } from '../../core/network/find';
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
 * Subnets with the group and table that say they serve them, where their own file names none: Azure keeps both
 * directions as one fact, and prints it at either end (`subnets` of a group or table is read-only).
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
  said: Subnet['securityGroup'],
  serving: Serving,
  subnetId: ResourceId,
): Subnet['securityGroup'] {
  if (!said.known || said.value !== null) return said;
  const id = serving.get(subnetId.toLowerCase());
  return id === undefined ? said : known(id);
}

/** The id of the first group or table that says it serves a subnet, by the subnet's id in lower case. */
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
 * The model with subnets that no network of the files holds: those exported by themselves, those that a group or table
 * says it serves, and where files hold a group that serves nobody and no subnet at all, one that stands for any.
 */
export function withSubnets(model: NetworkModel, exported: readonly Subnet[]): NetworkModel {
  const isExported = idSet(exported.map(({ id }) => id));
  const all = [...exported, ...served(model).filter(({ id }) => !isExported(id))];
  const lacking = all.filter(({ id }) => !findSubnet(model, id));
  const holdsSome = lacking.length > 0 || model.virtualNetworks.some((one) => one.subnets.length > 0);
  if (holdsSome) return lacking.reduce(withSubnet, model);
  return model.securityGroups.filter(({ rules }) => rules.known).reduce(forAnySubnet, model);
}

function withSubnet(model: NetworkModel, subnet: Subnet): NetworkModel {
  const id = subnet.virtualNetworkId;
  const network = findVirtualNetwork(model, id);
  const others = model.virtualNetworks.filter((one) => !sameId(one.id, id));
  const whole = network ?? unknownNetwork(id);
  return { ...model, virtualNetworks: [...others, { ...whole, subnets: [...whole.subnets, subnet] }] };
}

function forAnySubnet(model: NetworkModel, group: SecurityGroup): NetworkModel {
  const [before = ''] = group.id.split(/\/networkSecurityGroups\//i);
  const network = `${before}/virtualNetworks/${group.name}`;
  const subnet = unknownSubnet(`${network}/subnets/${anySubnet}`, { securityGroup: known(group.id) });
  return withSubnet(model, subnet);
}

/** Subnets that groups and tables serve, with what both say of them. */
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

function unknownSubnet(id: ResourceId, said: Partial<Pick<Subnet, 'securityGroup' | 'routeTable'>>): Subnet {
  const name = nameOf(id);
  const not = notInFiles(name);
  return {
    id,
    name,
    virtualNetworkId: networkIdOf(id),
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
    ...said,
  };
}

function unknownNetwork(id: ResourceId): VirtualNetwork {
  const name = nameOf(id);
  const not = notInFiles(name);
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

function notInFiles(name: string): Known<never> {
  return unknown(reason('terminal.notInFiles', { name }));
}

/** The id of the network that a subnet's id names. */
export function networkIdOf(subnetId: ResourceId): ResourceId {
  return subnetId.replace(/\/subnets\/[^/]*$/i, '');
}
