import { bodyFlag, bodyList, bodyText, bodyTexts, type BodyJson } from '../body-json';
import { connectionIn, isApprovedIn } from '../network/store-endpoint';
import { parseResourceId, sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { adminRulesInEffect, type NodeAdminRule } from './admin-rules';
import { nodeDefaultRules } from './default-rules';
import { policiesBlock } from './endpoint-policies';
import { meaningIn } from './address-matcher';
import { nodeRulesInOrder, readRule, type AddressMatcher, type Rule } from './rules';
import { routesFromHub } from './virtual-hubs';
import type { NodeLearnedRoute, NextHop, RouteContext, UserRoute } from './routes';

/** A private endpoint that machines of the subnet can resolve. */
interface ReachableEndpoint {
  readonly address: string;
  readonly targetId: string;
  readonly groupIds: readonly string[];
  readonly subnetId: string;
}

/** The network of a subnet, from its machines' perspective. */
export interface NodeNetwork {
  readonly subnetId: string;
  readonly prefixes: readonly string[];
  readonly region: string;
  /** User-defined and default rules in order; undefined if no NSG is associated. */
  readonly outbound: readonly Rule[] | undefined;
  readonly inbound: readonly Rule[] | undefined;
  /** Rules of network managers, which come before the NSGs. */
  readonly adminRules: readonly NodeAdminRule[];
  readonly means: AddressMatcher;
  readonly context: RouteContext;
  /** Whether its service endpoint policies block Azure ML's own storage. */
  readonly isPolicyBlocked: boolean;
  readonly hasNat: boolean;
  readonly hasDefaultAccess: boolean;
  readonly endpoints: readonly ReachableEndpoint[];
  /** Whether it is peered or has a gateway, so that other destinations may be reachable through another network. */
  readonly leadsElsewhere: boolean;
}

export function nodeNetworkOf(world: World, subnet: Item): NodeNetwork | undefined {
  const network = subnet.parentId === undefined ? undefined : world.store.get(subnet.parentId);
  if (!network) return undefined;
  const peers = world.store
    .children(network.id, 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings')
    .filter(({ properties }) => carries(properties, subnet.name))
    .map(({ properties }): BodyJson => ({ properties }));
  const region =
    world.settings.regions.find((entry) => sameText(entry.name, network.location ?? ''))?.tagSuffix ?? '';
  const context: RouteContext = {
    networkPrefixes: bodyTexts(network.properties, 'addressSpace', 'addressPrefixes'),
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
    outbound: rules && nodeRulesInOrder(rules, 'Outbound'),
    inbound: rules && nodeRulesInOrder(rules, 'Inbound'),
    adminRules: adminRulesInEffect(world, network.id),
    means: meaningIn(context),
    context,
    isPolicyBlocked: policiesBlock(world, subnet.properties),
    hasNat: hasNatAddress(world, subnet),
    hasDefaultAccess: bodyFlag(subnet.properties, 'defaultOutboundAccess') !== false,
    endpoints: endpointsOf(world, network, peers),
    leadsElsewhere: peers.length > 0 || hasGatewaySubnet(world, network),
  };
}

/**
 * True if a peering carries the traffic: both sides must allow it, with IPv4. A subnet peering applies only to the
 * subnets that it names.
 */
function carries(peering: BodyJson, subnet: string): boolean {
  if (bodyText(peering, 'peeringState') !== 'Connected') return false;
  if (bodyFlag(peering, 'enableOnlyIPv6Peering') === true) return false;
  return (
    bodyFlag(peering, 'peerCompleteVnets') !== false ||
    bodyTexts(peering, 'localSubnetNames').some((name) => sameText(name, subnet))
  );
}

function farPrefixes(world: World, peering: BodyJson): string[] {
  if (bodyFlag(peering, 'properties', 'peerCompleteVnets') !== false) {
    return bodyTexts(peering, 'properties', 'remoteAddressSpace', 'addressPrefixes');
  }
  const remoteId = bodyText(peering, 'properties', 'remoteVirtualNetwork', 'id') ?? '';
  return bodyTexts(peering, 'properties', 'remoteSubnetNames').flatMap((name) => {
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
  const one = bodyText(subnet.properties, 'addressPrefix');
  return [...(one === undefined ? [] : [one]), ...bodyTexts(subnet.properties, 'addressPrefixes')];
}

/** Returns an NSG's user-defined and default rules; undefined if the subnet doesn't have an NSG. */
function rulesOf(world: World, subnet: Item): Rule[] | undefined {
  const groupId = bodyText(subnet.properties, 'networkSecurityGroup', 'id');
  if (groupId === undefined) return undefined;
  return [...ownRulesOf(world, groupId), ...nodeDefaultRules];
}

export function ownRulesOf(world: World, groupId: string): Rule[] {
  const children = world.store.children(groupId, 'Microsoft.Network/networkSecurityGroups/securityRules');
  return children.map((child) => readRule(child.name, child.properties));
}

function learnedBy(world: World, network: Item, subnet: Item): NodeLearnedRoute[] {
  const table = world.store.get(bodyText(subnet.properties, 'routeTable', 'id') ?? '');
  if (table && bodyFlag(table.properties, 'disableBgpRoutePropagation') === true) return [];
  const byGateway = world.settings.learnedRoutes
    .filter(({ networkId }) => sameText(networkId, network.id))
    .flatMap(({ prefixes, nextHopAddress }) => prefixes.map((prefix) => ({ prefix, nextHopAddress })));
  return [...byGateway, ...routesFromHub(world, network.id)];
}

function userRoutesOf(world: World, subnet: Item): UserRoute[] {
  const tableId = bodyText(subnet.properties, 'routeTable', 'id');
  if (tableId === undefined) return [];
  return world.store.children(tableId, 'Microsoft.Network/routeTables/routes').map((route) => ({
    name: route.name,
    prefix: bodyText(route.properties, 'addressPrefix') ?? '',
    nextHop: readNextHop(route.properties),
  }));
}

function readNextHop(properties: BodyJson): NextHop {
  switch (bodyText(properties, 'nextHopType')?.toLowerCase()) {
    case 'virtualappliance':
      return { kind: 'appliance', address: bodyText(properties, 'nextHopIpAddress') ?? '' };
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

/** Paired regions of the sample (reliability/cross-region-replication-azure). */
const pairs: Readonly<Record<string, string>> = { WestEurope: 'NorthEurope', NorthEurope: 'WestEurope' };

/**
 * Returns the tags of service endpoints. The storage endpoint also reaches accounts in the paired region
 * (storage/common/storage-network-security).
 */
function endpointTagsOf(subnet: Item, region: string): string[] {
  const services = bodyList(subnet.properties, 'serviceEndpoints').map((entry) => bodyText(entry, 'service'));
  if (!services.includes('Microsoft.Storage')) return [];
  return [region, pairs[region]].flatMap((one) => (one === undefined ? [] : [`Storage.${one}`]));
}

function hasNatAddress(world: World, subnet: Item): boolean {
  const gateway = world.store.get(bodyText(subnet.properties, 'natGateway', 'id') ?? '');
  if (!gateway) return false;
  return (
    [
      ...bodyList(gateway.properties, 'publicIpAddresses'),
      ...bodyList(gateway.properties, 'publicIpPrefixes'),
    ].length > 0
  );
}

function endpointsOf(world: World, network: Item, peers: readonly BodyJson[]): ReachableEndpoint[] {
  const near = [
    network.id,
    ...peers.map((peer) => bodyText(peer, 'properties', 'remoteVirtualNetwork', 'id') ?? ''),
  ];
  return world.store.all('Microsoft.Network/privateEndpoints').flatMap((endpoint) => {
    const subnetId = bodyText(endpoint.properties, 'subnet', 'id') ?? '';
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
        targetId: bodyText(connection, 'properties', 'privateLinkServiceId') ?? '',
        groupIds: bodyTexts(connection, 'properties', 'groupIds'),
        subnetId,
      },
    ];
  });
}
