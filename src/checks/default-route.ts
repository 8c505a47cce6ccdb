import { known, mapKnown, type Known } from '../core/known';
import type { NetworkModel, Route, RouteTable, Subnet } from '../core/network/model';
import { routeTableOf } from '../core/network/find';

/** The user's route for 0.0.0.0/0 in the subnet's table; null where there is none. */
export function defaultRouteOf(model: NetworkModel, subnet: Subnet): Known<Route | null> {
  const routes = routesOf(model, subnet);
  if (!routes.known) return routes;
  const unclear = routes.value.find((route) => !route.destination.known);
  const found = routes.value.find(
    (route) => route.destination.known && isEverything(route.destination.value),
  );
  if (found) return known(found);
  return unclear && !unclear.destination.known ? unclear.destination : known(null);
}

/** Routes of the subnet's table; empty where no table is attached. */
export function routesOf(model: NetworkModel, subnet: Subnet): Known<readonly Route[]> {
  const table = routeTableOf(model, subnet);
  if (!table.known) return table;
  return table.value === null ? known([]) : table.value.routes;
}

/** True where the subnet takes no routes from a gateway. */
export function ignoresGatewayRoutes(table: Known<RouteTable | null>): Known<boolean> {
  if (!table.known) return table;
  return table.value === null ? known(false) : mapKnown(table.value.disableBgpRoutePropagation, (off) => off);
}

function isEverything(destination: string): boolean {
  return destination.trim() === '0.0.0.0/0';
}
