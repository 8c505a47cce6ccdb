import type { Finding } from '../../core/finding';
import { parsePrefix, type Prefix } from '../../core/addresses/prefix';
import type { Route, RouteTable } from '../../core/network/model';
import { reason } from '../../core/reason';
import { routePlace } from './finding-context';

/** A destination that a route earlier in the table has: of two routes to one place Azure keeps one. */
export function findDuplicateRoute(
  table: RouteTable,
  routes: readonly Route[],
  route: Route,
): readonly Finding[] {
  const other = routes.slice(0, routes.indexOf(route)).find((one) => isSameDestination(one, route));
  if (!other || !route.destination.known) return [];
  const { name } = route;
  return [
    {
      check: 'duplicate-route',
      severity: 'error',
      place: routePlace(table, route),
      text: reason('finding.sameRoute', { name, other: other.name, destination: route.destination.value }),
      because: [routePlace(table, other)],
      assumptions: [],
    },
  ];
}

function isSameDestination(a: Route, b: Route): boolean {
  if (!a.destination.known || !b.destination.known) return false;
  const [one, other] = [parsePrefix(a.destination.value), parsePrefix(b.destination.value)];
  if (one && other) return samePrefix(one, other);
  return a.destination.value.trim().toLowerCase() === b.destination.value.trim().toLowerCase();
}

function samePrefix(a: Prefix, b: Prefix): boolean {
  return a.first === b.first && a.length === b.length;
}
