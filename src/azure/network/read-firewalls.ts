import { parsePrefix } from '../../core/addresses/prefix';
import { parseIpv4 } from '../../core/addresses/ipv4';
import { known, unknown, valueOr, type Known } from '../../core/known';
import type { Firewall, IpGroup } from '../../core/network/firewall';
import { nameOf, routeTableOf, sameId } from '../../core/network/find';
import { reason } from '../../core/reason';
import type {
  NetworkModel,
  Peering,
  ResourceId,
  Route,
  Subnet,
  VirtualNetwork,
} from '../../core/network/model';
import { hubRoutes } from '../../core/reach/unknown-gateway-routes';
import { networkReadApiVersion } from './network-api-versions';
import { listAt, textAt, type JsonObject } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { resourceParts, requireSegment } from '../resource-parts';
import { getResource, type NetworkType } from './get-resource';
import { orUnknown } from './or-unknown';
import type { Reading } from './read-endpoint-addresses';
import { unlessDenied } from './unless-denied';
import { hubAddressOf, ipGroupsIn, policyOf, toFirewall, toIpGroup, type PolicyBodies } from './to-firewall';

/** A subnet that was just read. */
export interface RoutedSubnet {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/**
 * Returns the model's firewalls. Those that the subnet's routes or the network's DNS servers point to have their
 * current state, in its own network or a peered network. A firewall that can't be read stays an appliance like any
 * other.
 */
export async function readFirewalls(reading: Reading, routed: RoutedSubnet): Promise<readonly Firewall[]> {
  const hops = hopsOf(routed);
  if (hops.length === 0) return routed.model.firewalls;
  const networks = [...new Set(hops.flatMap((hop) => networkOf(hop, routed.network) ?? []))];
  const read = (await Promise.all(networks.map((id) => firewallsIn(reading, id, { routed, hops })))).flat();
  const others = routed.model.firewalls.filter(
    ({ addresses }) => !valueOr(addresses, []).some((one) => hops.includes(one)),
  );
  return [...others, ...read];
}

/**
 * Returns the addresses to which the subnet's routes, its hub's routes, and its network's DNS servers point, each once.
 */
function hopsOf({ model, network, subnet }: RoutedSubnet): readonly string[] {
  const table = routeTableOf(model, subnet);
  const hubNextHops = hubRoutes(network, subnet, table).flatMap(({ nextHopAddress }) => nextHopAddress ?? []);
  const routes: readonly Route[] = table.known && table.value ? valueOr(table.value.routes, []) : [];
  const hops = routes.flatMap(({ nextHop, nextHopAddress }) =>
    nextHop.known && nextHop.value === 'VirtualAppliance' ? (valueOr(nextHopAddress, null) ?? []) : [],
  );
  return [...new Set([...hops, ...hubNextHops, ...valueOr(network.dnsServers, [])])];
}

function networkOf(hop: string, { id, addressPrefixes, peerings }: VirtualNetwork): ResourceId | undefined {
  if (containsAddress(addressPrefixes, hop)) return id;
  const all: readonly Peering[] = valueOr(peerings, []);
  return all.find(({ remotePrefixes }) => containsAddress(remotePrefixes, hop))?.remoteId;
}

function containsAddress(prefixes: Known<readonly string[]>, address: string): boolean {
  const value = parseIpv4(address);
  return valueOr(prefixes, []).some((text) => {
    const prefix = parsePrefix(text);
    return prefix !== undefined && value !== undefined && prefix.first <= value && value <= prefix.last;
  });
}

interface Hops {
  readonly routed: RoutedSubnet;
  readonly hops: readonly string[];
}

/** Reads the firewalls of a network, found by the IP configurations in its subnets. */
async function firewallsIn(
  reading: Reading,
  networkId: ResourceId,
  hops: Hops,
): Promise<readonly Firewall[]> {
  const network = await unlessDenied(() => getBody(reading, networkId, 'virtualNetworks'));
  if (!network) return firewallsInHub(reading, networkId, hops);
  const configurations = listAt(network, 'properties', 'subnets')
    .flatMap((subnet) => listAt(subnet, 'properties', 'ipConfigurations'))
    .flatMap((one) => textAt(one, 'id') ?? []);
  const ids = configurations.flatMap((id) => /^.*\/azureFirewalls\/[^/]+/i.exec(id)?.[0] ?? []);
  const once = ids.filter((id, index) => ids.findIndex((other) => sameId(other, id)) === index);
  const read = await Promise.all(once.map((id) => readFirewall(reading, id)));
  return read.filter((one) => one !== undefined);
}

/**
 * Reads the firewall of a virtual hub. The hub is a Microsoft-managed network that the account can't read. Its firewall
 * is a resource like any other. If the hub could be read, it references the firewall in any subscription. Otherwise the
 * firewall is found by its address in the spoke's subscription.
 */
async function firewallsInHub(
  reading: Reading,
  networkId: ResourceId,
  { routed, hops }: Hops,
): Promise<readonly Firewall[]> {
  const named = routed.network.hub?.firewallId;
  if (named) {
    const one = await readFirewall(reading, named, networkId);
    return one ? [one] : [];
  }
  const { subscriptionId } = resourceParts(routed.network.id);
  const list = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/azureFirewalls`;
  const { clients, signal } = reading;
  const url = urlOf(clients.endpoint, list, networkReadApiVersion);
  const listed = await orUnknown(() => rawList(clients.rawNetwork(subscriptionId), url, signal), {
    name: 'azureFirewalls',
    scope: subscriptionId,
  });
  const found = valueOr(listed, []).filter((one) => hops.includes(hubAddressOf(one) ?? ''));
  const read = await Promise.all(
    found.map((one) => readFirewall(reading, textAt(one, 'id') ?? '', networkId)),
  );
  return read.filter((one) => one !== undefined);
}

async function readFirewall(
  reading: Reading,
  id: ResourceId,
  hubNetwork?: ResourceId,
): Promise<Firewall | undefined> {
  const firewall = await unlessDenied(() => getBody(reading, id, 'azureFirewalls'));
  if (!firewall) return undefined;
  const policies = await readPolicies(reading, policyOf(firewall));
  const bodies = policies.known
    ? policies.value.flatMap(({ groups }) => (groups.known ? groups.value : []))
    : [];
  const ipGroups = await Promise.all(
    ipGroupsIn([firewall, ...bodies]).map((group) => readIpGroup(reading, group)),
  );
  return toFirewall({ firewall, policies, ipGroups }, hubNetwork);
}

/** Maximum number of parents. Each policy has one parent; a longer chain is a cycle. */
const mostParents = 10;

/** Reads the policy and its parents, root first. */
async function readPolicies(
  reading: Reading,
  own: ResourceId | undefined,
): Promise<Known<readonly PolicyBodies[]>> {
  const found: PolicyBodies[] = [];
  let id = own;
  while (id !== undefined && found.length < mostParents) {
    const policy = await readPolicy(reading, id);
    if (!policy.known) return policy;
    found.unshift(policy.value);
    id = policyOf(policy.value.policy);
  }
  return id === undefined ? known(found) : unknown(reason('unknown.tooComplex'));
}

async function readPolicy(reading: Reading, id: ResourceId): Promise<Known<PolicyBodies>> {
  const { clients, signal } = reading;
  const { subscriptionId, resourceGroup } = resourceParts(id);
  const readable = { name: nameOf(id), scope: resourceGroup };
  const url = urlOf(clients.endpoint, `${id}/ruleCollectionGroups`, networkReadApiVersion);
  const [policy, groups] = await Promise.all([
    orUnknown(() => getBody(reading, id, 'firewallPolicies'), readable),
    orUnknown(() => rawList(clients.rawNetwork(subscriptionId), url, signal), readable),
  ]);
  return policy.known ? known({ policy: policy.value, groups }) : policy;
}

async function readIpGroup(reading: Reading, id: ResourceId): Promise<IpGroup> {
  const { resourceGroup } = resourceParts(id);
  const name = nameOf(id);
  const body = await orUnknown(() => getBody(reading, id, 'ipGroups'), { name, scope: resourceGroup });
  return body.known ? toIpGroup(body.value) : { id, name, addresses: unknown(body.because) };
}

async function getBody(reading: Reading, id: ResourceId, type: NetworkType): Promise<JsonObject> {
  return getResource(reading, { id, type, name: requireSegment(id, type) });
}
