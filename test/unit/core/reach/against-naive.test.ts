import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../../src/core/addresses/interval-set';
import { formatIpv4, parseIpv4 } from '../../../../src/core/addresses/ipv4';
import { encodePrefixes } from '../../../../src/core/addresses/prefix-text';
import { parseAddressSpec, parsePrefix } from '../../../../src/core/addresses/prefix';
import { parsePorts } from '../../../../src/core/addresses/ports';
import type { FlowAnswer, Packet, Protocol } from '../../../../src/core/judgement';
import { known } from '../../../../src/core/known';
import type { Direction, NetworkModel, SecurityRule } from '../../../../src/core/network/model';
import type { Flow } from '../../../../src/core/reach/flow';
import { reach } from '../../../../src/core/reach/reach';
import { tagCatalogueOf } from '../../../../src/core/tags/tag-snapshot';
import { naiveEnd, type NaiveEnd, type NaiveWorld } from '../../../support/naive-azure';
import { ids, peering, route, routeTable, rule, someNetwork } from '../../../support/networks';
import { seeded } from '../../../support/random';

type Random = ReturnType<typeof seeded>;

/** Tags with nested, doubled, adjacent prefixes, at the edges of the address space, and overlapping each other. */
const tags: Readonly<Record<string, readonly string[]>> = {
  AzureMachineLearning: ['20.0.0.0/28', '20.0.0.16/28', '20.0.0.64/26', '20.0.1.0/24', '20.0.1.128/25'],
  'AzureMachineLearning.WestEurope': ['20.0.0.16/28', '20.0.1.128/26'],
  'Storage.WestEurope': ['20.0.2.0/25', '20.0.3.0/32', '255.255.255.254/31'],
  Storage: ['20.0.2.0/24', '20.0.3.0/31', '255.255.255.252/30'],
  AzureCloud: ['20.0.0.0/23', '20.0.2.0/24', '1.0.0.0/30'],
  'AzureCloud.westeurope': ['20.0.0.0/24', '20.0.2.0/25'],
};
const unlisted = 'NotInTheList';
const catalogue = tagCatalogueOf({
  cloud: 'public',
  date: '2025-11-09',
  changeNumber: '1',
  tags: Object.fromEntries(
    Object.entries(tags).map(([name, prefixes]) => [
      name,
      encodePrefixes(prefixes.map((one) => parsePrefix(one)!)),
    ]),
  ),
});
const lowerTags = Object.fromEntries(
  Object.entries(tags).map(([name, prefixes]) => [name.toLowerCase(), prefixes]),
);

/** Addresses near those of the tags and of the network, with host bits. */
function someAddress(random: Random): string {
  const base = random.pick([
    '20.0.0.',
    '20.0.1.',
    '20.0.2.',
    '20.0.3.',
    '10.1.2.',
    '10.1.3.',
    '10.2.0.',
    '172.16.0.',
  ]);
  const edge = random.below(12);
  if (edge === 0) return random.pick(['0.0.0.0', '255.255.255.255', '1.0.0.1', '168.63.129.16']);
  return base + String(random.pick([0, 1, 4, 15, 16, 17, 63, 64, 127, 128, 129, 200, 254, 255]));
}

function someText(random: Random): string {
  switch (random.below(10)) {
    case 0:
      return '*';
    case 1:
      return 'VirtualNetwork';
    case 2:
      return 'Internet';
    case 3:
    case 4:
      return random.pick([...Object.keys(tags), unlisted, 'AZUREMACHINELEARNING', 'AzureLoadBalancer']);
    case 5: {
      const [a, b] = [someAddress(random), someAddress(random)].sort((x, y) => parseIpv4(x)! - parseIpv4(y)!);
      return `${a!}-${b!}`;
    }
    case 6:
      return 'fd00::/8';
    default:
      return `${someAddress(random)}/${random.pick([0, 8, 16, 22, 23, 24, 25, 26, 27, 28, 30, 31, 32])}`;
  }
}

function someTexts(random: Random): string[] {
  const texts = Array.from({ length: 1 + random.below(3) }, () => someText(random));
  return random.below(6) === 0 ? [...texts, texts[0]!] : texts;
}

const portLists = [
  ['*'],
  ['443'],
  ['80', '443'],
  ['440-450'],
  ['0-442', '444-65535'],
  ['1-65535'],
  ['44224'],
];

function someRules(random: Random): SecurityRule[] {
  const count = random.below(9);
  const priorities = new Set<number>();
  while (priorities.size < count) {
    priorities.add(random.pick([100, 101, 110, 900, 999, 1000, 1001, 4095, 4096]) + random.below(20));
  }
  return [...priorities].map((priority, index) => {
    const direction = random.pick<Direction>(['Inbound', 'Outbound', 'Outbound']);
    const near = random.pick([
      ['*'],
      ['VirtualNetwork'],
      ['10.1.2.0/24'],
      ['10.1.2.0/25'],
      ['10.1.2.99/26', '10.1.2.200'],
      ['10.1.3.0/24'],
    ]);
    const far = someTexts(random);
    return {
      ...rule('Allow Inbound 100 * *>*:*'),
      name: `rule-${priority}`,
      index,
      priority: known(priority),
      direction: known(direction),
      access: known(random.pick(['Allow', 'Deny'] as const)),
      protocol: known(random.pick(['Tcp', 'Tcp', 'Udp', '*'] as const)),
      sources: known(direction === 'Outbound' ? near : far),
      destinations: known(direction === 'Outbound' ? far : near),
      sourcePorts: known(random.below(8) === 0 ? ['1024-65535'] : ['*']),
      destinationPorts: known(random.pick(portLists)),
    };
  });
}

function someRoutes(random: Random): string[] | undefined {
  if (random.below(3) === 0) return undefined;
  const destinations = [
    ...[
      '0.0.0.0/0',
      '20.0.0.0/24',
      '20.0.0.16/28',
      '20.0.2.0/24',
      '20.0.1.128/26',
      '10.0.0.0/8',
      '10.1.0.0/16',
    ],
    ...['10.1.2.0/24', '172.16.0.0/12', '255.255.255.254/31', ...Object.keys(tags)],
  ];
  const chosen = new Set(Array.from({ length: random.below(5) }, () => random.pick(destinations)));
  return [...chosen].map(
    (one) =>
      `${one} -> ${random.pick(['Internet', 'None', '10.1.9.4', 'VnetLocal', 'VirtualNetworkGateway'])}`,
  );
}

function someModel(random: Random): NetworkModel {
  const routes = someRoutes(random);
  return someNetwork({
    ...(random.below(8) === 0 ? {} : { rules: someRules(random) }),
    ...(routes ? { table: routeTable(routes.map((one, index) => route(one, index))) } : {}),
    ...(random.below(3) === 0 ? { nat: {} } : {}),
    subnet: {
      defaultOutboundAccess: known(random.pick([null, true, false, false])),
      serviceEndpoints: known(random.below(4) === 0 ? ['Microsoft.Storage'] : []),
    },
    network: {
      addressPrefixes: known(
        random.pick([['10.1.0.0/16'], ['10.1.0.0/16'], ['10.0.0.0/8'], ['10.1.0.0/16', '20.0.3.0/24']]),
      ),
      peerings: known(random.below(3) === 0 ? [peering(['10.2.0.0/16'])] : []),
    },
  });
}

function someFlow(random: Random): Flow {
  const far = random.pick([
    ...Object.keys(tags),
    'AzureLoadBalancer',
    '10.1.2.0/24',
    '10.2.0.0/24',
    '20.0.0.0/22',
    '172.16.0.0/24',
  ]);
  return {
    direction: random.pick<Direction>(['Inbound', 'Outbound', 'Outbound']),
    protocol: random.pick<Protocol>(['TCP', 'TCP', 'UDP']),
    ports: random.pick([['443'], ['80', '443'], ['440-450'], ['44224']]),
    remotes: random.below(4) === 0 ? [far, random.pick(Object.keys(tags))] : [far],
  };
}

/** Every assumption that can matter in a model, about what nobody documents or knows. */
function worldsOf(model: NetworkModel): NaiveWorld['assume'][] {
  const hasRoutes = model.routeTables.length > 0;
  const hasUnlisted = JSON.stringify(model.securityGroups).includes(unlisted);
  const either = (matters: boolean): boolean[] => (matters ? [true, false] : [true]);
  return either(hasUnlisted).flatMap((inTag) =>
    either(hasRoutes).flatMap((internetHoldsRouted) =>
      either(hasRoutes).map((virtualNetworkHoldsTagRoutes) => ({
        inUnknownTag: () => inTag,
        internetHoldsRouted,
        virtualNetworkHoldsTagRoutes,
      })),
    ),
  );
}

interface Case {
  readonly model: NetworkModel;
  readonly flow: Flow;
  readonly publicIp: boolean;
}

/** Places where anything may change, one before and one after: everything between two of them behaves alike. */
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

function textsOf({ model, flow }: Case): string[] {
  const lists: string[] = [
    ...flow.remotes,
    ...Object.values(tags).flat(),
    '10.1.0.0/16',
    '10.0.0.0/8',
    '20.0.3.0/24',
    '10.2.0.0/16',
    '172.16.0.0/12',
  ];
  const [group] = model.securityGroups;
  const [table] = model.routeTables;
  const rules = group?.rules.known ? group.rules.value : [];
  for (const { sources, destinations } of rules) {
    lists.push(...(sources.known ? sources.value : []), ...(destinations.known ? destinations.value : []));
  }
  const routes = table?.routes.known ? table.routes.value : [];
  lists.push(...routes.flatMap(({ destination }) => (destination.known ? [destination.value] : [])));
  return lists;
}

function inFlow(flow: Flow, address: number): boolean {
  return flow.remotes.some((remote) => {
    if (remote === 'AzureLoadBalancer') return formatIpv4(address) === '168.63.129.16';
    const prefixes = tags[remote] ?? [remote];
    return prefixes.some((text) => {
      const prefix = parsePrefix(text)!;
      return prefix.first <= address && address <= prefix.last;
    });
  });
}

/** Packets that stand for all packets of the flow. */
function representatives(one: Case): Packet[] {
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

function endsOf(packet: Packet, { model, flow, publicIp }: Case): NaiveEnd[] {
  return worldsOf(model).map((assume) =>
    naiveEnd(packet, { model, tags: lowerTags, publicIp, direction: flow.direction, assume }),
  );
}

type Kind = 'fails' | 'undecided' | 'handed-on' | 'explicit' | 'default';

const isFailure = ({ is }: NaiveEnd): boolean => ['blocked', 'no-way-out', 'reply-lost'].includes(is);

function kindOf(ends: readonly NaiveEnd[]): Kind {
  if (ends.every(isFailure)) return 'fails';
  if (ends.some(isFailure)) return 'undecided';
  if (ends.some(({ is }) => is === 'handed-on')) return 'handed-on';
  return ends.every((end) => end.is === 'passes' && !end.byDefault) ? 'explicit' : 'default';
}

function expected(kinds: readonly Kind[]): string {
  if (kinds.every((kind) => kind === 'fails')) return 'all fails';
  if (kinds.includes('fails')) return 'a part fails';
  for (const kind of ['undecided', 'handed-on', 'default'] as const) if (kinds.includes(kind)) return kind;
  return 'explicit';
}

function spoken({ verdict, allowed }: FlowAnswer, all: readonly Kind[]): string {
  switch (verdict.is) {
    case 'blocked':
      return 'all fails';
    case 'partly-blocked':
      return 'a part fails';
    case 'no-way-out':
    case 'reply-lost':
      // Of these verdicts only `allowed` tells whether a part passes; a part that is in doubt shows nowhere.
      return allowed.length === 0 && all.every((kind) => kind === 'fails') ? 'all fails' : 'a part fails';
    case 'allowed':
      return verdict.explicit ? 'explicit' : 'default';
    default:
      return verdict.is;
  }
}

/** The packet that is shown, replayed, must end as the verdict says, by the rule or route that it names. */
function expectReplay(answer: FlowAnswer, one: Case): void {
  const { verdict, packet } = answer;
  const ends = endsOf(packet!, one);
  switch (verdict.is) {
    case 'allowed':
      expect(ends.every(({ is }) => is === 'passes')).toBe(true);
      return;
    case 'blocked':
    case 'partly-blocked': {
      expect(ends.every(isFailure)).toBe(true);
      const by = verdict.by.kind === 'rule' ? verdict.by.name : verdict.by.destination;
      expect(ends.some((end) => end.is === 'blocked' && end.by === by)).toBe(true);
      return;
    }
    case 'undecided':
      expect(kindOf(ends)).toBe('undecided');
      return;
    default:
      expect(ends.some(({ is }) => is === verdict.is)).toBe(true);
      expect(ends.every((end) => isFailure(end) || end.is === verdict.is)).toBe(true);
  }
}

describe('verdicts agree with Azure played packet by packet', () => {
  const seeds = Array.from({ length: 12 }, (_, block) => block);
  it.each(seeds)('block %i', { timeout: 60_000 }, (block) => {
    const random = seeded(1000 + block);
    for (let n = 0; n < 40; n++) {
      const one: Case = { model: someModel(random), flow: someFlow(random), publicIp: random.below(2) === 0 };
      const answer = reach({ ...one, subnetId: ids.subnet, tags: catalogue, publicIp: known(one.publicIp) });
      const kinds = representatives(one).map((packet) => kindOf(endsOf(packet, one)));
      const context = JSON.stringify({ block, n, verdict: answer.verdict, flow: one.flow });
      expect(spoken(answer, kinds), context).toBe(expected(kinds));
      expectReplay(answer, one);
    }
  });
});
