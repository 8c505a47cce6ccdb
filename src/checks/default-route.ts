import { known, mapKnown, valueOr, type Known } from '../core/known';
import type { NetworkModel, Route, RouteTable, Subnet } from '../core/network/model';
import { routeTableOf } from '../core/network/find';

/**
 * Returns the user-defined route for 0.0.0.0/0 in the subnet's table, or the first of two routes that send both halves
 * of it to the same next hop; null if there is none.
 */
export function defaultRouteOf(model: NetworkModel, subnet: Subnet): Known<Route | null> {
  const routes = routesOf(model, subnet);
  if (!routes.known) return routes;
  const unclear = routes.value.find((route) => !route.destination.known);
  const found = firstOfHalves(routes.value) ?? routeTo('0.0.0.0/0', routes.value);
  if (found) return known(found);
  return unclear && !unclear.destination.known ? unclear.destination : known(null);
}

/** Returns the routes of the subnet's table; empty if no table is associated. */
export function routesOf(model: NetworkModel, subnet: Subnet): Known<readonly Route[]> {
  const table = routeTableOf(model, subnet);
  if (!table.known) return table;
  return table.value === null ? known([]) : table.value.routes;
}

/** True if gateway route propagation is off for the subnet. */
export function ignoresGatewayRoutes(table: Known<RouteTable | null>): Known<boolean> {
  if (!table.known) return table;
  return table.value === null ? known(false) : mapKnown(table.value.disableBgpRoutePropagation, (off) => off);
}

/**
 * Returns the first of two routes that together replace 0.0.0.0/0, because longer prefixes take precedence (routing
 * page, 2023-05-27).
 */
function firstOfHalves(routes: readonly Route[]): Route | undefined {
  const low = routeTo('0.0.0.0/1', routes);
  const high = low && routeTo('128.0.0.0/1', routes);
  if (!low || !high || !low.nextHop.known || !high.nextHop.known) return undefined;
  const isSameWay =
    low.nextHop.value === high.nextHop.value &&
    valueOr(low.nextHopAddress, null) === valueOr(high.nextHopAddress, null);
  return isSameWay ? low : undefined;
}

function routeTo(prefix: string, routes: readonly Route[]): Route | undefined {
  return routes.find(({ destination }) => destination.known && destination.value.trim() === prefix);
}
