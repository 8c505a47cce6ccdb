import { bodyText } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import { formatIpv4, parseIpv4 } from '../../core/addresses/ipv4';
import { parsePrefix } from '../../core/addresses/prefix';
import { rangeContains } from './ranges';
import { adminWord } from './admin-rules';
import { letsOut } from './appliances';
import { firewallAt, whyNotThroughFirewall, type NamedPacket } from './firewalls';
import { nodeNetworkOf, type NodeNetwork } from './node-network';
import { privateZoneAddress } from './private-names';
import { probes, type Probe } from './probes';
import { firstMatch, type NodePacket, type Rule } from './rules';
import { nextHopOf } from './routes';

/** A machine that Azure ML starts, before its network is tested. */
export interface Node {
  readonly kind: 'AmlCompute' | 'ComputeInstance';
  readonly address: string;
  readonly hasPublicAddress: boolean;
  readonly workspaceId: string;
  readonly storageId: string | undefined;
}

/** The first failed probe of a machine. */
export interface Stop {
  readonly probe: Probe;
  readonly why: string;
  readonly packet: NodePacket;
}

/** Number of addresses to test for each service: enough to find a rule that allows only a part of a tag. */
export const testedAddresses = 12;
/** Any port above the well-known ports. Rules with a fixed source port don't match it. */
export const ephemeralPort = 49152;

/** Tests everything that a machine needs, packet by packet; undefined if all of it works. */
export function firstStop(world: World, network: NodeNetwork, node: Node): Stop | undefined {
  for (const probe of probes) {
    const stop = stopAt(world, network, { probe, node });
    if (stop) return stop;
  }
  return undefined;
}

/** Returns everything that a machine needs and can't reach. */
export function everyStop(world: World, network: NodeNetwork, node: Node): readonly Stop[] {
  return probes.flatMap((probe) => stopAt(world, network, { probe, node }) ?? []);
}

/** Result of a program on a machine that calls a host. */
export interface CalledHost {
  readonly is: 'connected' | 'timeout' | 'unresolved';
  readonly address: string | null;
}

/** Calls a host as a program does: it resolves its name and sends a packet. */
export function tryHost(
  world: World,
  network: NodeNetwork,
  { node, host, port }: { readonly node: Node; readonly host: string; readonly port: number },
): CalledHost {
  const to = addressOfHost(world, network, host);
  if (to === undefined) return { is: 'unresolved', address: null };
  const from = parseIpv4(node.address) ?? 0;
  const packet: NodePacket = { protocol: 'Tcp', from, fromPort: ephemeralPort, to, toPort: port };
  const why = whyNotOut(world, network, { packet, node, host });
  return { is: why === undefined ? 'connected' : 'timeout', address: formatIpv4(to) };
}

/** Service tags of host names, by suffix. */
const tagsOfNames: readonly (readonly [RegExp, string])[] = [
  [/\.(blob|dfs|file|queue|table)\.core\.windows\.net$/, 'Storage.{region}'],
  [/\.vault\.azure\.net$/, 'AzureKeyVault.{region}'],
  [/\.azurecr\.io$/, 'AzureContainerRegistry.{region}'],
  [/\.azureml\.(ms|net)$/, 'AzureMachineLearning'],
  [/^login\.microsoftonline\.com$/, 'AzureActiveDirectory'],
  [/^graph\.microsoft\.com$/, 'AzureActiveDirectory'],
  [/^management\.azure\.com$/, 'AzureResourceManager'],
  [/\.data\.mcr\.microsoft\.com$/, 'AzureFrontDoor.FirstParty'],
  [/^mcr\.microsoft\.com$/, 'MicrosoftContainerRegistry.{region}'],
  [/^ml\.azure\.com$/, 'AzureFrontDoor.Frontend'],
  [/(applicationinsights\.(azure|microsoft)|services\.visualstudio)\.com$/, 'AzureMonitor'],
];

/** Resolves a host. The private zones of the network take precedence. */
function addressOfHost(world: World, network: NodeNetwork, host: string): number | undefined {
  const isPrivate = privateZoneAddress(world, network, host);
  if (isPrivate !== undefined) return parseIpv4(isPrivate);
  // A name in the documentation domain (RFC 2606) doesn't resolve. Every other name is on the internet.
  if (host.endsWith('.example')) return undefined;
  const tag = tagsOfNames.find(([ending]) => ending.test(host))?.[1];
  return tag === undefined
    ? parseIpv4('203.0.113.80')
    : world.tags.samples(tag.replace('{region}', network.region), 1)[0];
}

interface ProbeOfNode {
  readonly probe: Probe;
  readonly node: Node;
}

function stopAt(world: World, network: NodeNetwork, { probe, node }: ProbeOfNode): Stop | undefined {
  if (!probe.kinds.includes(node.kind) || (probe.publicOnly && !node.hasPublicAddress)) return undefined;
  const refusal = probe.peer === 'workspace' ? refusedByWorkspace(world, network, node) : undefined;
  if (refusal) return { probe, ...refusal };
  for (const peer of peersOf(world, network, { probe, node })) {
    const packet = packetOf(probe, peer, node);
    const why =
      probe.direction === 'outbound'
        ? whyNotOut(world, network, { packet, node, host: hostOf(probe, network) })
        : whyNotIn(network, packet);
    if (why) return { probe, why, packet };
  }
  return undefined;
}

/**
 * Returns the error of a workspace without public access, which is reachable only by private endpoints. If the network
 * leads to other networks, it passes, because those aren't modeled.
 */
function refusedByWorkspace(
  world: World,
  network: NodeNetwork,
  node: Node,
): Pick<Stop, 'why' | 'packet'> | undefined {
  if (network.leadsElsewhere) return undefined;
  const workspace = world.store.get(node.workspaceId);
  if (!workspace || bodyText(workspace.properties, 'publicNetworkAccess') !== 'Disabled') return undefined;
  if (network.endpoints.some(({ targetId }) => sameText(targetId, node.workspaceId))) return undefined;
  const [front] = world.tags.samples('AzureMachineLearning', 1);
  return {
    why: 'the workspace takes calls by private endpoint alone',
    packet: {
      protocol: 'Tcp',
      from: parseIpv4(node.address) ?? 0,
      fromPort: ephemeralPort,
      to: front ?? 0,
      toPort: 443,
    },
  };
}

function peersOf(world: World, network: NodeNetwork, { probe, node }: ProbeOfNode): readonly number[] {
  const targetId = probe.peer === 'workspace' ? node.workspaceId : node.storageId;
  const group = probe.peer === 'workspace' ? 'amlworkspace' : probe.peer;
  if (group !== 'amlworkspace' && group !== 'blob') {
    return world.tags.samples(probe.peer.replace('{region}', network.region), testedAddresses);
  }
  const endpoints = network.endpoints.filter(
    (endpoint) =>
      targetId !== undefined && sameText(endpoint.targetId, targetId) && endpoint.groupIds.includes(group),
  );
  if (endpoints.length > 0) return endpoints.map((endpoint) => parseIpv4(endpoint.address) ?? 0);
  return group === 'amlworkspace' ? [] : world.tags.samples(`Storage.${network.region}`, testedAddresses);
}

function packetOf(probe: Probe, peer: number, node: Node): NodePacket {
  const own = parseIpv4(node.address) ?? 0;
  const isOut = probe.direction === 'outbound';
  return {
    protocol: probe.protocol,
    from: isOut ? own : peer,
    fromPort: ephemeralPort,
    to: isOut ? peer : own,
    toPort: probe.port,
  };
}

function hostOf({ host }: Probe, { region }: NodeNetwork): string | undefined {
  return host?.replace('{region}', region.toLowerCase());
}

interface Leaving {
  readonly packet: NodePacket;
  readonly node: Node;
  readonly host: string | undefined;
}

function whyNotOut(world: World, network: NodeNetwork, { packet, node, host }: Leaving): string | undefined {
  const denied = denialBy(network, packet, 'Outbound');
  if (denied) return denied;
  const hop = nextHopOf(packet.to, network.context);
  switch (hop.kind) {
    case 'internet':
      return hasOutboundAccess(network, node) ? undefined : 'no way out';
    case 'appliance':
      return whyNotThrough(world, network, { packet, host, address: hop.address });
    case 'local':
    case 'peering':
      return whyNotAtEndpoint(world, network, packet);
    case 'service-endpoint':
      return whyNotByEndpoint(network);
    case 'gateway':
    case 'none':
      return `route to ${hop.kind}`;
  }
}

function whyNotByEndpoint({ isPolicyBlocked }: NodeNetwork): string | undefined {
  return isPolicyBlocked ? 'a service endpoint policy' : undefined;
}

function denialBy(
  network: NodeNetwork,
  packet: NodePacket,
  direction: Rule['direction'],
): string | undefined {
  const admin = adminWord(network.adminRules, packet, { means: network.means, direction });
  if (admin?.access === 'Deny') return `admin rule ${admin.priority} ${admin.name}`;
  if (admin?.access === 'AlwaysAllow') return undefined;
  return groupDenial(direction === 'Outbound' ? network.outbound : network.inbound, network, packet);
}

function groupDenial(
  rules: readonly Rule[] | undefined,
  network: NodeNetwork,
  packet: NodePacket,
): string | undefined {
  const rule = rules && firstMatch(rules, packet, network.means);
  return rule?.access === 'Deny' ? `rule ${rule.priority} ${rule.name}` : undefined;
}

function hasOutboundAccess(network: NodeNetwork, node: Node): boolean {
  return node.hasPublicAddress || network.hasNat || network.hasDefaultAccess;
}

function whyNotThrough(
  world: World,
  network: NodeNetwork,
  { packet, host, address }: NamedPacket & { address: string },
): string | undefined {
  const value = parseIpv4(address) ?? 0;
  const inAny = (prefixes: readonly string[]): boolean =>
    prefixes.some((text) => {
      const range = parsePrefix(text);
      return range !== undefined && rangeContains(range, value);
    });
  const isNear = inAny([...network.context.networkPrefixes, ...network.context.peeredPrefixes]);
  if (!isNear || inAny(network.prefixes)) return `appliance ${address} is not reachable`;
  const firewall = firewallAt(world, address);
  if (firewall) return whyNotThroughFirewall(world, firewall, { packet, host });
  const appliance = world.settings.appliances.find((entry) => entry.address === address);
  if (!appliance) return `nothing answers at ${address}`;
  return letsOut(appliance, packet, world.tags) ? undefined : `appliance ${appliance.name}`;
}

/**
 * Checks the rules of an endpoint's subnet, which apply only if the subnet enables them. Network manager rules never
 * apply.
 */
function whyNotAtEndpoint(world: World, network: NodeNetwork, packet: NodePacket): string | undefined {
  const endpoint = network.endpoints.find((entry) => entry.address === formatIpv4(packet.to));
  const subnet = endpoint && world.store.get(endpoint.subnetId);
  const policy = subnet && bodyText(subnet.properties, 'privateEndpointNetworkPolicies');
  if (!subnet || (policy !== 'Enabled' && policy !== 'NetworkSecurityGroupEnabled')) return undefined;
  const there = nodeNetworkOf(world, subnet);
  return there && groupDenial(there.inbound, there, packet);
}

/** Checks an inbound call of the service: NSGs must allow it, and the reply must leave on the path of the call. */
export function whyNotIn(network: NodeNetwork, packet: NodePacket): string | undefined {
  const denied = denialBy(network, packet, 'Inbound');
  if (denied) return denied;
  const hop = nextHopOf(packet.from, network.context);
  return hop.kind === 'internet' ? undefined : `reply goes to ${hop.kind}`;
}
