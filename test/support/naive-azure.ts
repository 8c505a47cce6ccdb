import type { Packet } from '../../src/core/judgement';
import type { NetworkModel, Route, SecurityRule } from '../../src/core/network/model';

/**
 * Azure for one packet at a time, written from the documentation and sharing nothing with `src`: first matching rule,
 * longest prefix, no sets. What is not known is handed in, so that a test can try every way it may be.
 */
export interface NaiveWorld {
  readonly model: NetworkModel;
  /** Prefixes per tag, lower case. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly publicIp: boolean;
  readonly direction: 'Inbound' | 'Outbound';
  readonly assume: {
    /** Whether an address belongs to a tag that the list lacks. */
    inUnknownTag(tag: string): boolean;
    /** Whether what user routes name is still `Internet`. */
    readonly internetHoldsRouted: boolean;
    /** Whether what only tag routes name is `VirtualNetwork`. */
    readonly virtualNetworkHoldsTagRoutes: boolean;
  };
}

export type NaiveEnd =
  | { readonly is: 'passes'; readonly rule: string | null; readonly byDefault: boolean }
  | { readonly is: 'blocked'; readonly by: string }
  | { readonly is: 'no-way-out' }
  | { readonly is: 'reply-lost'; readonly by: string }
  | { readonly is: 'handed-on'; readonly by: string };

type Bits = string;

const bits = new Map<string, Bits>();

function bitsOf(address: string): Bits {
  const before = bits.get(address);
  if (before !== undefined) return before;
  const made = address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  bits.set(address, made);
  return made;
}

/** Length of the prefix where it holds the address, else -1. */
function matchLength(prefix: string, address: string): number {
  const [base = '', length = '32'] = prefix.split('/');
  const wanted = Number(length);
  return bitsOf(address).startsWith(bitsOf(base).slice(0, wanted)) ? wanted : -1;
}

function inSpec(text: string, address: string): boolean {
  if (text.includes(':')) return false;
  const [from, to] = text.split('-');
  if (from !== undefined && to !== undefined) {
    return bitsOf(from) <= bitsOf(address) && bitsOf(address) <= bitsOf(to);
  }
  return matchLength(text, address) >= 0;
}

const isAddressText = (text: string): boolean => /^\d|:/.test(text);
const isPrivate = (address: string): boolean =>
  [
    ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'],
    ...['127.0.0.0/8', '224.0.0.0/3', '168.63.129.16'],
  ].some((prefix) => inSpec(prefix, address));

function parts(world: NaiveWorld) {
  const [network] = world.model.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  const [table] = world.model.routeTables;
  if (!network || !subnet) throw new Error('no network');
  return { network, subnet, table };
}

function value<T>(known: { known: true; value: T } | { known: false }): T {
  if (!known.known) throw new Error('The naive evaluator knows everything');
  return known.value;
}

function ownPrefixes(world: NaiveWorld): readonly string[] {
  const { network } = parts(world);
  const peers = value(network.peerings).filter(({ state }) => value(state) === 'Connected');
  return [...value(network.addressPrefixes), ...peers.flatMap(({ remotePrefixes }) => value(remotePrefixes))];
}

function routesOf(world: NaiveWorld): readonly Route[] {
  const { table } = parts(world);
  return table ? value(table.routes) : [];
}

function names(text: string, address: string, world: NaiveWorld): boolean {
  const name = text.toLowerCase();
  if (name === '*' || name === 'any') return true;
  if (isAddressText(text)) return inSpec(text, address);
  const own = ownPrefixes(world).some((prefix) => inSpec(prefix, address));
  const destinations = routesOf(world).map(({ destination }) => value(destination));
  const routed = destinations.some((one) => isAddressText(one) && inSpec(one, address));
  const tagRouted = destinations.some(
    (one) => !isAddressText(one) && inTag(one.toLowerCase(), address, world),
  );
  switch (name) {
    case 'virtualnetwork':
      return (
        own ||
        address === '168.63.129.16' ||
        routed ||
        (tagRouted && world.assume.virtualNetworkHoldsTagRoutes)
      );
    case 'internet':
      return !own && !isPrivate(address) && (!(routed || tagRouted) || world.assume.internetHoldsRouted);
    case 'azureloadbalancer':
      return address === '168.63.129.16';
    default:
      return inTag(name, address, world);
  }
}

function inTag(name: string, address: string, world: NaiveWorld): boolean {
  const prefixes = world.tags[name];
  if (!prefixes) return !isPrivate(address) && world.assume.inUnknownTag(name);
  return prefixes.some((prefix) => inSpec(prefix, address));
}

const inPorts = (texts: readonly string[], port: number | null): boolean =>
  texts.some((text) => {
    if (text === '*') return true;
    const [from = '', to = from] = text.split('-');
    return port !== null && Number(from) <= port && port <= Number(to);
  });

function matches(rule: SecurityRule, packet: Packet, world: NaiveWorld): boolean {
  const protocol = value(rule.protocol);
  return (
    value(rule.direction) === world.direction &&
    (protocol === '*' || protocol.toUpperCase() === packet.protocol) &&
    value(rule.sources).some((text) => names(text, packet.source, world)) &&
    value(rule.destinations).some((text) => names(text, packet.destination, world)) &&
    inPorts(value(rule.sourcePorts), packet.sourcePort) &&
    inPorts(value(rule.destinationPorts), packet.destinationPort)
  );
}

type Decision = { readonly name: string; readonly allows: boolean; readonly byDefault: boolean };

function defaultDecision(packet: Packet, world: NaiveWorld): Decision {
  const bothIn = ['source', 'destination'].every((side) =>
    names('VirtualNetwork', packet[side as 'source' | 'destination'], world),
  );
  const inbound = world.direction === 'Inbound';
  const end = inbound ? 'InBound' : 'OutBound';
  if (bothIn) return { name: `AllowVnet${end}`, allows: true, byDefault: true };
  if (inbound && packet.source === '168.63.129.16') {
    return { name: 'AllowAzureLoadBalancerInBound', allows: true, byDefault: true };
  }
  if (!inbound && names('Internet', packet.destination, world)) {
    return { name: 'AllowInternetOutBound', allows: true, byDefault: true };
  }
  return { name: `DenyAll${end}`, allows: false, byDefault: true };
}

function decide(packet: Packet, world: NaiveWorld): Decision | null {
  const [group] = world.model.securityGroups;
  if (!group) return null;
  let first: SecurityRule | undefined;
  for (const rule of value(group.rules)) {
    if (!matches(rule, packet, world)) continue;
    if (!first || value(rule.priority) < value(first.priority)) first = rule;
  }
  return first
    ? { name: first.name, allows: value(first.access) === 'Allow', byDefault: false }
    : defaultDecision(packet, world);
}

interface Hop {
  readonly hop: string;
  readonly by: string;
}

function nextHop(address: string, world: NaiveWorld): Hop {
  const { network, subnet } = parts(world);
  if (address === '168.63.129.16' || address === '169.254.169.254')
    return { hop: 'VnetLocal', by: 'platform' };
  const location = value(network.location);
  if (value(subnet.serviceEndpoints).includes('Microsoft.Storage')) {
    const tag = `storage.${location}`;
    if (world.tags[tag] && inTag(tag, address, world)) return { hop: 'Endpoint', by: 'Storage' };
  }
  let best: (Hop & { length: number; rank: number }) | undefined;
  const offer = (prefix: string, rank: number, hop: Hop): void => {
    const length = matchLength(prefix, address);
    if (length < 0) return;
    if (!best || length > best.length || (length === best.length && rank < best.rank))
      best = { ...hop, length, rank };
  };
  const routes = routesOf(world);
  for (const route of routes) {
    const destination = value(route.destination);
    const hop = { hop: value(route.nextHop), by: destination };
    if (isAddressText(destination)) offer(destination, 0, hop);
    else {
      const cloud = /^azurecloud/i.test(destination) ? 2 : 0;
      const rank = 1 + cloud + (destination.includes('.') ? 0 : 1);
      for (const prefix of world.tags[destination.toLowerCase()] ?? []) offer(prefix, rank, hop);
    }
  }
  for (const prefix of ownPrefixes(world)) offer(prefix, 9, { hop: 'VnetLocal', by: 'system' });
  const hasDefault = routes.some(({ destination }) => value(destination).endsWith('/0'));
  for (const range of ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']) {
    const isHeld = value(network.addressPrefixes).some(
      (space) =>
        Number(space.split('/')[1]) <= Number(range.split('/')[1]) &&
        inSpec(space, range.split('/')[0] ?? ''),
    );
    if (!hasDefault && !isHeld) offer(range, 9, { hop: 'None', by: range });
  }
  offer('0.0.0.0/0', 9, { hop: 'Internet', by: '0.0.0.0/0' });
  return best ?? { hop: 'None', by: 'nothing' };
}

function hasWayOut(world: NaiveWorld): boolean {
  const { subnet } = parts(world);
  const [nat] = world.model.natGateways;
  return nat !== undefined || world.publicIp || value(subnet.defaultOutboundAccess) !== false;
}

/** What becomes of one packet. */
export function naiveEnd(packet: Packet, world: NaiveWorld): NaiveEnd {
  const decision = decide(packet, world);
  if (decision && !decision.allows) return { is: 'blocked', by: decision.name };
  const passes: NaiveEnd = {
    is: 'passes',
    rule: decision?.name ?? null,
    byDefault: decision?.byDefault ?? true,
  };
  const remote = world.direction === 'Outbound' ? packet.destination : packet.source;
  const own = ownPrefixes(world).some((prefix) => inSpec(prefix, remote));
  const { hop, by } = nextHop(remote, world);
  if (world.direction === 'Inbound') return naiveReply({ passes, hop, by, own, world });
  switch (hop) {
    case 'VnetLocal':
      return own || by === 'platform' ? passes : { is: 'blocked', by };
    case 'Endpoint':
      return passes;
    case 'None':
      return { is: 'blocked', by };
    case 'Internet':
      return naiveLeaving(remote, { passes, by, world });
    default:
      return { is: 'handed-on', by };
  }
}

function naiveLeaving(remote: string, on: { passes: NaiveEnd; by: string; world: NaiveWorld }): NaiveEnd {
  const { world, passes, by } = on;
  if (isPrivate(remote) && remote !== '168.63.129.16') return { is: 'blocked', by };
  const storage = `storage.${value(parts(world).network.location)}`;
  const beside = world.tags[storage] !== undefined && inTag(storage, remote, world);
  return hasWayOut(world) || beside ? passes : { is: 'no-way-out' };
}

interface Reply {
  readonly passes: NaiveEnd;
  readonly hop: string;
  readonly by: string;
  readonly own: boolean;
  readonly world: NaiveWorld;
}

function naiveReply({ passes, hop, by, own, world }: Reply): NaiveEnd {
  if (['VnetLocal', 'Endpoint', 'Internet'].includes(hop)) return passes;
  if (own) return hop === 'None' ? { is: 'reply-lost', by } : { is: 'handed-on', by };
  return world.publicIp ? { is: 'reply-lost', by } : passes;
}
