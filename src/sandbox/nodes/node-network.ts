import { flagAt, listAt, textAt, textsAt, type Json } from '../json';
import { connectionIn, isApprovedIn } from '../network/store-endpoint';
import { parseResourceId, sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { readAdminRules, type AdminRule } from './admin-rules';
import { defaultRules } from './default-rules';
import { policiesBlock } from './endpoint-policies';
import { meaningIn } from './meaning';
import { inOrder, readRule, type Meaning, type Rule } from './rules';
import { broughtByHub } from './virtual-hubs';
import type { LearnedRoute, NextHop, RouteContext, UserRoute } from './routes';

/** A private endpoint that machines of the subnet can name. */
interface ReachableEndpoint {
  readonly address: string;
  readonly targetId: string;
  readonly groupIds: readonly string[];
  readonly subnetId: string;
}

/** A subnet as its machines meet it. */
export interface NodeNetwork {
  readonly subnetId: string;
  readonly prefixes: readonly string[];
  readonly region: string;
  /** Own and default rules in order; undefined where no group is attached. */
  readonly outbound: readonly Rule[] | undefined;
  readonly inbound: readonly Rule[] | undefined;
  /** Rules of network managers, which come before the groups. */
  readonly adminRules: readonly AdminRule[];
  readonly means: Meaning;
  readonly context: RouteContext;
  /** Policies of its service endpoints keep Azure ML's own storage out. */
  readonly isPolicyBlocked: boolean;
  readonly hasNat: boolean;
  readonly hasDefaultAccess: boolean;
  readonly endpoints: readonly ReachableEndpoint[];
  /** Peered, or with a gateway: what is not in reach from here may be reached by way of another network. */
  readonly leadsElsewhere: boolean;
}

export function nodeNetworkOf(world: World, subnet: Item): NodeNetwork | undefined {
  const network = subnet.parentId === undefined ? undefined : world.store.get(subnet.parentId);
  if (!network) return undefined;
  const peers = world.store
    .children(network.id, 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings')
    .filter(({ properties }) => carries(properties, subnet.name))
    .map(({ properties }): Json => ({ properties }));
  const region =
    world.settings.regions.find((entry) => sameText(entry.name, network.location ?? ''))?.tagSuffix ?? '';
  const context: RouteContext = {
    networkPrefixes: textsAt(network.properties, 'addressSpace', 'addressPrefixes'),
    peeredPrefixes: peers.flatMap((peer) => farPrefixes(world, peer)),
    userRoutes: userRoutesOf(world, subnet),
    learned: learnedBy(world, network, subnet),
    endpointTags: endpointTagsOf(subnet, region),
    tags: world.tags,
  };
  const rules = rulesOf(world, subnet);
  return {
    subnetId: subnet.id,
    prefixes: prefixesOf(subnet),
    region,
    outbound: rules && inOrder(rules, 'Outbound'),
    inbound: rules && inOrder(rules, 'Inbound'),
    adminRules: readAdminRules(world, network.id),
    means: meaningIn(context),
    context,
    isPolicyBlocked: policiesBlock(world, subnet.properties),
    hasNat: hasNatAddress(world, subnet),
    hasDefaultAccess: flagAt(subnet.properties, 'defaultOutboundAccess') !== false,
    endpoints: endpointsOf(world, network, peers),
    leadsElsewhere: peers.length > 0 || hasGatewaySubnet(world, network),
  };
}

/** Only what both sides agreed to, with IPv4; of a subnet peering only the subnets that it names. */
function carries(peering: Json, subnet: string): boolean {
  if (textAt(peering, 'peeringState') !== 'Connected') return false;
  if (flagAt(peering, 'enableOnlyIPv6Peering') === true) return false;
  return (
    flagAt(peering, 'peerCompleteVnets') !== false ||
    textsAt(peering, 'localSubnetNames').some((name) => sameText(name, subnet))
  );
}

function farPrefixes(world: World, peering: Json): string[] {
  if (flagAt(peering, 'properties', 'peerCompleteVnets') !== false) {
    return textsAt(peering, 'properties', 'remoteAddressSpace', 'addressPrefixes');
  }
  const remoteId = textAt(peering, 'properties', 'remoteVirtualNetwork', 'id') ?? '';
  return textsAt(peering, 'properties', 'remoteSubnetNames').flatMap((name) => {
    const far = world.store.get(`${remoteId}/subnets/${name}`);
    return far ? prefixesOf(far) : [];
  });
}

function hasGatewaySubnet(world: World, network: Item): boolean {
  return world.store
    .children(network.id, 'Microsoft.Network/virtualNetworks/subnets')
    .some(({ name }) => sameText(name, 'GatewaySubnet'));
}

export function prefixesOf(subnet: Item): string[] {
  const one = textAt(subnet.properties, 'addressPrefix');
  return [...(one === undefined ? [] : [one]), ...textsAt(subnet.properties, 'addressPrefixes')];
}

/** A group's own and default rules; undefined where the subnet has none. */
function rulesOf(world: World, subnet: Item): Rule[] | undefined {
  const groupId = textAt(subnet.properties, 'networkSecurityGroup', 'id');
  if (groupId === undefined) return undefined;
  return [...ownRulesOf(world, groupId), ...defaultRules];
}

export function ownRulesOf(world: World, groupId: string): Rule[] {
  const children = world.store.children(groupId, 'Microsoft.Network/networkSecurityGroups/securityRules');
  return children.map((child) => readRule(child.name, child.properties));
}

function learnedBy(world: World, network: Item, subnet: Item): LearnedRoute[] {
  const table = world.store.get(textAt(subnet.properties, 'routeTable', 'id') ?? '');
  if (table && flagAt(table.properties, 'disableBgpRoutePropagation') === true) return [];
  const byGateway = world.settings.learnedRoutes
    .filter(({ networkId }) => sameText(networkId, network.id))
    .flatMap(({ prefixes, nextHopAddress }) => prefixes.map((prefix) => ({ prefix, nextHopAddress })));
  return [...byGateway, ...broughtByHub(world, network.id)];
}

function userRoutesOf(world: World, subnet: Item): UserRoute[] {
  const tableId = textAt(subnet.properties, 'routeTable', 'id');
  if (tableId === undefined) return [];
  return world.store.children(tableId, 'Microsoft.Network/routeTables/routes').map((route) => ({
    name: route.name,
    prefix: textAt(route.properties, 'addressPrefix') ?? '',
    nextHop: readNextHop(route.properties),
  }));
}

function readNextHop(properties: Json): NextHop {
  switch (textAt(properties, 'nextHopType')?.toLowerCase()) {
    case 'virtualappliance':
      return { kind: 'appliance', address: textAt(properties, 'nextHopIpAddress') ?? '' };
    case 'internet':
      return { kind: 'internet' };
    case 'vnetlocal':
      return { kind: 'local' };
    case 'virtualnetworkgateway':
      return { kind: 'gateway' };
    default:
      return { kind: 'none' };
  }
}

/** Regions of the sample that are paired (reliability/cross-region-replication-azure). */
const pairs: Readonly<Record<string, string>> = { WestEurope: 'NorthEurope', NorthEurope: 'WestEurope' };

/** That of storage reaches accounts in the paired region too (storage/common/storage-network-security). */
function endpointTagsOf(subnet: Item, region: string): string[] {
  const services = listAt(subnet.properties, 'serviceEndpoints').map((entry) => textAt(entry, 'service'));
  if (!services.includes('Microsoft.Storage')) return [];
  return [region, pairs[region]].flatMap((one) => (one === undefined ? [] : [`Storage.${one}`]));
}

function hasNatAddress(world: World, subnet: Item): boolean {
  const gateway = world.store.get(textAt(subnet.properties, 'natGateway', 'id') ?? '');
  if (!gateway) return false;
  return (
    [...listAt(gateway.properties, 'publicIpAddresses'), ...listAt(gateway.properties, 'publicIpPrefixes')]
      .length > 0
  );
}

function endpointsOf(world: World, network: Item, peers: readonly Json[]): ReachableEndpoint[] {
  const near = [
    network.id,
    ...peers.map((peer) => textAt(peer, 'properties', 'remoteVirtualNetwork', 'id') ?? ''),
  ];
  return world.store.all('Microsoft.Network/privateEndpoints').flatMap((endpoint) => {
    const subnetId = textAt(endpoint.properties, 'subnet', 'id') ?? '';
    const networkId = parseResourceId(subnetId)?.parentId ?? '';
    const held = world.addresses
      .inUse(subnetId)
      .find((allocation) => sameText(allocation.owner, endpoint.id));
    if (!held || !near.some((id) => sameText(id, networkId))) return [];
    const connection = connectionIn(endpoint.properties);
    if (!isApprovedIn(endpoint.properties)) return [];
    return [
      {
        address: held.address,
        targetId: textAt(connection, 'properties', 'privateLinkServiceId') ?? '',
        groupIds: textsAt(connection, 'properties', 'groupIds'),
        subnetId,
      },
    ];
  });
}
