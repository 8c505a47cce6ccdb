import type { ExamplePacket } from '../../src/core/check-result';
import type {
  AdminRule,
  NetworkModel,
  Route,
  SecurityGroup,
  SecurityRule,
} from '../../src/core/network/model';

/**
 * Azure for one packet at a time, written from the documentation and sharing nothing with `src`: first matching rule,
 * longest prefix, no sets. Unknown values are parameters, so that a test can try every combination.
 */
export interface NaiveWorld {
  readonly model: NetworkModel;
  /** NSG of the network interface, if there is one. */
  readonly nic?: SecurityGroup | undefined;
  /** Prefixes per tag, lower case. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly publicIp: boolean;
  readonly direction: 'Inbound' | 'Outbound';
  readonly assume: {
    /** Whether an address belongs to an unlisted tag. */
    inUnknownTag(tag: string): boolean;
    /** Whether addresses that user routes name are still `Internet`. */
    readonly internetHoldsRouted: boolean;
    /** Whether addresses that only tag routes name are `VirtualNetwork`. */
    readonly virtualNetworkHoldsTagRoutes: boolean;
    /** Whether the far side is in an application security group, if it is in the network at all. */
    isMember(group: string): boolean;
    /** Whether the rules of the first of two network managers are evaluated first. */
    readonly firstManagerIsWider: boolean;
  };
}

export type NaiveEnd =
  | { readonly is: 'passes'; readonly byDefault: boolean }
  | { readonly is: 'blocked'; readonly by: string }
  | { readonly is: 'no-outbound-access' }
  | { readonly is: 'reply-lost'; readonly by: string }
  | { readonly is: 'forwarded'; readonly by: string };

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

const beginnings = new Map<string, Bits>();

/** Returns the bits that every address of a prefix starts with. */
function beginningOf(prefix: string): Bits {
  const before = beginnings.get(prefix);
  if (before !== undefined) return before;
  const [base = '', length = '32'] = prefix.split('/');
  const made = bitsOf(base).slice(0, Number(length));
  beginnings.set(prefix, made);
  return made;
}

/** Length of the prefix if it contains the address, otherwise -1. */
function matchLength(prefix: string, address: string): number {
  const beginning = beginningOf(prefix);
  return bitsOf(address).startsWith(beginning) ? beginning.length : -1;
}

function inSpec(text: string, address: string): boolean {
  if (text.includes(':')) return false;
  if (!text.includes('-')) return matchLength(text, address) >= 0;
  const [from = '', to = ''] = text.split('-');
  return bitsOf(from) <= bitsOf(address) && bitsOf(address) <= bitsOf(to);
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
  const peers = value(network.peerings).filter(
    ({ state, onlyIpv6 }) => value(state) === 'Connected' && onlyIpv6 !== true,
  );
  return [...value(network.addressPrefixes), ...peers.flatMap(({ remotePrefixes }) => value(remotePrefixes))];
}

function routesOf(world: NaiveWorld): readonly Route[] {
  const { table } = parts(world);
  return table ? value(table.routes) : [];
}

type Kept<T> = WeakMap<NaiveWorld, Map<string, Map<string, T>>>;

/** Returns whether a text matches an address, computed once for all packets of a world. */
function once<T>(kept: Kept<T>, world: NaiveWorld, text: string, address: string, find: () => T): T {
  let ofWorld = kept.get(world);
  if (!ofWorld) kept.set(world, (ofWorld = new Map()));
  let ofText = ofWorld.get(text);
  if (!ofText) ofWorld.set(text, (ofText = new Map()));
  const before = ofText.get(address);
  if (before !== undefined) return before;
  const found = find();
  ofText.set(address, found);
  return found;
}

const named: Kept<boolean> = new WeakMap();

function names(text: string, address: string, world: NaiveWorld): boolean {
  return once(named, world, text, address, () => isNamed(text, address, world));
}

function isNamed(text: string, address: string, world: NaiveWorld): boolean {
  if (isAddressText(text)) return inSpec(text, address);
  const meaning = wordMeanings[text.toLowerCase()];
  return meaning ? meaning(address, world) : inTag(text.toLowerCase(), address, world);
}

type WordMeaning = (address: string, world: NaiveWorld) => boolean;

const wordMeanings: Readonly<Record<string, WordMeaning>> = {
  '*': () => true,
  any: () => true,
  virtualnetwork: isVirtualNetwork,
  internet: isInternet,
  azureloadbalancer: (address) => address === '168.63.129.16',
};

function isVirtualNetwork(address: string, world: NaiveWorld): boolean {
  const { byPrefix, byTag } = routedBy(address, world);
  if (isOwn(address, world) || address === '168.63.129.16' || byPrefix) return true;
  return byTag && world.assume.virtualNetworkHoldsTagRoutes;
}

function isInternet(address: string, world: NaiveWorld): boolean {
  if (isOwn(address, world) || isPrivate(address)) return false;
  const { byPrefix, byTag } = routedBy(address, world);
  return world.assume.internetHoldsRouted || !(byPrefix || byTag);
}

const own: Kept<boolean> = new WeakMap();

function isOwn(address: string, world: NaiveWorld): boolean {
  return once(own, world, '', address, () => isInSpace(address, world));
}

function isInSpace(address: string, world: NaiveWorld): boolean {
  return ownPrefixes(world).some((prefix) => inSpec(prefix, address));
}

/** Prefixes that a gateway advertised and that the subnet's route table doesn't disable. */
function learnedBy(world: NaiveWorld): string[] {
  const { subnet, table } = parts(world);
  if (table && value(table.disableBgpRoutePropagation)) return [];
  return (subnet.effectiveRoutes?.learned ?? []).map(({ prefix }) => prefix);
}

function routedBy(address: string, world: NaiveWorld): { byPrefix: boolean; byTag: boolean } {
  const destinations = [...routesOf(world).map(({ destination }) => value(destination)), ...learnedBy(world)];
  return {
    byPrefix: destinations.some((one) => isAddressText(one) && inSpec(one, address)),
    byTag: destinations.some((one) => !isAddressText(one) && inTag(one.toLowerCase(), address, world)),
  };
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

function matches(rule: Omit<SecurityRule, 'access'>, packet: ExamplePacket, world: NaiveWorld): boolean {
  const protocol = value(rule.protocol);
  return (
    value(rule.direction) === world.direction &&
    (protocol === '*' || protocol.toUpperCase() === packet.protocol) &&
    inPorts(value(rule.sourcePorts), packet.sourcePort) &&
    inPorts(value(rule.destinationPorts), packet.destinationPort) &&
    onSide(packet.source, world, { texts: value(rule.sources), groups: rule.sourceApplicationGroups }) &&
    onSide(packet.destination, world, {
      texts: value(rule.destinations),
      groups: rule.destinationApplicationGroups,
    })
  );
}

interface Side {
  readonly texts: readonly string[];
  readonly groups: readonly string[];
}

function onSide(address: string, world: NaiveWorld, { texts, groups }: Side): boolean {
  if (texts.some((text) => names(text, address, world))) return true;
  return isOwn(address, world) && groups.some((group) => world.assume.isMember(group));
}

type Decision = { readonly name: string; readonly allows: boolean; readonly byDefault: boolean };

function defaultDecision(packet: ExamplePacket, world: NaiveWorld): Decision {
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

function decide(group: SecurityGroup, packet: ExamplePacket, world: NaiveWorld): Decision {
  let first: SecurityRule | undefined;
  for (const rule of value(group.rules)) {
    if (!matches(rule, packet, world)) continue;
    if (!first || value(rule.priority) < value(first.priority)) first = rule;
  }
  return first
    ? { name: first.name, allows: value(first.access) === 'Allow', byDefault: false }
    : defaultDecision(packet, world);
}

/** Network managers with rules in the network. */
export function managersOf({ virtualNetworks: [network] }: NetworkModel): readonly string[] {
  const rules = network?.adminRules?.known ? network.adminRules.value : [];
  return [...new Set(rules.map(({ managerId }) => managerId))];
}

/** Returns the first rule of a network manager that matches the packet. */
function adminRuleOf(packet: ExamplePacket, world: NaiveWorld): AdminRule | undefined {
  const { network } = parts(world);
  const managers = [...managersOf(world.model)];
  if (!world.assume.firstManagerIsWider) managers.reverse();
  return [...(network.adminRules ? value(network.adminRules) : [])]
    .filter((rule) => matches(rule, packet, world))
    .sort(
      (a, b) =>
        managers.indexOf(a.managerId) - managers.indexOf(b.managerId) ||
        value(a.priority) - value(b.priority),
    )[0];
}

interface Hop {
  readonly hop: string;
  readonly by: string;
}

interface Offer extends Hop {
  readonly prefix: string;
  readonly rank: number;
}

const hops: Kept<Hop> = new WeakMap();

function nextHop(address: string, world: NaiveWorld): Hop {
  return once(hops, world, '', address, () => routed(address, world));
}

function routed(address: string, world: NaiveWorld): Hop {
  if (address === '168.63.129.16' || address === '169.254.169.254') {
    return { hop: 'VnetLocal', by: 'platform' };
  }
  const { subnet } = parts(world);
  if (value(subnet.serviceEndpoints).includes('Microsoft.Storage') && isStorageOfEndpoint(address, world)) {
    return { hop: 'Endpoint', by: 'Storage' };
  }
  const [best] = [...userOffers(world), ...learnedOffers(world), ...systemOffers(world)]
    .map((offer) => ({ ...offer, length: matchLength(offer.prefix, address) }))
    .filter(({ length }) => length >= 0)
    .sort((a, b) => b.length - a.length || a.rank - b.rank);
  return best ?? { hop: 'None', by: 'nothing' };
}

/** The service endpoint for storage reaches accounts of the region and of its paired region. */
function isStorageOfEndpoint(address: string, world: NaiveWorld): boolean {
  const isPaired = value(parts(world).network.location) === 'westeurope';
  return isStorageOfRegion(address, world) || (isPaired && isStorageIn('northeurope', address, world));
}

function isStorageOfRegion(address: string, world: NaiveWorld): boolean {
  return isStorageIn(value(parts(world).network.location), address, world);
}

function isStorageIn(region: string, address: string, world: NaiveWorld): boolean {
  const tag = `storage.${region}`;
  return world.tags[tag] !== undefined && inTag(tag, address, world);
}

function userOffers(world: NaiveWorld): Offer[] {
  return routesOf(world).flatMap((route) => {
    const destination = value(route.destination);
    const hop = { hop: value(route.nextHop), by: destination };
    if (destination.includes(':')) return [];
    if (isAddressText(destination)) return [{ ...hop, prefix: destination, rank: 0 }];
    const cloud = /^azurecloud/i.test(destination) ? 2 : 0;
    const rank = 1 + cloud + (destination.includes('.') ? 0 : 1);
    return (world.tags[destination.toLowerCase()] ?? []).map((prefix) => ({ ...hop, prefix, rank }));
  });
}

/** Azure's own routes of the network and its peers override routes that were learned inside them. */
function learnedOffers(world: NaiveWorld): Offer[] {
  const own = ownPrefixes(world).map((prefix) => prefix.split('/'));
  const isInside = (prefix: string): boolean => {
    const [base = '', length = ''] = prefix.split('/');
    return own.some(
      ([ownBase = '', ownLength = '']) =>
        Number(ownLength) <= Number(length) && matchLength(`${ownBase}/${ownLength}`, base) >= 0,
    );
  };
  return learnedBy(world)
    .filter((prefix) => !prefix.includes(':') && !isInside(prefix))
    .map((prefix) => ({ prefix, rank: 5, hop: 'VirtualNetworkGateway', by: prefix }));
}

function systemOffers(world: NaiveWorld): Offer[] {
  const space = value(parts(world).network.addressPrefixes);
  const hasDefault = routesOf(world).some(({ destination }) => value(destination) === '0.0.0.0/0');
  const reported = parts(world).subnet.effectiveRoutes?.dropped;
  const usual = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
  const dropped = (reported ?? usual).filter((range) => {
    const [base = '', length] = range.split('/');
    const isHeld = space.some((one) => Number(one.split('/')[1]) <= Number(length) && inSpec(one, base));
    return !hasDefault && !isHeld;
  });
  return [
    ...ownPrefixes(world).map((prefix) => ({ prefix, rank: 9, hop: 'VnetLocal', by: 'system' })),
    ...dropped.map((prefix) => ({ prefix, rank: 9, hop: 'None', by: prefix })),
    { prefix: '0.0.0.0/0', rank: 9, hop: 'Internet', by: '0.0.0.0/0' },
  ];
}

function hasOutboundAccess(world: NaiveWorld): boolean {
  const { subnet } = parts(world);
  const [nat] = world.model.natGateways;
  return nat !== undefined || world.publicIp || value(subnet.defaultOutboundAccess) !== false;
}

/** Returns the result of one packet. */
export function naiveEnd(packet: ExamplePacket, world: NaiveWorld): NaiveEnd {
  const admin = adminRuleOf(packet, world);
  switch (admin ? value(admin.access) : 'Allow') {
    case 'Deny':
      return { is: 'blocked', by: admin?.name ?? '' };
    case 'AlwaysAllow':
      return onTheWay(packet, world, { is: 'passes', byDefault: false });
    case 'Allow':
      return throughGroups(packet, world);
  }
}

function throughGroups(packet: ExamplePacket, world: NaiveWorld): NaiveEnd {
  const [subnet] = world.model.securityGroups;
  const groups = [world.nic, subnet].filter((group) => group !== undefined);
  // Outbound, the network interface's NSG is evaluated first; inbound, the subnet's.
  if (world.direction === 'Inbound') groups.reverse();
  const decisions = groups.map((group) => decide(group, packet, world));
  const denial = decisions.find(({ allows }) => !allows);
  if (denial) return { is: 'blocked', by: denial.name };
  const byDefault = decisions.length === 0 || decisions.some((one) => one.byDefault);
  return onTheWay(packet, world, { is: 'passes', byDefault });
}

/** Returns the result of a packet that no rule blocks. `passes` is its result if no route sends it elsewhere. */
function onTheWay(packet: ExamplePacket, world: NaiveWorld, passes: NaiveEnd): NaiveEnd {
  const outbound = world.direction === 'Outbound';
  const remote = outbound ? packet.destination : packet.source;
  const on = { passes, remote, own: isOwn(remote, world), world, ...nextHop(remote, world) };
  return outbound ? naiveOnward(on) : naiveReply(on);
}

function naiveOnward(on: Reply): NaiveEnd {
  const { passes, hop, by, own } = on;
  switch (hop) {
    case 'VnetLocal':
      return own || by === 'platform' ? passes : { is: 'blocked', by };
    case 'Endpoint':
      return passes;
    case 'None':
      return { is: 'blocked', by };
    case 'Internet':
      return naiveLeaving(on);
    default:
      return { is: 'forwarded', by };
  }
}

function naiveLeaving({ remote, world, passes, by }: Reply): NaiveEnd {
  if (isPrivate(remote)) return { is: 'blocked', by };
  return hasOutboundAccess(world) || isStorageOfRegion(remote, world) ? passes : { is: 'no-outbound-access' };
}

interface Reply {
  readonly passes: NaiveEnd;
  readonly hop: string;
  readonly by: string;
  readonly remote: string;
  readonly own: boolean;
  readonly world: NaiveWorld;
}

function naiveReply({ passes, hop, by, own, world }: Reply): NaiveEnd {
  if (['VnetLocal', 'Endpoint', 'Internet'].includes(hop)) return passes;
  if (own) return hop === 'None' ? { is: 'reply-lost', by } : { is: 'forwarded', by };
  return world.publicIp ? { is: 'reply-lost', by } : passes;
}
