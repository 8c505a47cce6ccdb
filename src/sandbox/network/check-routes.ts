import { failure, type FailureKey } from '../failure-texts';
import { bodyText } from '../body-json';
import { parseIpv4 } from '../../core/addresses/ipv4';
import { isExactPrefix } from '../../core/addresses/prefix';
import { refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { SentRule } from './check-security-rules';

/** Maximum number of service tag routes in a table (virtual network traffic routing page, May 2023). */
const tagRouteLimit = 25;
const unsupportedTags = [
  'virtualnetwork',
  'internet',
  'azureloadbalancer',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
];
const hops = ['virtualnetworkgateway', 'vnetlocal', 'internet', 'virtualappliance', 'none'];

/** Returns the first error of a table's routes after the write. */
export function checkRoutes(world: World, tableId: string, routes: readonly SentRule[]): Reply | undefined {
  for (const route of routes) {
    const reply = checkPrefix(world, route) ?? checkNextHop(route);
    if (reply) return reply;
  }
  if (routes.filter((route) => world.tags.has(prefixOf(route))).length > tagRouteLimit) {
    return refuse('routeTagLimit', { id: tableId });
  }
  return checkConflicts(routes);
}

function refuse(key: FailureKey, values: Readonly<Record<string, string>>): Reply {
  return refusal(400, failure(key, values));
}

function prefixOf(route: SentRule): string {
  return bodyText(route.properties, 'addressPrefix') ?? '';
}

function checkPrefix(world: World, route: SentRule): Reply | undefined {
  const value = prefixOf(route);
  if (unsupportedTags.includes(value.toLowerCase())) {
    return refuse('routeTagUnsupported', { id: route.id, value });
  }
  if (isExactPrefix(value) || world.tags.has(value) || value.includes(':')) return undefined;
  return refuse('routePrefix', { id: route.id, value });
}

function checkNextHop(route: SentRule): Reply | undefined {
  const type = bodyText(route.properties, 'nextHopType') ?? '';
  const address = bodyText(route.properties, 'nextHopIpAddress') ?? '';
  const isAppliance = sameText(type, 'VirtualAppliance');
  const fits = isAppliance ? parseIpv4(address) !== undefined || address.includes(':') : address === '';
  return hops.includes(type.toLowerCase()) && fits
    ? undefined
    : refuse('routeNextHop', { id: route.id, type, address });
}

function checkConflicts(routes: readonly SentRule[]): Reply | undefined {
  const seen = new Map<string, string>();
  for (const route of routes) {
    const key = prefixOf(route).toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) return refuse('routeConflict', { name: route.name, other });
    seen.set(key, route.name);
  }
  return undefined;
}
