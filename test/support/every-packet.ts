import { rangesOf } from '../../src/core/addresses/interval-set';
import { formatIpv4, parseIpv4 } from '../../src/core/addresses/ipv4';
import { parseAddressSpec, parsePrefix } from '../../src/core/addresses/prefix';
import { parsePorts } from '../../src/core/addresses/ports';
import type { ExamplePacket, Protocol } from '../../src/core/check-result';
import type { Flow } from '../../src/core/reach/flow';
import { managersOf, naiveEnd, type NaiveEnd, type NaiveWorld } from './naive-azure';
import { randomTags, unlistedTag, type RandomCase } from './random-network';

const lowerTags = Object.fromEntries(
  Object.entries(randomTags).map(([name, prefixes]) => [name.toLowerCase(), prefixes]),
);

/** Returns every assumption about undocumented or unknown values that can matter in a case. */
function waysOf({ model, nic }: RandomCase): NaiveWorld['assume'][] {
  // Learned routes have the same effect as custom ones.
  const [subnet] = model.virtualNetworks[0]?.subnets ?? [];
  const hasRoutes = model.routeTables.length > 0 || (subnet?.effectiveRoutes?.learned.length ?? 0) > 0;
  const rules = JSON.stringify([
    model.securityGroups,
    model.virtualNetworks.map((one) => one.adminRules),
    nic,
  ]);
  const matters = [
    rules.includes(unlistedTag),
    hasRoutes,
    hasRoutes,
    rules.includes('/asg/web'),
    rules.includes('/asg/data'),
    managersOf(model).length > 1,
  ];
  return everyWay(matters).map(([inTag, internet, virtualNetwork, web, data, firstIsWider]) => ({
    inUnknownTag: () => inTag === true,
    internetHoldsRouted: internet === true,
    virtualNetworkHoldsTagRoutes: virtualNetwork === true,
    firstManagerIsWider: firstIsWider === true,
    isMember: (group) => (group === '/asg/web' ? web === true : data === true),
  }));
}

/** True for each value that doesn't matter; both values for each that does. */
function everyWay([first, ...rest]: readonly boolean[]): boolean[][] {
  if (first === undefined) return [[]];
  const tails = everyWay(rest);
  return (first ? [true, false] : [true]).flatMap((way) => tails.map((tail) => [way, ...tail]));
}

/**
 * Values at which anything may change, and the values before and after: everything between two of them behaves alike.
 */
function cuts(texts: readonly string[]): number[] {
  const found = new Set<number>();
  for (const text of texts) {
    const spec = parseAddressSpec(text);
    if (spec?.family !== 4) continue;
    for (const edge of [spec.first, spec.first - 1, spec.last, spec.last + 1]) {
      if (edge >= 0 && edge < 2 ** 32) found.add(edge);
    }
  }
  return [...found];
}

function textsOf({ model, nic, flow }: RandomCase): string[] {
  const lists: string[] = [
    ...flow.remotes,
    ...Object.values(randomTags).flat(),
    '10.1.0.0/16',
    '10.0.0.0/8',
    '20.0.3.0/24',
    '10.2.0.0/16',
    '172.16.0.0/12',
    ...learnedAndDropped(model),
  ];
  const [table] = model.routeTables;
  const groups = [...model.securityGroups, ...(nic ? [nic] : [])];
  const [network] = model.virtualNetworks;
  const rules = [
    ...groups.flatMap((group) => (group.rules.known ? group.rules.value : [])),
    ...(network?.adminRules?.known ? network.adminRules.value : []),
  ];
  for (const { sources, destinations } of rules) {
    lists.push(...(sources.known ? sources.value : []), ...(destinations.known ? destinations.value : []));
  }
  const routes = table?.routes.known ? table.routes.value : [];
  lists.push(...routes.flatMap(({ destination }) => (destination.known ? [destination.value] : [])));
  return lists;
}

function learnedAndDropped({ virtualNetworks: [network] }: RandomCase['model']): string[] {
  const reported = network?.subnets[0]?.effectiveRoutes;
  return reported ? [...reported.learned.map(({ prefix }) => prefix), ...reported.dropped] : [];
}

function inFlow(flow: Flow, address: number): boolean {
  return flow.remotes.some((remote) => {
    if (remote === 'AzureLoadBalancer') return formatIpv4(address) === '168.63.129.16';
    const prefixes = randomTags[remote] ?? [remote];
    return prefixes.some((text) => {
      const prefix = parsePrefix(text)!;
      return prefix.first <= address && address <= prefix.last;
    });
  });
}

/** Returns packets that represent all packets of the flow. */
export function representatives(one: RandomCase): ExamplePacket[] {
  const { flow } = one;
  const addresses = [...cuts(textsOf(one)), parseIpv4('168.63.129.16')!];
  const remotes = addresses.filter((address) => inFlow(flow, address));
  const locals = [
    '10.1.2.0/24',
    '10.1.2.0/25',
    '10.1.2.99/26',
    '10.1.2.200',
    '10.1.2.4-10.1.2.254',
    ...textsOf(one),
  ]
    .flatMap((text) => cuts([text]))
    .filter((address) => address >= parseIpv4('10.1.2.4')! && address <= parseIpv4('10.1.2.254')!);
  const ports = rangesOf(parsePorts(flow.ports)!).flatMap(({ first, last }) =>
    [first, last, 80, 442, 443, 444].filter((port) => port >= first && port <= last),
  );
  const sides = [...new Set(remotes)].flatMap((remote) =>
    [...new Set(locals)].map((local) => [remote, local] as const),
  );
  const portPairs = [...new Set(ports)].flatMap((port) => [80, 50_000].map((from) => [port, from] as const));
  return sides.flatMap(([remote, local]) =>
    portPairs.map(([destinationPort, sourcePort]) => {
      const [near, far] = [formatIpv4(local), formatIpv4(remote)];
      const [source, destination] = flow.direction === 'Outbound' ? [near, far] : [far, near];
      return { protocol: flow.protocol as Protocol, source, sourcePort, destination, destinationPort };
    }),
  );
}

const worlds = new WeakMap<RandomCase, readonly NaiveWorld[]>();

/** Returns the worlds of a case, created once for all its packets. */
function worldsFor(one: RandomCase): readonly NaiveWorld[] {
  const before = worlds.get(one);
  if (before) return before;
  const { model, nic, flow, publicIp } = one;
  const made = waysOf(one).map((assume) => ({
    model,
    nic,
    tags: lowerTags,
    publicIp,
    direction: flow.direction,
    assume,
  }));
  worlds.set(one, made);
  return made;
}

/** Returns how a packet ends, for every combination of undocumented or unknown values. */
export function endsOf(packet: ExamplePacket, one: RandomCase): NaiveEnd[] {
  return worldsFor(one).map((world) => naiveEnd(packet, world));
}

/** The combined kind of all those results. */
export type PacketOutcomeKind = 'fails' | 'unknown' | 'forwarded' | 'explicit' | 'default';

export const isFailure = ({ is }: NaiveEnd): boolean =>
  ['blocked', 'no-outbound-access', 'reply-lost'].includes(is);

export function kindOf(ends: readonly NaiveEnd[]): PacketOutcomeKind {
  if (ends.every(isFailure)) return 'fails';
  if (ends.some(isFailure)) return 'unknown';
  if (ends.some(({ is }) => is === 'forwarded')) return 'forwarded';
  return ends.every((end) => end.is === 'passes' && !end.byDefault) ? 'explicit' : 'default';
}
