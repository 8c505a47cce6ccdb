import type { Finding } from '../../core/finding';
import { parsePrefix } from '../../core/addresses/prefix';
import type { Route, RouteTable } from '../../core/network/model';
import { reason } from '../../core/reason';
import { routePlace } from './finding-context';
import { firstOfKey } from './first-of-key';

/** A destination that a route earlier in the table has: of two routes to one place Azure keeps one. */
export function findDuplicateRoute(
  table: RouteTable,
  routes: readonly Route[],
  route: Route,
): readonly Finding[] {
  const other = sameDestination(routes, route);
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

/** The first route of a list to the same place, before one of it. */
const sameDestination = firstOfKey(({ destination }: Route) => {
  if (!destination.known) return null;
  const prefix = parsePrefix(destination.value);
  return prefix ? `${prefix.first}/${prefix.length}` : destination.value.trim().toLowerCase();
});
