import { readAddressList } from '../../core/addresses/address-list';
import { parseAddressSpec } from '../../core/addresses/prefix';
import type { Finding } from '../../core/finding';
import type { Severity } from '../../core/check-result';
import { valueOr } from '../../core/known';
import type { Route, RouteTable } from '../../core/network/model';
import { reason } from '../../core/reason';
import { visibleValue } from '../rule-values';
import { routePlace } from './finding-context';

/**
 * Finds a destination, an appliance's address, or a name that Azure rejects: one finding per route, for the first such
 * value.
 */
export function findRefusedRoute(
  table: RouteTable,
  route: Route,
  hasDuplicateName: boolean,
): readonly Finding[] {
  const refused = refusedRoute(route, hasDuplicateName);
  if (!refused) return [];
  const { what, severity, value } = refused;
  const text = reason(`finding.refusedRoute.${what}`, { name: route.name, value: visibleValue(value) });
  const place = routePlace(table, route);
  return [{ check: 'invalid-route-value', severity, place, text, because: [], assumptions: [] }];
}

interface RefusedRoute {
  readonly what: 'destination' | 'appliance' | 'noAppliance' | 'sameName' | 'hostBits';
  readonly severity: Severity;
  readonly value: string;
}

/** Returns the rejected value. Host bits are a warning, as in a rule. */
function refusedRoute(route: Route, hasDuplicateName: boolean): RefusedRoute | undefined {
  const destination = valueOr(route.destination, '').trim();
  const address = valueOr(route.nextHopAddress, null);
  if (route.destination.known && isNoDestination(destination)) {
    return { what: 'destination', severity: 'error', value: destination };
  }
  if (address !== null && leadsElsewhere(route)) {
    return { what: 'noAppliance', severity: 'error', value: address };
  }
  if (address !== null && !isPlainAddress(address)) {
    return { what: 'appliance', severity: 'error', value: address };
  }
  if (hasDuplicateName) return { what: 'sameName', severity: 'error', value: route.name };
  const { withHostBits } = readAddressList([destination]);
  return withHostBits === undefined
    ? undefined
    : { what: 'hostBits', severity: 'warning', value: destination };
}

function isNoDestination(text: string): boolean {
  return text === '' || text === '*' || readAddressList([text]).invalid !== undefined;
}

/**
 * True if the next hop isn't an appliance. A next hop address is allowed only with an appliance (routes, REST
 * reference).
 */
function leadsElsewhere({ nextHop }: Route): boolean {
  return nextHop.known && nextHop.value !== 'VirtualAppliance';
}

function isPlainAddress(text: string): boolean {
  return !/[/-]/.test(text) && parseAddressSpec(text.trim()) !== undefined;
}
