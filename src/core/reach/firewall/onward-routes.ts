import { findSubnet, routeTableOf } from '../../network/find';
import type { Firewall } from '../../network/firewall';
import type { RouteTable, Subnet } from '../../network/model';
import { known, type Known } from '../../known';
import { requirePlace, userRoutes, type SubnetPlace } from '../subnet-place';
import type { RouteMap } from '../route-map';
import { subnetReachContext } from '../subnet-reach-context';

/** The subnet that Azure wants a firewall of a network to stand in. */
const firewallSubnet = 'AzureFirewallSubnet';

/**
 * Where the routes of a firewall's own subnet send what it lets through: with 0.0.0.0/0 to a gateway or an appliance that
 * is forced tunnelling (firewall/forced-tunneling, read 2026-11-28). Undefined where nobody wrote a route there, or its
 * network is not in the model: then the firewall's own outbound access is taken for granted.
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

/** The table of a firewall's own subnet; null where it has none, or the firewall's network is not in the model. */
export function onwardTable(place: SubnetPlace, firewall: Firewall): Known<RouteTable | null> {
  const subnet = subnetOf(place, firewall);
  return subnet ? routeTableOf(place.model, subnet) : known(null);
}

function subnetOf({ model }: SubnetPlace, { networkId }: Firewall): Subnet | undefined {
  return findSubnet(model, `${networkId}/subnets/${firewallSubnet}`)?.subnet;
}
