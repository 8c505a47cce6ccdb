import type { Known } from '../../src/core/known';
import type {
  AdminRule,
  Direction,
  NetworkModel,
  Route,
  SecurityGroup,
  SecurityRule,
} from '../../src/core/network/model';
import { randomTags, unlistedTag, type RandomCase } from '../support/random-network';

// One flow of one subnet as formulas over bit-vectors, written from the texts of rules and routes alone. It shares no
// code with the engine: no sets, parsers, default rules, or Azure's own routes.

/** One combination of values for everything that is undocumented or unknown. */
interface Assumption {
  readonly unlistedTag: boolean;
  /** Whether addresses that user routes name are still `Internet`. */
  readonly internetHoldsRouted: boolean;
  /** Whether `VirtualNetwork` includes prefixes that are only in routes with a service tag. */
  readonly virtualNetworkHoldsTagRoutes: boolean;
  /** The rules of the first of two network managers are evaluated first. */
  readonly firstManagerIsWider: boolean;
  /** Application security groups that may contain the far side. */
  readonly members: Readonly<Record<string, boolean>>;
}

/** Results of a packet under one assumption, as numbers in the formulas. */
const end = { explicit: 0, byDefault: 1, fails: 2, forwarded: 3 } as const;
const hop = { local: 0, endpoint: 1, none: 2, internet: 3, forwarded: 4 } as const;

export const kinds = ['fails', 'unknown', 'forwarded', 'default', 'explicit'] as const;
export type ProofKind = (typeof kinds)[number];

/**
 * Returns assertions about one packet of the flow. The Boolean constant with the name of a kind makes it a packet of
 * that kind.
 */
export function smtOf(one: RandomCase): string {
  const worlds = assumptionsOf(one).map((assume, index) => endOf(one, assume, index));
  const ends = worlds.map((_, index) => `(e${index} l r sp dp)`);
  const every = (test: (text: string) => string): string => and(ends.map(test));
  const some = (test: (text: string) => string): string => or(ends.map(test));
  const fails = (text: string): string => `(= ${text} ${bv(end.fails, 2)})`;
  const handed = (text: string): string => `(= ${text} ${bv(end.forwarded, 2)})`;
  const explicit = (text: string): string => `(= ${text} ${bv(end.explicit, 2)})`;
  const mayPass = not(some(fails));
  const formulas: Record<ProofKind, string> = {
    fails: every(fails),
    unknown: and([some(fails), not(every(fails))]),
    forwarded: and([mayPass, some(handed)]),
    default: and([mayPass, not(some(handed)), not(every(explicit))]),
    explicit: every(explicit),
  };
  return [
    '(declare-const l (_ BitVec 32))(declare-const r (_ BitVec 32))',
    '(declare-const sp (_ BitVec 16))(declare-const dp (_ BitVec 16))',
    ...worlds,
    `(assert ${inFlow(one)})`,
    ...kinds.map((kind) => `(declare-const |${kind}| Bool)(assert (=> |${kind}| ${formulas[kind]}))`),
  ].join('\n');
}

const bv = (value: number, width: number): string => `#b${value.toString(2).padStart(width, '0')}`;
const join = (word: string, none: string, parts: readonly string[]): string =>
  parts.length === 0 ? none : parts.length === 1 ? (parts[0] ?? none) : `(${word} ${parts.join(' ')})`;
const and = (parts: readonly string[]): string => join('and', 'true', parts);
const or = (parts: readonly string[]): string => join('or', 'false', parts);
const not = (part: string): string => `(not ${part})`;

function value<T>(one: Known<T>): T {
  if (!one.known) throw new Error('Only doubts of their own are tried here');
  return one.value;
}

function octets(text: string): string {
  return text
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
}

const isAddress = (text: string): boolean => /^\d+\.|:/.test(text);

/** `text`, a prefix, range, or address, contains `x`. */
function holds(text: string, x: string): string {
  if (text.includes(':')) return 'false';
  const [first = '', last] = text.split('-');
  if (last !== undefined) return `(and (bvuge ${x} #b${octets(first)}) (bvule ${x} #b${octets(last)}))`;
  const [base = '', length = '32'] = text.split('/');
  const kept = Number(length);
  if (kept === 0) return 'true';
  return `(= ((_ extract 31 ${32 - kept}) ${x}) #b${octets(base).slice(0, kept)})`;
}

const anyOf = (texts: readonly string[], x: string): string => or(texts.map((text) => holds(text, x)));

const lowerTags = new Map(Object.entries(randomTags).map(([name, list]) => [name.toLowerCase(), list]));
const inTag = (name: string, x: string): string => anyOf(lowerTags.get(name.toLowerCase()) ?? [], x);

const host = '168.63.129.16';
const metadata = '169.254.169.254';
const notPublic = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ...['169.254.0.0/16', '127.0.0.0/8', '224.0.0.0/3'],
];

interface Network {
  readonly own: readonly string[];
  readonly space: readonly string[];
  readonly routes: readonly Route[];
  /** Prefixes that a gateway advertised and that the route table doesn't disable. */
  readonly learned: readonly string[];
  /** Prefixes that Azure drops, if effective routes show them. */
  readonly dropped: readonly string[] | undefined;
  readonly endpoints: boolean;
  readonly outboundAccess: boolean;
}

function networkOf(model: NetworkModel, publicIp: boolean): Network {
  const network = model.virtualNetworks[0]!;
  const subnet = network.subnets[0]!;
  const table = model.routeTables[0];
  const space = value(network.addressPrefixes);
  return {
    space,
    own: [
      ...space,
      ...value(network.peerings)
        .filter(({ state, onlyIpv6 }) => value(state) === 'Connected' && onlyIpv6 !== true)
        .flatMap(({ remotePrefixes }) => value(remotePrefixes)),
    ],
    routes: table ? value(table.routes) : [],
    learned:
      table && value(table.disableBgpRoutePropagation)
        ? []
        : (subnet.effectiveRoutes?.learned ?? []).map(({ prefix }) => prefix),
    dropped: subnet.effectiveRoutes?.dropped,
    endpoints: value(subnet.serviceEndpoints).includes('Microsoft.Storage'),
    outboundAccess: publicIp || model.natGateways.length > 0 || value(subnet.defaultOutboundAccess) !== false,
  };
}

function assumptionsOf({ model, nic }: RandomCase): Assumption[] {
  const rules = JSON.stringify([model.securityGroups, adminRules(model), nic ?? null]);
  const asked = ['/asg/web', '/asg/data'].filter((group) => rules.includes(group));
  const reported = model.virtualNetworks[0]?.subnets[0]?.effectiveRoutes;
  const routed = model.routeTables.length > 0 || (reported?.learned.length ?? 0) > 0;
  const both = (matters: boolean): boolean[] => (matters ? [true, false] : [true]);
  let all: Assumption[] = [
    {
      unlistedTag: true,
      internetHoldsRouted: true,
      virtualNetworkHoldsTagRoutes: true,
      firstManagerIsWider: true,
      members: {},
    },
  ];
  const fork = (matters: boolean, make: (before: Assumption, way: boolean) => Assumption): void => {
    all = all.flatMap((before) => both(matters).map((way) => make(before, way)));
  };
  fork(rules.includes(unlistedTag), (before, way) => ({ ...before, unlistedTag: way }));
  fork(routed, (before, way) => ({ ...before, internetHoldsRouted: way }));
  fork(routed, (before, way) => ({ ...before, virtualNetworkHoldsTagRoutes: way }));
  fork(managersIn(model).length > 1, (before, way) => ({ ...before, firstManagerIsWider: way }));
  for (const group of asked) {
    fork(true, (before, way) => ({ ...before, members: { ...before.members, [group]: way } }));
  }
  return all;
}

function inVirtualNetwork(net: Network, assume: Assumption, x: string): string {
  const written = [...net.routes.map(({ destination }) => value(destination)), ...net.learned];
  const byPrefix = written.filter(isAddress);
  const byTag = written.filter((text) => !isAddress(text));
  const tags = assume.virtualNetworkHoldsTagRoutes ? byTag.map((tag) => inTag(tag, x)) : [];
  return or([anyOf([...net.own, host, ...byPrefix], x), ...tags]);
}

function inInternet(net: Network, assume: Assumption, x: string): string {
  const outside = and([not(anyOf(net.own, x)), not(anyOf([...notPublic, host], x))]);
  if (assume.internetHoldsRouted) return outside;
  const named = [...net.routes.map(({ destination }) => value(destination)), ...net.learned];
  const routed = named.map((text) => {
    return isAddress(text) ? holds(text, x) : inTag(text, x);
  });
  return and([outside, not(or(routed))]);
}

function named(text: string, x: string, [net, assume]: readonly [Network, Assumption]): string {
  if (isAddress(text)) return holds(text, x);
  switch (text.toLowerCase()) {
    case '*':
    case 'any':
      return 'true';
    case 'virtualnetwork':
      return inVirtualNetwork(net, assume, x);
    case 'internet':
      return inInternet(net, assume, x);
    case 'azureloadbalancer':
      return holds(host, x);
  }
  if (lowerTags.has(text.toLowerCase())) return inTag(text, x);
  return assume.unlistedTag ? not(anyOf([...notPublic, host], x)) : 'false';
}

function inPorts(texts: readonly string[], port: string): string {
  return or(
    texts.map((text) => {
      if (text === '*') return 'true';
      const [first = '', last = first] = text.split('-');
      return `(and (bvuge ${port} ${bv(Number(first), 16)}) (bvule ${port} ${bv(Number(last), 16)}))`;
    }),
  );
}

interface Filtering {
  readonly world: readonly [Network, Assumption];
  readonly direction: Direction;
  readonly protocol: string;
}

function matches(rule: Omit<SecurityRule, 'access'>, { world, direction, protocol }: Filtering): string {
  const outbound = direction === 'Outbound';
  const written = value(rule.protocol);
  if (written !== '*' && written.toUpperCase() !== protocol) return 'false';
  const [near, far] = outbound ? [rule.sources, rule.destinations] : [rule.destinations, rule.sources];
  const groups = outbound ? rule.destinationApplicationGroups : rule.sourceApplicationGroups;
  const [net, assume] = world;
  const members = groups.filter((group) => assume.members[group] === true).map(() => anyOf(net.own, 'r'));
  return and([
    or(value(near).map((text) => named(text, 'l', world))),
    or([...value(far).map((text) => named(text, 'r', world)), ...members]),
    inPorts(value(rule.sourcePorts), 'sp'),
    inPorts(value(rule.destinationPorts), 'dp'),
  ]);
}

/** 0: allowed by a custom rule, 1: by a default rule, 2: denied. */
function decision(group: SecurityGroup, filtering: Filtering): string {
  const { world, direction } = filtering;
  const rules = value(group.rules)
    .filter((rule) => value(rule.direction) === direction)
    .sort((a, b) => value(a.priority) - value(b.priority));
  const inside = (x: string): string => inVirtualNetwork(...world, x);
  const beside = direction === 'Inbound' ? holds(host, 'r') : inInternet(...world, 'r');
  const defaults = `(ite ${or([and([inside('l'), inside('r')]), beside])} ${bv(1, 2)} ${bv(2, 2)})`;
  return rules.reduceRight(
    (otherwise, rule) =>
      `(ite ${matches(rule, filtering)} ${bv(value(rule.access) === 'Allow' ? 0 : 2, 2)} ${otherwise})`,
    defaults,
  );
}

const adminRules = ({ virtualNetworks: [network] }: NetworkModel): readonly AdminRule[] =>
  network?.adminRules ? value(network.adminRules) : [];
const managersIn = (model: NetworkModel): readonly string[] => [
  ...new Set(adminRules(model).map((rule) => rule.managerId)),
];

/** 0: bypasses every NSG, 1: the NSGs decide, 2: denied. */
function adminDecision(model: NetworkModel, filtering: Filtering): string {
  const managers = [...managersIn(model)];
  if (!filtering.world[1].firstManagerIsWider) managers.reverse();
  const words = { AlwaysAllow: 0, Allow: 1, Deny: 2 } as const;
  return managers
    .flatMap((manager) =>
      adminRules(model)
        .filter((rule) => rule.managerId === manager && value(rule.direction) === filtering.direction)
        .sort((a, b) => value(a.priority) - value(b.priority)),
    )
    .reduceRight(
      (otherwise, rule) =>
        `(ite ${matches(rule, filtering)} ${bv(words[value(rule.access)], 2)} ${otherwise})`,
      bv(1, 2),
    );
}

/**
 * Returns the next hop for packets to `r`: the longest prefix, then custom routes, tags from narrow to wide, and Azure's own
 * routes.
 */
function nextHop(net: Network): string {
  const offers = [...writtenOffers(net), ...learnedOffers(net), ...ownOffers(net)].sort(
    (a, b) => b.length - a.length || a.rank - b.rank,
  );
  const looked = offers.reduceRight(
    (otherwise, { prefix, to }) => `(ite ${holds(prefix, 'r')} ${bv(to, 3)} ${otherwise})`,
    bv(hop.none, 3),
  );
  const ofStorage = ['Storage.WestEurope', 'Storage.NorthEurope'].map((tag) => inTag(tag, 'r'));
  const storage = net.endpoints ? `(or ${ofStorage.join(' ')})` : 'false';
  const firm = `(ite ${storage} ${bv(hop.endpoint, 3)} ${looked})`;
  return `(ite ${anyOf([host, metadata], 'r')} ${bv(hop.local, 3)} ${firm})`;
}

interface Offer {
  readonly prefix: string;
  readonly length: number;
  readonly rank: number;
  readonly to: number;
}

const lengthOf = (prefix: string): number => Number(prefix.split('/')[1] ?? 32);

function writtenOffers({ routes }: Network): Offer[] {
  const to = { Internet: hop.internet, None: hop.none, VnetLocal: hop.local } as Record<string, number>;
  return routes.flatMap((route) => {
    const text = value(route.destination);
    const isCloud = text.toLowerCase().startsWith('azurecloud');
    const rank = isAddress(text) ? 0 : 1 + (isCloud ? 2 : 0) + (text.includes('.') ? 0 : 1);
    const prefixes = isAddress(text) ? [text] : (lowerTags.get(text.toLowerCase()) ?? []);
    return prefixes.map((prefix) => ({
      prefix,
      length: lengthOf(prefix),
      rank,
      to: to[value(route.nextHop)] ?? hop.forwarded,
    }));
  });
}

/** All of `prefix` is in `space`. */
function lies(prefix: string, space: string): boolean {
  const bits = (one: string): string => octets(one.split('/')[0] ?? '').slice(0, lengthOf(one));
  return bits(prefix).startsWith(bits(space));
}

/** Azure's own routes of the network and its peers override routes that were learned inside them. */
function learnedOffers({ learned, own }: Network): Offer[] {
  return learned
    .filter((prefix) => !prefix.includes(':') && !own.some((one) => lies(prefix, one)))
    .map((prefix) => ({ prefix, length: lengthOf(prefix), rank: 5, to: hop.forwarded }));
}

function ownOffers({ own, space, routes, dropped: reported }: Network): Offer[] {
  const hasDefault = routes.some(({ destination }) => value(destination) === '0.0.0.0/0');
  // A range that the network's address space contains completely isn't dropped.
  const usual = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
  const dropped = (reported ?? usual).filter(
    (range) => !hasDefault && !space.some((one) => lies(range, one)),
  );
  const offer = (prefix: string, to: number): Offer => ({ prefix, length: lengthOf(prefix), rank: 9, to });
  return [
    ...own.map((prefix) => offer(prefix, hop.local)),
    ...dropped.map((prefix) => offer(prefix, hop.none)),
    offer('0.0.0.0/0', hop.internet),
  ];
}

/** Result of a packet that the NSGs allow; `passes` is its number in that case. */
function onward(
  net: Network,
  outbound: boolean,
  { publicIp, passes }: { publicIp: boolean; passes: string },
): string {
  const own = anyOf(net.own, 'r');
  const is = (one: number): string => `(= h ${bv(one, 3)})`;
  const [fails, handed] = [bv(end.fails, 2), bv(end.forwarded, 2)];
  if (outbound) {
    const leaves = net.outboundAccess
      ? passes
      : `(ite ${inTag('Storage.WestEurope', 'r')} ${passes} ${fails})`;
    return [
      `(ite ${is(hop.local)} (ite ${or([own, anyOf([host, metadata], 'r')])} ${passes} ${fails})`,
      `(ite ${is(hop.endpoint)} ${passes}`,
      `(ite ${is(hop.none)} ${fails}`,
      `(ite ${is(hop.internet)} (ite ${anyOf(notPublic, 'r')} ${fails} ${leaves}) ${handed}))))`,
    ].join(' ');
  }
  const straight = or([is(hop.local), is(hop.endpoint), is(hop.internet)]);
  const inside = `(ite ${is(hop.none)} ${fails} ${handed})`;
  return `(ite ${straight} ${passes} (ite ${own} ${inside} ${publicIp ? fails : passes}))`;
}

/** Returns the result of a packet in one world, as a function of its addresses and ports. */
function endOf({ model, nic, flow, publicIp }: RandomCase, assume: Assumption, index: number): string {
  const net = networkOf(model, publicIp);
  const outbound = flow.direction === 'Outbound';
  const filtering: Filtering = {
    world: [net, assume],
    direction: flow.direction,
    protocol: String(flow.protocol).toUpperCase(),
  };
  const groups = [...model.securityGroups, ...(nic ? [nic] : [])];
  const decisions = groups.map((group) => decision(group, filtering));
  const byGroup = or(decisions.map((_, n) => `(= d${n} ${bv(2, 2)})`));
  const isPast = `(= a ${bv(0, 2)})`;
  const denied = or([`(= a ${bv(2, 2)})`, and([not(isPast), byGroup])]);
  const allowed = decisions.length > 0 ? and(decisions.map((_, n) => `(= d${n} ${bv(0, 2)})`)) : 'false';
  const explicit = or([isPast, allowed]);
  const passes = `(ite ${explicit} ${bv(end.explicit, 2)} ${bv(end.byDefault, 2)})`;
  const bound = [
    `(a ${adminDecision(model, filtering)})`,
    ...decisions.map((text, n) => `(d${n} ${text})`),
    `(h ${nextHop(net)})`,
  ];
  const body = `(ite ${denied} ${bv(end.fails, 2)} ${onward(net, outbound, { publicIp, passes })})`;
  const vars = '((l (_ BitVec 32)) (r (_ BitVec 32)) (sp (_ BitVec 16)) (dp (_ BitVec 16)))';
  return `(define-fun e${index} ${vars} (_ BitVec 2) (let (${bound.join(' ')}) ${body}))`;
}

function inFlow({ flow }: RandomCase): string {
  const far = flow.remotes.map((text) => {
    if (text === 'AzureLoadBalancer') return holds(host, 'r');
    return isAddress(text) ? holds(text, 'r') : inTag(text, 'r');
  });
  // Azure reserves the first four addresses and the last address of the subnet 10.1.2.0/24.
  return and([holds('10.1.2.4-10.1.2.254', 'l'), or(far), inPorts(flow.ports, 'dp')]);
}
