import { formatPrefix, parseAddressSpec, parsePrefix, type Prefix } from '../addresses/prefix';
import { platformAddresses } from '../azure-facts/platform-addresses';
import { pairOf } from '../azure-facts/region-pairs';
import { droppedRanges, serviceEndpoints } from '../azure-facts/system-routes';
import { valueOr } from '../known';
import { virtualNetworkIdOf, sameId } from '../network/find';
import type { NextHopType, PrivateEndpoint, Route } from '../network/model';
import { reason, type Reason } from '../reason';
import { notInList, regionalTag } from '../tags/tag-catalog';
import { regionOf } from '../unstated-region';
import { hubRoutes, learnedRoutes, unknownLearnedRoutes } from './unknown-gateway-routes';
import { leadsTo, mayBeConnected, effectivePeerings } from './peering';
import { userRoutes, type SubnetPlace } from './subnet-place';
import {
  createRouteMap,
  type FirmRoute,
  type PossibleRoute,
  type RouteMap,
  type RouteSource,
} from './route-map';
import { mostRoutes } from './route-segments';
import { systemTarget, type RouteTarget } from './route-target';
import { publicAddresses } from './spaces';

/** Builds the routes of a subnet: those of its route table, system routes, and what a gateway may advertise. */
export function buildRoutes(place: SubnetPlace): RouteMap {
  const routes = userRoutes(place.routeTable);
  const unread = routes.known ? unreadRoute(routes.value) : routes.because;
  const user = routes.known ? routes.value.flatMap((route) => userSource(route, place)) : [];
  const hasDefault = user.some(({ prefixes }) => prefixes.some(({ length }) => length === 0));
  const sources = [
    ...user,
    ...hubSources(place),
    ...learnedSources(place),
    ...systemSources(place, hasDefault),
  ];
  const whyUnknown = unread ?? (sources.length > mostRoutes ? reason('unknown.complex') : undefined);
  const firm = firmRoutes(place);
  if (whyUnknown) return createRouteMap([unknownSource(whyUnknown)], firm);
  return createRouteMap(sources, firm, unlistedRoutes(valueOr(routes, []), place));
}

/** If a route that can't be read may match any address, only the firm routes are known. */
function unknownSource(because: Reason): RouteSource {
  return {
    prefixes: [everywhere],
    rank: rank.system,
    target: systemTarget('unknown', '0.0.0.0/0', { because }),
  };
}

const everywhere: Prefix = { first: 0, last: 0xffffffff, length: 0 };

function unreadRoute(routes: readonly Route[]): Reason | undefined {
  for (const { destination } of routes) if (!destination.known) return destination.because;
  return undefined;
}

/**
 * Rank among equal prefixes: as written, then tags from narrow to wide, then learned routes, then system routes
 * (routing page, 2023-05-27).
 */
const rank = {
  written: 0,
  regionalTag: 1,
  tag: 2,
  regionalCloud: 3,
  cloud: 4,
  learned: 5,
  system: 6,
} as const;

function rankOfTag(tag: string): number {
  const [service, region] = tag.toLowerCase().split('.');
  if (service === 'azurecloud') return region === undefined ? rank.cloud : rank.regionalCloud;
  return region === undefined ? rank.tag : rank.regionalTag;
}

function userSource(route: Route, place: SubnetPlace): RouteSource[] {
  if (!route.destination.known) return [];
  const destination = route.destination.value.trim();
  const written = parsePrefix(destination);
  const prefixes: readonly Prefix[] = written ? [written] : (place.tags.prefixes(destination) ?? []);
  const target = userTarget(route, destination, place);
  return [{ prefixes, rank: written ? rank.written : rankOfTag(destination), target }];
}

/**
 * Returns the routes for tags that aren't in the list: each may match any public address, certainly some and never all.
 */
function unlistedRoutes(routes: readonly Route[], place: SubnetPlace): PossibleRoute[] {
  return routes.flatMap((route) => {
    const tag = valueOr(route.destination, '').trim();
    if (parseAddressSpec(tag) || place.tags.prefixes(tag)) return [];
    const because = notInList(tag, place.tags);
    return [{ set: publicAddresses, target: userTarget(route, tag, place), because }];
  });
}

const hops: Readonly<Record<NextHopType, RouteTarget['hop']>> = {
  VnetLocal: 'local',
  VirtualNetworkServiceEndpoint: 'endpoint',
  Internet: 'internet',
  None: 'none',
  VirtualAppliance: 'appliance',
  VirtualNetworkGateway: 'gateway',
};

function userTarget(route: Route, destination: string, place: SubnetPlace): RouteTarget {
  const table = valueOr(place.routeTable, null);
  const { nextHop } = route;
  const bgp = unknownBgpRoutes(place);
  return {
    hop: nextHop.known ? hops[nextHop.value] : 'unknown',
    route: {
      kind: 'route',
      name: route.name,
      destination,
      nextHop: valueOr(nextHop, 'None'),
      nextHopAddress: valueOr(route.nextHopAddress, null),
      tableId: table?.id ?? null,
      tableName: table?.name ?? null,
    },
    ...(nextHop.known ? {} : { because: nextHop.because }),
    ...(bgp ? { assumption: reason('assumed.noLongerRoute', { destination }) } : {}),
  };
}

/** Returns why routes that a gateway learned may apply here; undefined if none can. */
function unknownBgpRoutes({ network, subnet, routeTable }: SubnetPlace): Reason | undefined {
  return unknownLearnedRoutes(network, subnet, routeTable);
}

/**
 * Returns the routes learned from gateways and route servers. System routes of the network and its peers override any
 * learned route inside of them, however long its prefix (routing page, 2023-05-27).
 */
function learnedSources(place: SubnetPlace): RouteSource[] {
  const own = nearPrefixes(place);
  const byHub = hubRoutes(place.network, place.subnet, place.routeTable).map(({ prefix }) => prefix);
  return learnedRoutes(place.subnet, place.routeTable).flatMap(({ prefix: text, nextHopAddress }) => {
    const prefix = parsePrefix(text.trim());
    if (!prefix || isHeld(prefix, own) || byHub.includes(text)) return [];
    const { route } = systemTarget('gateway', text);
    const learned = { ...route, name: 'BGP', nextHopAddress, learned: true as const };
    return [{ prefixes: [prefix], rank: rank.learned, target: { hop: 'gateway' as const, route: learned } }];
  });
}

/**
 * Returns the routes of a Virtual WAN hub's routing intent, which are learned like other routes: the next hop is its
 * security solution. If effective routes aren't known, it assumes that the hub doesn't advertise longer prefixes.
 */
function hubSources(place: SubnetPlace): RouteSource[] {
  const { network, subnet, routeTable } = place;
  const own = nearPrefixes(place);
  const hub = network.hub?.name ?? '';
  return hubRoutes(network, subnet, routeTable).flatMap(({ prefix: text, nextHopAddress }) => {
    const prefix = parsePrefix(text.trim());
    if (!prefix || isHeld(prefix, own)) return [];
    const { route } = systemTarget('appliance', text);
    const target: RouteTarget = {
      hop: 'appliance',
      route: { ...route, name: hub, nextHopAddress, learned: true },
      ...(subnet.effectiveRoutes
        ? {}
        : { assumption: reason('assumed.hubRoutes', { hub, destination: text }) }),
    };
    return [{ prefixes: [prefix], rank: rank.learned, target }];
  });
}

/** Returns the prefixes of the network and of its peers. */
function nearPrefixes(place: SubnetPlace): Prefix[] {
  return [...ownPrefixes(place), ...peers(place).flatMap(({ prefixes }) => prefixes)];
}

/**
 * Returns the network's own prefixes. If its address space wasn't read, the subnet's prefixes are certainly part of it.
 */
function ownPrefixes({ network, subnet }: SubnetPlace): Prefix[] {
  if (network.addressPrefixes.known) return prefixesOf(network.addressPrefixes.value);
  return subnet.addressPrefixes.known ? prefixesOf(subnet.addressPrefixes.value) : [];
}

function systemSources(place: SubnetPlace, hasDefault: boolean): RouteSource[] {
  const { network } = place;
  const space = network.addressPrefixes.known ? prefixesOf(network.addressPrefixes.value) : [];
  const local = [
    ownPrefixes(place),
    ...peers(place).flatMap(({ prefixes, whyUnknown }) => (whyUnknown ? [] : [prefixes])),
    endpointPrefixes(place),
  ];
  const droppedPrefixes = place.subnet.effectiveRoutes?.dropped;
  const dropped = hasDefault
    ? []
    : prefixesOf(droppedPrefixes ?? droppedRanges).filter((range) => !isHeld(range, space));
  const source = (prefixes: readonly Prefix[], target: RouteTarget): RouteSource => ({
    prefixes,
    rank: rank.system,
    target,
  });
  return [
    ...local.map((prefixes) => source(prefixes, systemTarget('local', wordsOf(prefixes)))),
    ...peers(place).flatMap(({ prefixes, whyUnknown }) =>
      whyUnknown ? [source(prefixes, unknownTarget(prefixes, whyUnknown))] : [],
    ),
    ...dropped.map((prefix) => source([prefix], openTarget('none', formatPrefix(prefix), place))),
    source([everywhere], openTarget('internet', '0.0.0.0/0', place)),
  ];
}

/** Returns a system route, or unknown if an unread route may override it. */
function openTarget(hop: 'internet' | 'none', destination: string, place: SubnetPlace): RouteTarget {
  const because = (hop === 'none' ? spaceUnknown(place) : undefined) ?? unknownBgpRoutes(place);
  return because ? systemTarget('unknown', destination, { because }) : systemTarget(hop, destination);
}

/** Returns why a private range may still belong to this network or to a peer. */
function spaceUnknown(place: SubnetPlace): Reason | undefined {
  const { network } = place;
  if (!network.addressPrefixes.known) return network.addressPrefixes.because;
  const peerings = effectivePeerings(place);
  if (!peerings.known) return peerings.because;
  const unread = peerings.value.filter(mayBeConnected).find(({ remotePrefixes }) => !remotePrefixes.known);
  return unread?.remotePrefixes.known === false ? unread.remotePrefixes.because : undefined;
}

function prefixesOf(texts: readonly string[]): Prefix[] {
  return texts.map((text) => parsePrefix(text.trim())).filter((prefix) => prefix !== undefined);
}

function isHeld(range: Prefix, space: readonly Prefix[]): boolean {
  return space.some(({ first, last }) => first <= range.first && range.last <= last);
}

/** Prefixes of a peer. `whyUnknown` is set if the state of the peering wasn't read. */
interface Peer {
  readonly prefixes: Prefix[];
  readonly whyUnknown: Reason | undefined;
}

function peers(place: SubnetPlace): Peer[] {
  const peerings = effectivePeerings(place);
  if (!peerings.known) return [];
  return peerings.value.filter(mayBeConnected).map(({ remotePrefixes, state }) => ({
    prefixes: remotePrefixes.known ? prefixesOf(remotePrefixes.value) : [],
    whyUnknown: state.known ? undefined : state.because,
  }));
}

function unknownTarget(prefixes: readonly Prefix[], because: Reason): RouteTarget {
  return systemTarget('unknown', wordsOf(prefixes), { because });
}

function wordsOf(prefixes: readonly Prefix[]): string {
  return prefixes.map(formatPrefix).join(', ');
}

/**
 * Returns the /32 routes of private endpoints, without endpoints whose subnet's policies apply user-defined routes
 * (2023 routing page).
 */
function endpointPrefixes(place: SubnetPlace): Prefix[] {
  const { privateEndpoints } = place.model;
  if (!privateEndpoints.known) return [];
  return privateEndpoints.value
    .filter((endpoint) => isInReach(endpoint, place) && !userRoutesDecide(endpoint, place))
    .flatMap(({ addresses }) => (addresses.known ? prefixesOf(addresses.value) : []));
}

function isInReach({ subnetId }: PrivateEndpoint, place: SubnetPlace): boolean {
  const networkId = virtualNetworkIdOf(subnetId);
  if (sameId(networkId, place.network.id)) return true;
  return valueOr(effectivePeerings(place), []).some(
    (peering) => sameId(networkId, peering.remoteId) && valueOr(leadsTo(peering, subnetId), false),
  );
}

function userRoutesDecide({ subnetId }: PrivateEndpoint, { model }: SubnetPlace): boolean {
  const subnet = model.virtualNetworks
    .flatMap(({ subnets }) => subnets)
    .find(({ id }) => sameId(id, subnetId));
  if (!subnet?.privateEndpointNetworkPolicies.known) return true;
  return ['enabled', 'routetableenabled'].includes(subnet.privateEndpointNetworkPolicies.value.toLowerCase());
}

/**
 * Returns platform paths, and service endpoints, which override user-defined and BGP routes (service endpoints,
 * 2019-11-08).
 */
function firmRoutes(place: SubnetPlace): FirmRoute[] {
  const names = place.subnet.serviceEndpoints.known ? place.subnet.serviceEndpoints.value : [];
  const endpoints = names.flatMap((service) =>
    endpointTags(service, place).flatMap((tag) => {
      const set = place.tags.lookup(tag);
      if (!set) return [];
      const assumption = reason('assumed.serviceEndpoint', { service, tag });
      return [{ set, target: systemTarget('endpoint', tag, { assumption }) }];
    }),
  );
  return [{ set: platformAddresses, target: systemTarget('local', '168.63.129.16/32') }, ...endpoints];
}

function endpointTags(service: string, { network, tags }: SubnetPlace): readonly string[] {
  const fact = serviceEndpoints.get(service.toLowerCase());
  if (!fact) return [];
  if (fact.scope === 'everywhere') return [fact.tag];
  const region = regionOf(network.location);
  if (region === undefined) return [];
  const pair = fact.scope === 'region-and-pair' ? pairOf(region) : undefined;
  return [region, pair].flatMap((one) => (one === undefined ? [] : (regionalTag(tags, fact.tag, one) ?? [])));
}
