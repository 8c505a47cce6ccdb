import type { Finding } from '../../core/finding';
import { parsePrefix } from '../../core/addresses/prefix';
import type { Route, RouteTable } from '../../core/network/model';
import { reason } from '../../core/reason';
import { routePlace } from './finding-context';
import { earlierOfKey } from '../earlier-of-key';

/** Finds a destination that an earlier route in the table has, too: Azure accepts only one route per destination. */
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

/** Finds an earlier route of a list with the same destination. */
const sameDestination = earlierOfKey(({ destination }: Route) => {
  if (!destination.known) return null;
  const prefix = parsePrefix(destination.value);
  return prefix ? `${prefix.first}/${prefix.length}` : destination.value.trim().toLowerCase();
});
