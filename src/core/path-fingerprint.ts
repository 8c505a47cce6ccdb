import { known, valueOr } from './known';
import { findSubnet, findVirtualNetwork, routeTableOf, sameId, securityGroupOf } from './network/find';
import type { Firewall } from './network/firewall';
import type { AdminRule, NetworkModel, ResourceId, Route, SecurityRule } from './network/model';

/**
 * Returns a short text that changes with every component on the path of a subnet's packets. These are the rules of its
 * NSG and of network managers, routes and next hops, outbound access, peerings, DNS servers, and readable firewalls.
 * Resource names are compared ignoring case, as in Azure. Routes that a gateway advertises aren't included, because
 * they are known only while a network interface is in the subnet. The text can't be converted back into its content.
 * @returns undefined if the subnet isn't in the model
 */
export function pathFingerprint(model: NetworkModel, subnetId: ResourceId): string | undefined {
  const place = findSubnet(model, subnetId);
  if (!place) return undefined;
  const { subnet } = place;
  const network = findVirtualNetwork(model, place.network.id) ?? place.network;
  const group = valueOr(securityGroupOf(model, subnet), null);
  const table = valueOr(routeTableOf(model, subnet), null);
  const nat = model.natGateways.find(
    ({ id }) => subnet.natGateway.known && isSame(subnet.natGateway.value, id),
  );
  return hashOf([
    subnet.id.toLowerCase(),
    subnet.addressPrefixes,
    [subnet.securityGroup, subnet.routeTable, subnet.natGateway].map(idOf),
    subnet.defaultOutboundAccess,
    subnet.serviceEndpoints,
    group && [sorted(valueOr(group.rules, []).map(ruleOf)), group.rules.known],
    table && [
      sorted(valueOr(table.routes, []).map(routeOf)),
      table.routes.known,
      table.disableBgpRoutePropagation,
    ],
    nat ? nat.publicAddresses : null,
    network.dnsServers,
    network.hasGateway,
    network.hub ?? null,
    network.peerings,
    sorted(valueOr(network.adminRules ?? known([]), []).map((rule) => [rule.id.toLowerCase(), ruleOf(rule)])),
    sorted(model.firewalls.map(firewallOf)),
  ]);
}

function isSame(a: ResourceId | null, b: ResourceId): boolean {
  return a !== null && sameId(a, b);
}

function idOf(id: { readonly known: boolean; readonly value?: ResourceId | null }): string {
  return id.known ? (id.value ?? '').toLowerCase() : '?';
}

/** Returns a rule without its index in the list, which doesn't affect anything. */
function ruleOf(rule: SecurityRule | AdminRule): unknown {
  return { ...rule, index: 0 };
}

function routeOf(route: Route): unknown {
  return { ...route, index: 0 };
}

function firewallOf({
  id,
  addresses,
  policies,
  ipGroups,
  dnsProxy,
  nameServers,
  hasPublicAddress,
}: Firewall): unknown {
  return [id.toLowerCase(), addresses, policies, ipGroups, dnsProxy, nameServers, hasPublicAddress];
}

/** Sorts the items, because Azure lists rules and routes in any order. */
function sorted(all: readonly unknown[]): readonly string[] {
  return all.map((one) => JSON.stringify(one)).sort();
}

/**
 * Returns a hash from two passes of FNV-1a with different starts: 64 bits, enough to distinguish states of a subnet.
 */
function hashOf(parts: unknown): string {
  const text = JSON.stringify(parts);
  return [0x811c9dc5, 0x9747b28c].map((start) => fnv(text, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}
