import { formatIpv4, parseIpv4 } from '../../../core/addresses/ipv4';
import { parsePrefix, type Prefix } from '../../../core/addresses/prefix';
import { known, unknown, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId, RouteTable, VirtualNetwork } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import { memberSymbol } from '../../evaluate/live-view';
import type { UnknownValue } from '../../evaluate/value';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { itemsPart, partOf, referencePart } from '../parts';

/** Azure reserves the first four addresses of a subnet, and a firewall gets the next one. */
const firstGiven = 4;

/** Returns the subnet of a firewall. Unknown for a firewall in a virtual hub. */
export function subnetOfFirewall(firewall: DeclaredResource): Known<ResourceId> {
  const configurations = itemsPart(propertyOf(firewall, 'ipConfigurations'));
  if (!configurations.known) return configurations;
  for (const one of configurations.value) {
    const subnet = referencePart(partOf(one, 'properties', 'subnet'));
    if (!subnet.known) return subnet;
    if (subnet.value !== null) return known(subnet.value);
  }
  return unknown(reason('document.missingProperty', { name: firewall.name, property: 'subnet' }));
}

/**
 * Returns the address that Azure will assign to a firewall in the files. Unknown if its subnet doesn't have a known
 * prefix.
 */
function addressOfFirewall(firewall: DeclaredResource, networks: readonly VirtualNetwork[]): Known<string> {
  const prefix = prefixOf(firewall, networks);
  return prefix.known ? known(formatIpv4(prefix.value.first + firstGiven)) : prefix;
}

function prefixOf(firewall: DeclaredResource, networks: readonly VirtualNetwork[]): Known<Prefix> {
  const id = subnetOfFirewall(firewall);
  if (!id.known) return id;
  const subnet = networks.flatMap(({ subnets }) => subnets).find((one) => sameId(one.id, id.value));
  const prefixes: Known<readonly string[]> = subnet?.addressPrefixes ?? noAddress;
  if (!prefixes.known) return prefixes;
  const [first] = prefixes.value.flatMap((text) => parsePrefix(text) ?? []);
  return first ? known(first) : noAddress;
}

const noAddress = unknown(reason('unknown.noAddress'));

/**
 * Returns the firewall's own address, and next hop addresses of routes in its subnet. A firewall subnet can't contain
 * anything else.
 */
export function addressesOfFirewall(
  firewall: DeclaredResource,
  networks: readonly VirtualNetwork[],
  tables: readonly RouteTable[],
): Known<readonly string[]> {
  const own = addressOfFirewall(firewall, networks);
  if (!own.known) return own;
  const prefix = prefixOf(firewall, networks);
  const named = tables
    .flatMap(({ routes }) => (routes.known ? routes.value : []))
    .flatMap(({ nextHopAddress: hop }) => (hop.known && hop.value !== null ? [hop.value] : []))
    .filter((hop) => prefix.known && containsAddress(prefix.value, hop));
  return known([...new Set([own.value, ...named])]);
}

function containsAddress({ first, last }: Prefix, text: string): boolean {
  const address = parseIpv4(text);
  return address !== undefined && first <= address && address <= last;
}

/** Returns the address for a next hop that reads it from a firewall in the files. */
export type FirewallAddressLookup = (hop: UnknownValue) => Known<string> | undefined;

/**
 * Resolves `firewall.properties.ipConfigurations[0].properties.privateIPAddress` to the address that Azure would
 * return.
 */
export function firewallAddressLookup(
  firewalls: readonly DeclaredResource[],
  networks: readonly VirtualNetwork[],
): FirewallAddressLookup {
  const addresses = firewalls.map((one) => ({
    before: `${memberSymbol(one.id, 'properties')}.ipConfigurations.`.toLowerCase(),
    address: addressOfFirewall(one, networks),
  }));
  return ({ symbol }) => {
    const name = symbol?.toLowerCase();
    if (!name?.endsWith('.properties.privateipaddress')) return undefined;
    return addresses.find(({ before }) => name.startsWith(before))?.address;
  };
}
