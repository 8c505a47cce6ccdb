import { findSubnet, routeTableOf } from '../../network/find';
import type { Firewall } from '../../network/firewall';
import type { RouteTable, Subnet } from '../../network/model';
import { known, type Known } from '../../known';
import { requirePlace, userRoutes, type SubnetPlace } from '../subnet-place';
import type { RouteMap } from '../route-map';
import { subnetReachContext } from '../subnet-reach-context';

/** Name that Azure requires for a firewall's subnet. */
const firewallSubnet = 'AzureFirewallSubnet';

/**
 * Returns the routes of a firewall's own subnet for packets that it allows. With 0.0.0.0/0 to a gateway or an
 * appliance, that is forced tunneling (firewall/forced-tunneling, read 2026-11-28). Undefined if there is no
 * user-defined route, or if its network isn't in the model. The firewall's own outbound access is assumed then.
 */
export function onwardRoutes(place: SubnetPlace, firewall: Firewall): Known<RouteMap> | undefined {
  const subnet = subnetOf(place, firewall);
  const table = onwardTable(place, firewall);
  if (!subnet || (table.known && table.value === null)) return undefined;
  const routes = userRoutes(table);
  if (!routes.known) return routes;
  const unread = routes.value.find(({ destination }) => !destination.known);
  if (unread && !unread.destination.known) return unread.destination;
  return known(subnetReachContext(requirePlace(place.model, subnet.id, place.tags)).routes());
}

/**
 * Returns the route table of a firewall's own subnet; null if there is none, or if the firewall's network isn't in the
 * model.
 */
export function onwardTable(place: SubnetPlace, firewall: Firewall): Known<RouteTable | null> {
  const subnet = subnetOf(place, firewall);
  return subnet ? routeTableOf(place.model, subnet) : known(null);
}

function subnetOf({ model }: SubnetPlace, { networkId }: Firewall): Subnet | undefined {
  return findSubnet(model, `${networkId}/subnets/${firewallSubnet}`)?.subnet;
}
