import type { CheckResult, DecidingRoute } from '../../core/check-result';
import type { Known } from '../../core/known';
import { natGatewayOf, routeTableOf } from '../../core/network/find';
import type { LearnedRoute, NatGateway, Route } from '../../core/network/model';
import { knownTraits } from '../../core/compute-kinds';
import { reason, type Reason } from '../../core/reason';
import { hubRoutes, learnedRoutes, unknownLearnedRoutes } from '../../core/reach/unknown-gateway-routes';
import { defaultRouteOf, ignoresGatewayRoutes, routesOf } from '../default-route';
import {
  withSeverity,
  passed,
  failed,
  failedBy,
  notApplicable,
  ofKnown,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';

/** Last network API version in which a null `defaultOutboundAccess` certainly means that it is on. */
const lastOpenVersion = '2025-05-01';

/** Treatment of a subnet's traffic without a public address for outbound access. */
type DefaultAccess = 'open' | 'private' | 'unclear';

/**
 * Returns the meaning of `defaultOutboundAccess`. Null is open up to API version 2025-05-01 and unclear after that
 * (default outbound access, 2025-12-03).
 */
function defaultAccessOf(context: PlaceContext): Known<DefaultAccess> {
  const { defaultOutboundAccess, writtenWith } = context.place.subnet;
  if (!defaultOutboundAccess.known) return defaultOutboundAccess;
  if (defaultOutboundAccess.value !== null) {
    return { known: true, value: defaultOutboundAccess.value ? 'open' : 'private' };
  }
  const newer = writtenWith !== undefined && writtenWith.slice(0, 10) > lastOpenVersion;
  return { known: true, value: newer ? 'unclear' : 'open' };
}

/**
 * Returns the result for explicit outbound access: passed, failed if a route drops everything, or undecided if a part
 * wasn't read. Null if there is none. Shared by `checkExplicitOutbound` and `checkDefaultAccess`.
 */
function explicitOutboundAccess(context: TrafficContext): SettingResult | null {
  const { model, place } = context;
  const route = defaultRouteOf(model, place.subnet);
  if (!route.known) return unknownResult(route.because);
  const byRoute = route.value && wayOfRoute(route.value, context);
  if (byRoute) return byRoute;
  const hub = route.value ? undefined : hubDefault(context);
  if (hub !== undefined) return passed('check.outboundAccess.hub', { hub });
  const learned = route.value ? undefined : learnedDefault(context);
  if (learned) return passed('check.outboundAccess.learned');
  const nat = natGatewayOf(model, place.subnet);
  if (!nat.known) return unknownResult(nat.because);
  return nat.value && natResult(nat.value);
}

/** Returns the result for the next hop of a default route; null if it is the internet. */
function wayOfRoute(route: Route, { flows }: TrafficContext): SettingResult | null {
  if (!route.nextHop.known) return unknownResult(route.nextHop.because);
  const values = { route: route.name };
  switch (route.nextHop.value) {
    case 'VirtualAppliance':
      return passed('check.outboundAccess.appliance', { ...values, ip: addressOf(route) });
    case 'VirtualNetworkGateway':
      return passed('check.outboundAccess.gateway', values);
    case 'None':
      return dropped(route, flows);
    default:
      return null;
  }
}

/** Returns the failed result with the route that drops flows, found by its name. */
function dropped({ name }: Route, flows: readonly CheckResult[]): SettingResult {
  const by = flows.flatMap(routeThatDrops).find((route) => route.name === name);
  const key = 'check.outboundAccess.dropped';
  return by ? failedBy(by, key, { route: name }) : failed(key, { route: name });
}

function routeThatDrops({ outcome }: CheckResult): readonly DecidingRoute[] {
  const isDropped = outcome.is === 'blocked' || outcome.is === 'partly-blocked';
  return isDropped && outcome.by.kind === 'route' ? [outcome.by] : [];
}

function addressOf(route: Route): string {
  return route.nextHopAddress.known ? (route.nextHopAddress.value ?? '?') : '?';
}

function natResult(nat: NatGateway): SettingResult | null {
  if (!nat.publicAddresses.known) return unknownResult(nat.publicAddresses.because);
  return nat.publicAddresses.value > 0 ? passed('check.outboundAccess.nat', { name: nat.name }) : null;
}

/**
 * Checks requirement `egress-explicit-for-npip`: an error in a private subnet, a warning with default outbound access.
 */
export function checkExplicitOutbound(context: TrafficContext): SettingResult {
  const explicit = explicitOutboundAccess(context);
  if (explicit) return explicit;
  const whyUnknown = unknownOf(context);
  if (whyUnknown) return unknownResult(whyUnknown);
  const access = defaultAccessOf(context);
  if (!access.known) return unknownResult(access.because);
  switch (access.value) {
    case 'private':
      return withoutOutboundAccess(context);
    case 'unclear':
      return unknownResult(reason('check.outboundAccess.unclear'));
    case 'open':
      return withSeverity('warning', failed('check.outboundAccess.default'));
  }
}

/** Returns the failed result. It names a NAT gateway without an address, which looks like outbound access. */
function withoutOutboundAccess({ model, place }: PlaceContext): SettingResult {
  const nat = natGatewayOf(model, place.subnet);
  return nat.known && nat.value
    ? failed('check.outboundAccess.natEmpty', { name: nat.value.name })
    : failed('check.outboundAccess.private');
}

/**
 * Checks requirement `default-outbound-new-vnets`. For a cluster or instance, the row of the outbound access counts,
 * and this result only explains it.
 */
export function checkDefaultAccess(context: TrafficContext): SettingResult {
  const { kind } = context.plan;
  const answer = defaultAccess(context);
  const counts = answer.outcome.is === 'passed' || knownTraits(kind).action === 'attach';
  return counts ? answer : withSeverity('info', answer);
}

function defaultAccess(context: TrafficContext): SettingResult {
  if (explicitOutboundAccess(context)) return passed('check.defaultAccess.no');
  const access = defaultAccessOf(context);
  if (!access.known) return unknownResult(access.because);
  if (access.value === 'private') return passed('check.defaultAccess.no');
  return access.value === 'open'
    ? failed('check.defaultAccess.yes')
    : unknownResult(reason('check.outboundAccess.unclear'));
}

/** Checks requirement `route-internet-in-private-subnet`. */
export function checkDirectRoutes(context: TrafficContext): SettingResult {
  const { model, place } = context;
  const routes = routesOf(model, place.subnet);
  if (!routes.known) return unknownResult(routes.because);
  const direct = routes.value.find((one) => one.nextHop.known && one.nextHop.value === 'Internet');
  if (!direct) return notApplicable('check.directRoutes.none');
  const nat = natGatewayOf(model, place.subnet);
  if (!nat.known) return unknownResult(nat.because);
  const fromNat = nat.value && natResult(nat.value);
  if (fromNat) return fromNat.outcome.is === 'passed' ? passed('check.directRoutes.fine') : fromNat;
  return directByDefault(context, direct);
}

/** Checks a direct route without a NAT gateway, which uses default outbound access. */
function directByDefault(context: TrafficContext, direct: Route): SettingResult {
  const access = defaultAccessOf(context);
  if (!access.known) return unknownResult(access.because);
  if (access.value === 'open') return passed('check.directRoutes.fine');
  if (access.value === 'unclear') return unknownResult(reason('check.outboundAccess.unclear'));
  const lost = failed('check.directRoutes.lost', { route: direct.name });
  const isReported = context.flows.some(
    (one) => one.severity !== 'info' && one.outcome.is === 'no-outbound-access',
  );
  return isReported ? withSeverity('info', lost) : lost;
}

/** Checks requirement `udr-forced-tunnel-nat-option`: a default route to another next hop bypasses the NAT gateway. */
export function checkNatUsed({ model, place }: PlaceContext): SettingResult {
  const nat = natGatewayOf(model, place.subnet);
  if (!nat.known) return unknownResult(nat.because);
  if (nat.value === null) return notApplicable('check.nat.none');
  const route = defaultRouteOf(model, place.subnet);
  if (!route.known) return unknownResult(route.because);
  const { name } = nat.value;
  const used = passed('check.nat.used', { name });
  if (route.value === null) return used;
  const { nextHop, name: bypass } = route.value;
  return ofKnown(nextHop, (hop) =>
    hop === 'Internet' ? used : failed('check.nat.bypassed', { route: bypass, name }),
  );
}

/** Checks requirement `nat-gateway-compat`. */
export function checkNatGateway({ model, place }: PlaceContext): SettingResult {
  const nat = natGatewayOf(model, place.subnet);
  if (!nat.known) return unknownResult(nat.because);
  if (nat.value === null) return notApplicable('check.natGateway.none');
  const { name, sku, publicAddresses, unlike } = nat.value;
  if (!publicAddresses.known) return unknownResult(publicAddresses.because);
  if (publicAddresses.value === 0) return failed('check.natGateway.noAddress', { name });
  if (!sku.known) return unknownResult(sku.because);
  if (unlike) {
    const { address, sku: kind } = unlike;
    if (!kind.known) return unknownResult(kind.because);
    return failed('check.natGateway.unlike', { name, sku: sku.value, address, kind: kind.value });
  }
  return /^standard(v2)?$/i.test(sku.value)
    ? passed('check.natGateway.fine', { name, sku: sku.value, addresses: publicAddresses.value })
    : failed('check.natGateway.sku', { name, sku: sku.value });
}

/**
 * Checks requirement `udr-bgp-default-route`: a gateway may advertise 0.0.0.0/0 unless a user-defined route overrides
 * it.
 */
export function checkHiddenDefaultRoute(context: PlaceContext): SettingResult {
  const { model, place } = context;
  const route = defaultRouteOf(model, place.subnet);
  if (route.known && route.value) return passed('check.bgp.own', { route: route.value.name });
  const off = ignoresGatewayRoutes(routeTableOf(model, place.subnet));
  if (!off.known) return unknownResult(off.because);
  if (off.value) return passed('check.bgp.off');
  const hub = hubDefault(context);
  if (hub !== undefined) return passed('check.bgp.hub', { hub });
  // Forced tunneling may be intended, with a route table or without. Each flow's row shows where it ends.
  if (learnedDefault(context)) return withSeverity('info', failed('check.bgp.learned'));
  const whyUnknown = unknownOf(context);
  if (whyUnknown) return unknownResult(whyUnknown);
  return place.subnet.effectiveRoutes ? passed('check.bgp.effective') : passed('check.bgp.none');
}

/** Returns why a gateway, route server, or virtual hub may advertise routes that aren't known. */
function unknownOf({ model, place }: PlaceContext): Reason | undefined {
  return unknownLearnedRoutes(place.network, place.subnet, routeTableOf(model, place.subnet));
}

/** Returns the name of the virtual hub that advertises 0.0.0.0/0. */
function hubDefault({ model, place: { network, subnet } }: PlaceContext): string | undefined {
  const hubRoutesOfSubnet = hubRoutes(network, subnet, routeTableOf(model, subnet));
  return hubRoutesOfSubnet.some(({ prefix }) => prefix === '0.0.0.0/0') ? network.hub?.name : undefined;
}

/** Returns 0.0.0.0/0 as a learned route from a gateway or route server. */
function learnedDefault({ model, place }: PlaceContext): LearnedRoute | undefined {
  const routes = learnedRoutes(place.subnet, routeTableOf(model, place.subnet));
  return routes.find(({ prefix }) => prefix === '0.0.0.0/0');
}

/**
 * Checks requirement `udr-no-blackhole`: a required flow that a route with next hop None drops. The flow's row counts.
 */
export function checkNoBlackhole({ flows }: TrafficContext): SettingResult {
  const [by] = flows.flatMap(routeThatDrops);
  return by
    ? withSeverity('info', failedBy(by, 'check.blackhole.some', { route: by.name || by.destination }))
    : passed('check.blackhole.none');
}
