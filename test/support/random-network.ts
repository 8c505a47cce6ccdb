import { parseIpv4 } from '../../src/core/addresses/ipv4';
import { parsePrefix } from '../../src/core/addresses/prefix';
import { encodePrefixes } from './encode-prefixes';
import type { FlowResult, Protocol } from '../../src/core/check-result';
import { known } from '../../src/core/known';
import type {
  AdminAccess,
  AdminRule,
  Direction,
  EffectiveRoutes,
  NetworkModel,
  Peering,
  SecurityGroup,
  SecurityRule,
} from '../../src/core/network/model';
import type { Flow } from '../../src/core/reach/flow';
import { reach } from '../../src/core/reach/reach';
import { tagCatalogOf } from '../../src/core/tags/tag-snapshot';
import {
  ids,
  peering,
  parseRoute,
  testRouteTable,
  parseRule,
  testSecurityGroup,
  someNetwork,
} from './networks';
import type { seeded } from './random';

export type Random = ReturnType<typeof seeded>;

/**
 * Tags with nested, duplicate, and adjacent prefixes, at the edges of the address space, and overlapping each other.
 */
export const randomTags: Readonly<Record<string, readonly string[]>> = {
  AzureMachineLearning: ['20.0.0.0/28', '20.0.0.16/28', '20.0.0.64/26', '20.0.1.0/24', '20.0.1.128/25'],
  'AzureMachineLearning.WestEurope': ['20.0.0.16/28', '20.0.1.128/26'],
  'Storage.WestEurope': ['20.0.2.0/25', '20.0.3.0/32', '255.255.255.254/31'],
  Storage: ['20.0.2.0/24', '20.0.3.0/31', '255.255.255.252/30'],
  AzureCloud: ['20.0.0.0/23', '20.0.0.0/24', '20.0.2.0/24', '20.0.3.0/24', '1.0.0.0/30'],
  'AzureCloud.westeurope': ['20.0.0.0/24', '20.0.1.0/24', '20.0.2.0/25'],
};

/** A tag that rules name and that isn't in the list. */
export const unlistedTag = 'NotInTheList';

export const randomCatalog = tagCatalogOf({
  cloud: 'public',
  date: '2025-11-09',
  changeNumber: '1',
  tags: Object.fromEntries(
    Object.entries(randomTags).map(([name, prefixes]) => [
      name,
      encodePrefixes(prefixes.map((one) => parsePrefix(one)!)),
    ]),
  ),
});

/** One query: a flow of a subnet, and everything that decides it. */
export interface RandomCase {
  readonly model: NetworkModel;
  /** NSG of the network interface; undefined if there is none. */
  readonly nic: SecurityGroup | undefined;
  readonly flow: Flow;
  readonly publicIp: boolean;
}

export function randomCase(random: Random): RandomCase {
  return {
    model: someModel(random),
    nic: random.below(3) === 0 ? testSecurityGroup(someRules(random), 'nsg-nic') : undefined,
    flow: someFlow(random),
    publicIp: random.below(2) === 0,
  };
}

/** Returns the engine's result. */
export function engineResult({ model, nic, flow, publicIp }: RandomCase): FlowResult {
  return reach({
    model,
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(publicIp),
    flow,
    ...(nic ? { networkInterfaceGroup: known(nic) } : {}),
  });
}

/** Addresses near those of the tags and of the network, with host bits. */
function someAddress(random: Random): string {
  const nets = ['20.0.0.', '20.0.1.', '20.0.2.', '20.0.3.', '10.1.2.', '10.1.3.', '10.2.0.', '172.16.0.'];
  if (random.below(12) === 0) {
    return random.pick(['0.0.0.0', '255.255.255.255', '1.0.0.1', '168.63.129.16']);
  }
  const last = random.pick([0, 1, 4, 15, 16, 17, 63, 64, 127, 128, 129, 200, 254, 255]);
  return `${random.pick(nets)}${last}`;
}

function someText(random: Random): string {
  switch (random.below(10)) {
    case 0:
      return random.pick(['*', '0.0.0.0/0', 'Any']);
    case 1:
      return 'VirtualNetwork';
    case 2:
      return 'Internet';
    case 3:
    case 4:
      return random.pick([
        ...Object.keys(randomTags),
        unlistedTag,
        'AZUREMACHINELEARNING',
        'AzureLoadBalancer',
      ]);
    case 5: {
      const [a, b] = [someAddress(random), someAddress(random)].sort((x, y) => parseIpv4(x)! - parseIpv4(y)!);
      return `${a!}-${b!}`;
    }
    case 6:
      return random.pick(['fd00::/8', '::/0', '2603:1020::/32']);
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
  ['443', '443', '440-443'],
];

const nearLists = [
  ['*'],
  ['VirtualNetwork'],
  ['10.1.2.0/24'],
  ['10.1.2.0/25'],
  ['10.1.2.99/26', '10.1.2.200'],
  ['10.1.3.0/24'],
  ['10.1.2.17-10.1.2.129'],
];

/** Rules in any order, with priorities of three and four digits. */
export function someRules(random: Random): SecurityRule[] {
  const count = random.below(9);
  const priorities = new Set<number>();
  while (priorities.size < count) {
    priorities.add(
      Math.min(random.pick([100, 101, 110, 900, 999, 1000, 1001, 4076]) + random.below(20), 4096),
    );
  }
  return [...priorities].map((priority, index) => someRule(random, priority, index));
}

/** Rules of one network manager, or of two with an unknown order. */
function someAdminRules(random: Random): AdminRule[] {
  if (random.below(3) !== 0) return [];
  const managers = random.below(4) === 0 ? ['nm-first', 'nm-second'] : ['nm-first'];
  const rules = managers.flatMap((manager) =>
    Array.from({ length: 1 + random.below(3) }, (_, place) => ({ manager, priority: 10 * place + 1 })),
  );
  return rules.map(({ manager, priority }, index) => ({
    ...someRule(random, priority, index),
    name: `${manager}-${priority}`,
    id: `/${manager}/rules/${priority}`,
    managerId: `/${manager}`,
    configurationId: `/${manager}/securityAdminConfigurations/one`,
    access: known(random.pick<AdminAccess>(['Allow', 'Deny', 'AlwaysAllow'])),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
  }));
}

function someRule(random: Random, priority: number, index: number): SecurityRule {
  const direction = random.pick<Direction>(['Inbound', 'Outbound', 'Outbound']);
  const outbound = direction === 'Outbound';
  const near = random.pick(nearLists);
  const groups = random.below(10) === 0 ? [`/asg/${random.pick(['web', 'data'])}`] : [];
  const far = groups.length > 0 ? [] : someTexts(random);
  return {
    ...parseRule('Allow Inbound 100 * *>*:*'),
    name: `rule-${priority}`,
    index,
    priority: known(priority),
    direction: known(direction),
    access: known(random.pick(['Allow', 'Deny'] as const)),
    protocol: known(random.pick(['Tcp', 'Tcp', 'Udp', '*'] as const)),
    sources: known(outbound ? near : far),
    destinations: known(outbound ? far : near),
    sourceApplicationGroups: outbound ? [] : groups,
    destinationApplicationGroups: outbound ? groups : [],
    sourcePorts: known(random.below(8) === 0 ? ['1024-65535'] : ['*']),
    destinationPorts: known(random.pick(portLists)),
  };
}

const routeDestinations = [
  ...[
    '0.0.0.0/0',
    '20.0.0.0/24',
    '20.0.0.16/28',
    '20.0.2.0/24',
    '20.0.1.128/26',
    '10.0.0.0/8',
    '10.1.0.0/16',
  ],
  ...[
    '::/0',
    '2603:1020::/32',
    '10.1.2.0/24',
    '172.16.0.0/12',
    '255.255.255.254/31',
    '0.0.0.0/1',
    '128.0.0.0/1',
  ],
  ...Object.keys(randomTags),
];

function someRoutes(random: Random): string[] | undefined {
  if (random.below(3) === 0) return undefined;
  // Half of the route tables name every tag of one kind: equal prefixes of several tags, which only their rank
  // distinguishes.
  const kin = random.below(2) === 0 ? random.pick(['Azure', 'Storage', 'AzureCloud', '20.']) : 'none';
  const chosen = new Set([
    ...Array.from({ length: random.below(6) }, () => random.pick(routeDestinations)),
    ...routeDestinations.filter((one) => one.startsWith(kin)),
  ]);
  const hops = ['Internet', 'None', '10.1.9.4', 'VnetLocal', 'VirtualNetworkGateway'];
  return [...chosen].map((one) => `${one} -> ${random.pick(hops)}`);
}

/** Routes that a gateway advertised and that Azure drops, as in effective routes. */
function someEffective(random: Random): EffectiveRoutes | undefined {
  if (random.below(3) !== 0) return undefined;
  const learnable = [
    ...['0.0.0.0/0', '20.0.0.0/24', '20.0.1.128/26', '20.0.2.0/23', '10.1.2.0/25', '10.0.0.0/8'],
    ...['172.16.0.0/24', '10.2.0.128/25', '::/0', '255.255.255.254/31'],
  ];
  const learned = new Set(Array.from({ length: random.below(4) }, () => random.pick(learnable)));
  return {
    learned: [...learned].map((prefix) => ({ prefix, nextHopAddress: null })),
    dropped: random.pick([[], ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], ['20.0.3.0/31']]),
  };
}

/**
 * Returns one peer, with IPv6 in addition to IPv4, or none. A peering that isn't connected, or is for IPv6 alone, has no
 * effect.
 */
function somePeerings(random: Random, space: readonly string[]): Peering[] {
  // Azure refuses a peer that overlaps the network.
  if (random.below(3) !== 0 || space.includes('10.0.0.0/8')) return [];
  const states = [{}, {}, {}, { state: known('Disconnected') }, { onlyIpv6: true }];
  return [peering(['10.2.0.0/16', 'fd00:2::/48'], random.pick(states))];
}

function someModel(random: Random): NetworkModel {
  const routes = someRoutes(random);
  const effectiveRoutes = someEffective(random);
  const space = random.pick([
    ['10.1.0.0/16'],
    ['10.1.0.0/16', 'fd00:1::/48'],
    ['10.0.0.0/8'],
    ['10.1.0.0/16', '20.0.3.0/24'],
  ]);
  const off = known(random.below(6) === 0);
  return someNetwork({
    ...(random.below(8) === 0 ? {} : { rules: someRules(random) }),
    ...(routes
      ? {
          table: testRouteTable(
            routes.map((one, index) => parseRoute(one, index)),
            { disableBgpRoutePropagation: off },
          ),
        }
      : {}),
    ...(random.below(3) === 0 ? { nat: {} } : {}),
    subnet: {
      addressPrefixes: known(random.pick([['10.1.2.0/24'], ['10.1.2.0/24', 'fd00:1::/64']])),
      defaultOutboundAccess: known(random.pick([null, true, false, false])),
      ...(effectiveRoutes ? { effectiveRoutes } : {}),
      serviceEndpoints: known(random.below(4) === 0 ? ['Microsoft.Storage'] : []),
    },
    network: {
      hasGateway: known(effectiveRoutes !== undefined),
      addressPrefixes: known(space),
      peerings: known(somePeerings(random, space)),
      adminRules: known(someAdminRules(random)),
    },
  });
}

function someFlow(random: Random): Flow {
  const nets = ['AzureLoadBalancer', '10.1.2.0/24', '10.2.0.0/24', '20.0.0.0/22', '172.16.0.0/24'];
  const far = random.pick([...Object.keys(randomTags), ...nets]);
  return {
    direction: random.pick<Direction>(['Inbound', 'Outbound', 'Outbound']),
    protocol: random.pick<Protocol>(['TCP', 'TCP', 'UDP']),
    ports: random.pick([['443'], ['80', '443'], ['440-450'], ['44224']]),
    remotes: random.below(4) === 0 ? [far, random.pick(Object.keys(randomTags))] : [far],
  };
}
