import { contains } from '../core/addresses/interval-set';
import { parseAddressSet } from '../core/addresses/address-set';
import { parseIpv4 } from '../core/addresses/ipv4';
import { known, valueOr, type Known } from '../core/known';
import { findVirtualNetwork, nameOf, segmentOf } from '../core/network/find';
import type { Firewall } from '../core/network/firewall';
import type { NetworkModel, ResourceId, VirtualNetwork } from '../core/network/model';
import { isVirtualHub } from '../core/reach/unknown-gateway-routes';

/** Azure's DNS server, at the same address in every network (IP address 168.63.129.16, 2019-05-15). */
const azureNameServer = '168.63.129.16';

/** Returns the network's custom DNS servers; empty if it uses Azure's. */
export function ownNameServers({ dnsServers }: VirtualNetwork): Known<readonly string[]> {
  return dnsServers.known ? known(dnsServers.value.filter((one) => one !== azureNameServer)) : dnsServers;
}

/** The model, and the firewalls that a DNS query already passed. */
interface Walk {
  readonly model: NetworkModel;
  readonly passed: readonly Firewall[];
}

/**
 * The component that forwards to Azure's DNS server: a firewall's DNS proxy, or the inbound endpoint of a DNS private
 * resolver.
 */
type DnsForwarder =
  { readonly by: 'firewall'; readonly name: string } | { readonly by: 'resolver'; readonly address: string };

/** A network whose links decide how a name resolves. Of a network in another subscription, only its ID is known. */
export type AnsweringNetwork = Pick<VirtualNetwork, 'id' | 'name'>;

/** Server that finally answers a DNS query. */
export type NameSource =
  /** Azure's DNS server, with the zone links of `network`. Undefined for a virtual hub, which doesn't support links. */
  | { readonly is: 'azure'; readonly network: AnsweringNetwork | undefined; readonly forwarder: DnsForwarder }
  /** A server whose configuration can't be read. */
  | { readonly is: 'server'; readonly address: string; readonly network: VirtualNetwork | undefined }
  /** A firewall whose DNS proxy is off, so it doesn't answer. */
  | { readonly is: 'silent'; readonly firewall: string };

/**
 * Finds the servers that finally answer DNS queries of `network`, for each custom server; empty if Azure's server
 * answers directly. A firewall's DNS proxy forwards to its own servers, or to Azure's server from the firewall's
 * network (firewall/dns-settings, read 2026-11-26).
 */
export function nameSources(model: NetworkModel, network: VirtualNetwork): Known<readonly NameSource[]> {
  const servers = ownNameServers(network);
  return servers.known ? follow(network, servers.value, { model, passed: [] }) : servers;
}

function follow(
  from: VirtualNetwork,
  servers: readonly string[],
  { model, passed }: Walk,
): Known<readonly NameSource[]> {
  const near = [from, ...peersOf(model, from)];
  const found: NameSource[] = [];
  for (const address of servers) {
    const proxy = model.firewalls.find((one) => !passed.includes(one) && isAt(one, address));
    const sources = proxy
      ? sourcesBehindProxy(proxy, { model, passed: [...passed, proxy] })
      : known([
          sourceIn(
            near.find((one) => containsAddress(one.addressPrefixes, address)),
            address,
          ),
        ]);
    if (!sources.known) return sources;
    found.push(...sources.value);
  }
  return known(found);
}

/**
 * Service to which a subnet is delegated for the endpoints of DNS private resolvers. Nothing else is in such a subnet.
 */
const resolvers = 'microsoft.network/dnsresolvers';

/**
 * Returns the source of an address. An address in a subnet of DNS private resolvers is an inbound endpoint, which
 * answers like Azure's server in that network (dns/private-resolver-endpoints-rulesets, read 2026-11-26).
 */
function sourceIn(network: VirtualNetwork | undefined, address: string): NameSource {
  const subnet = network?.subnets.find((one) => containsAddress(one.addressPrefixes, address));
  const delegations = subnet ? valueOr(subnet.delegations, []) : [];
  const isResolver = delegations.some((one) => one.toLowerCase() === resolvers);
  return isResolver
    ? { is: 'azure', network, forwarder: { by: 'resolver', address } }
    : { is: 'server', address, network };
}

function sourcesBehindProxy(proxy: Firewall, walk: Walk): Known<readonly NameSource[]> {
  const { dnsProxy, nameServers, name } = proxy;
  if (!dnsProxy.known) return dnsProxy;
  if (!dnsProxy.value) return known([{ is: 'silent', firewall: name }]);
  if (!nameServers.known) return nameServers;
  const network = findVirtualNetwork(walk.model, proxy.networkId);
  const others = nameServers.value.filter((one) => one !== azureNameServer);
  if (others.length === 0) {
    const home = network ?? elsewhere(proxy.networkId);
    return known([{ is: 'azure', network: home, forwarder: { by: 'firewall', name } }]);
  }
  return network
    ? follow(network, others, walk)
    : known(others.map((address) => ({ is: 'server', address, network: undefined })));
}

/**
 * Returns a hub in another subscription. A virtual hub's network is managed by Microsoft, and no zone is linked to it.
 */
function elsewhere(id: ResourceId): AnsweringNetwork | undefined {
  return isVirtualHub({ remoteId: id }) ? undefined : { id, name: nameOf(id) };
}

/**
 * Returns the subscriptions of peered networks that contain DNS servers of the network, because zones are linked to
 * those networks.
 */
export function nameServerSubscriptions(network: VirtualNetwork): readonly string[] {
  const servers = valueOr(ownNameServers(network), []);
  const peers = valueOr(network.peerings, []).filter(
    (one) => !isVirtualHub(one) && servers.some((address) => containsAddress(one.remotePrefixes, address)),
  );
  return [...new Set(peers.flatMap(({ remoteId }) => segmentOf(remoteId, 'subscriptions') ?? []))];
}

function isAt({ addresses }: Firewall, address: string): boolean {
  return addresses.known && addresses.value.includes(address);
}

/**
 * Returns the networks whose links decide how a name resolves in `network`: its own, or those of the final DNS servers.
 * Null if a server isn't in a network that was read, such as on-premises.
 */
export function answeringNetworks(
  model: NetworkModel,
  network: VirtualNetwork,
): Known<readonly AnsweringNetwork[] | null> {
  const sources = nameSources(model, network);
  if (!sources.known) return sources;
  if (sources.value.length === 0) return known([network]);
  const homes = sources.value.map((one) => (one.is === 'silent' ? undefined : one.network));
  return known(homes.some((one) => one === undefined) ? null : homes.filter((one) => one !== undefined));
}

function peersOf(model: NetworkModel, { peerings }: VirtualNetwork): readonly VirtualNetwork[] {
  if (!peerings.known) return [];
  return peerings.value.flatMap((one) => findVirtualNetwork(model, one.remoteId) ?? []);
}

function containsAddress(prefixes: Known<readonly string[]>, address: string): boolean {
  const number = parseIpv4(address);
  if (number === undefined || !prefixes.known) return false;
  return contains(parseAddressSet(prefixes.value).set, number);
}
