import { formatPrefix, parsePrefix, type Prefix } from '../addresses/prefix';
import { platformAddresses } from '../azure-facts/platform-addresses';
import { droppedRanges, serviceEndpoints } from '../azure-facts/system-routes';
import { sameId, segmentOf } from '../network/find';
import type { NextHopType, PrivateEndpoint, Route, RouteTable } from '../network/model';
import { reason, type Reason } from '../reason';
import { regionalTag } from '../tags/tag-catalogue';
import { gatewayDoubt } from './gateway-doubt';
import { userRoutes, type Place } from './place';
import { createRouteMap, type FirmRoute, type RouteEntry, type RouteMap } from './route-map';
import { systemTarget, type RouteTarget } from './route-target';

/** The routes that hold for a subnet: its table's, Azure's own, and what may come from a gateway. */
export function buildRoutes(place: Place): RouteMap {
  const routes = userRoutes(place.routeTable);
  const unread = routes.known ? unreadRoute(routes.value) : routes.because;
  const user = routes.known ? routes.value.flatMap((route) => userEntries(route, place)) : [];
  const hasDefault = user.some(({ prefix }) => prefix.length === 0);
  const entries = [...user, ...systemEntries(place, hasDefault)];
  return createRouteMap(unread ? entries.map((entry) => doubted(entry, unread)) : entries, firmRoutes(place));
}

/** Where a route that we cannot read may take any address, nothing but the firm routes is known. */
function doubted(entry: RouteEntry, because: Reason): RouteEntry {
  return { ...entry, target: { ...entry.target, hop: 'unknown', because } };
}

function unreadRoute(routes: readonly Route[]): Reason | undefined {
  for (const { destination } of routes) if (!destination.known) return destination.because;
  return undefined;
}

/** Rank among equal prefixes: as written, then tags from narrow to wide, then Azure's own (routing page, 2023-05-27). */
const rank = { written: 0, regionalTag: 1, tag: 2, regionalCloud: 3, cloud: 4, system: 9 } as const;

function rankOfTag(tag: string): number {
  const isRegional = tag.includes('.');
  if (/^azurecloud(\.|$)/i.test(tag)) return isRegional ? rank.regionalCloud : rank.cloud;
  return isRegional ? rank.regionalTag : rank.tag;
}

function userEntries(route: Route, place: Place): RouteEntry[] {
  if (!route.destination.known) return [];
  const destination = route.destination.value;
  const written = parsePrefix(destination.trim());
  const prefixes: readonly Prefix[] = written ? [written] : (place.tags.prefixes(destination) ?? []);
  const target = userTarget(route, destination, place);
  return prefixes.map((prefix) => ({
    prefix,
    rank: written ? rank.written : rankOfTag(destination),
    target,
  }));
}

const hops: Readonly<Record<NextHopType, RouteTarget['hop']>> = {
  VnetLocal: 'local',
  VirtualNetworkServiceEndpoint: 'endpoint',
  Internet: 'internet',
  None: 'none',
  VirtualAppliance: 'appliance',
  VirtualNetworkGateway: 'gateway',
};

function userTarget(route: Route, destination: string, place: Place): RouteTarget {
  const table: RouteTable | null = place.routeTable.known ? place.routeTable.value : null;
  const { nextHop, nextHopAddress } = route;
  const bgp = bgpDoubt(place);
  return {
    hop: nextHop.known ? hops[nextHop.value] : 'unknown',
    route: {
      kind: 'route',
      name: route.name,
      destination,
      nextHop: nextHop.known ? nextHop.value : 'None',
      nextHopAddress: nextHopAddress.known ? nextHopAddress.value : null,
      tableId: table?.id ?? null,
      tableName: table?.name ?? null,
    },
    ...(nextHop.known ? {} : { because: nextHop.because }),
    ...(bgp ? { assumption: reason('assumed.noLongerRoute', { destination }) } : {}),
  };
}

/** Why routes that a gateway learned may hold here; undefined where none can. */
function bgpDoubt({ network, routeTable }: Place): Reason | undefined {
  const gateway = gatewayDoubt(network);
  if (!gateway) return undefined;
  if (!routeTable.known) return routeTable.because;
  const disabled = routeTable.value?.disableBgpRoutePropagation;
  if (disabled?.known === false) return disabled.because;
  return disabled?.value === true ? undefined : gateway;
}

function systemEntries(place: Place, hasDefault: boolean): RouteEntry[] {
  const { network } = place;
  const bgp = bgpDoubt(place);
  const entry = (prefix: Prefix, target: RouteTarget): RouteEntry => ({ prefix, rank: rank.system, target });
  const space = prefixesOf(network.addressPrefixes.known ? network.addressPrefixes.value : []);
  // A subnet lies in its network's space even where that was not read.
  const subnet = prefixesOf(place.subnet.addressPrefixes.known ? place.subnet.addressPrefixes.value : []);
  const local = network.addressPrefixes.known ? space : subnet;
  const peered = prefixesOf(connectedPrefixes(place));
  // What a gateway may bring as well is unknown where only a route of Azure's own would decide.
  const hidden = spaceDoubt(place);
  const open = (hop: 'internet' | 'none', destination: string): RouteTarget =>
    hop === 'none' && hidden
      ? systemTarget('unknown', destination, { because: hidden })
      : bgp
        ? systemTarget('unknown', destination, { because: bgp })
        : systemTarget(hop, destination);
  const dropped = hasDefault ? [] : prefixesOf(droppedRanges).filter((range) => !isHeld(range, space));
  return [
    ...[...local, ...peered].map((prefix) => entry(prefix, systemTarget('local', formatPrefix(prefix)))),
    ...endpointPrefixes(place).map((prefix) => entry(prefix, systemTarget('local', formatPrefix(prefix)))),
    ...dropped.map((prefix) => entry(prefix, open('none', formatPrefix(prefix)))),
    entry({ first: 0, last: 0xffffffff, length: 0 }, open('internet', '0.0.0.0/0')),
  ];
}

/** Why a private range may belong to this network or a peer all the same. */
function spaceDoubt({ network }: Place): Reason | undefined {
  if (!network.addressPrefixes.known) return network.addressPrefixes.because;
  if (!network.peerings.known) return network.peerings.because;
  const unread = network.peerings.value.find(({ remotePrefixes }) => !remotePrefixes.known);
  return unread?.remotePrefixes.known === false ? unread.remotePrefixes.because : undefined;
}

function prefixesOf(texts: readonly string[]): Prefix[] {
  return texts.map((text) => parsePrefix(text.trim())).filter((prefix) => prefix !== undefined);
}

function isHeld(range: Prefix, space: readonly Prefix[]): boolean {
  return space.some(({ first, last }) => first <= range.first && range.last <= last);
}

function connectedPrefixes({ network }: Place): readonly string[] {
  if (!network.peerings.known) return [];
  return network.peerings.value
    .filter(({ state }) => !state.known || state.value === 'Connected')
    .flatMap(({ remotePrefixes }) => (remotePrefixes.known ? remotePrefixes.value : []));
}

/** A private endpoint brings a /32 route, unless its subnet's policies let user routes decide (2023 routing page). */
function endpointPrefixes(place: Place): Prefix[] {
  const { privateEndpoints } = place.model;
  if (!privateEndpoints.known) return [];
  return privateEndpoints.value
    .filter((endpoint) => isInReach(endpoint, place) && !userRoutesDecide(endpoint, place))
    .flatMap(({ addresses }) => (addresses.known ? prefixesOf(addresses.value) : []));
}

function isInReach({ subnetId }: PrivateEndpoint, { network }: Place): boolean {
  const networkId = subnetId.slice(0, subnetId.toLowerCase().lastIndexOf('/subnets/'));
  if (segmentOf(subnetId, 'subnets') === undefined) return false;
  if (sameId(networkId, network.id)) return true;
  const peers = network.peerings.known ? network.peerings.value : [];
  return peers.some(({ remoteId }) => sameId(networkId, remoteId));
}

function userRoutesDecide({ subnetId }: PrivateEndpoint, { model }: Place): boolean {
  const subnet = model.virtualNetworks
    .flatMap(({ subnets }) => subnets)
    .find(({ id }) => sameId(id, subnetId));
  if (!subnet?.privateEndpointNetworkPolicies.known) return true;
  return ['enabled', 'routetableenabled'].includes(subnet.privateEndpointNetworkPolicies.value.toLowerCase());
}

/** Paths of the platform, and service endpoints, which beat user and BGP routes (service endpoints, 2019-11-08). */
function firmRoutes(place: Place): FirmRoute[] {
  const names = place.subnet.serviceEndpoints.known ? place.subnet.serviceEndpoints.value : [];
  const endpoints = names.flatMap((name) => {
    const tag = endpointTag(name, place);
    const set = tag === undefined ? undefined : place.tags.lookup(tag);
    if (tag === undefined || !set) return [];
    const assumption = reason('assumed.serviceEndpoint', { service: name, tag });
    return [{ set, target: systemTarget('endpoint', tag, { assumption }) }];
  });
  return [{ set: platformAddresses, target: systemTarget('local', '168.63.129.16/32') }, ...endpoints];
}

function endpointTag(service: string, { network, tags }: Place): string | undefined {
  const fact = serviceEndpoints.get(service.toLowerCase());
  if (!fact) return undefined;
  if (fact.scope === 'everywhere') return fact.tag;
  return network.location.known ? regionalTag(tags, fact.tag, network.location.value) : undefined;
}
