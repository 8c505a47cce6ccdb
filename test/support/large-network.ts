import { rangesOf } from '../../src/core/addresses/interval-set';
import { formatIpv4 } from '../../src/core/addresses/ipv4';
import { formatPrefix } from '../../src/core/addresses/prefix';
import { known } from '../../src/core/known';
import type { NetworkModel, SecurityRule } from '../../src/core/network/model';
import type { TagCatalog } from '../../src/core/tags/tag-catalog';
import { parseRoute, testRouteTable, parseRule, someNetwork } from './networks';
import { seeded } from './random';

const tagsOfRules = [
  'AzureMonitor',
  'Sql',
  'AzureCloud.westeurope',
  'Storage',
  'AzureKeyVault',
  'AzureContainerRegistry.WestEurope',
];

/** A network of the maximum size that Azure accepts. */
export interface Shape {
  readonly rules: number;
  readonly addresses: number;
  /** Number of rules in a hundred that have 4,000 addresses. */
  readonly large?: number;
  /** Number of rules in a hundred that name a service tag instead. */
  readonly withTag: number;
  /** Routes of the route table. The default is 400. */
  readonly routes?: number;
}

/** Rules for the relevant ports, in the ranges of Azure's services, so that most packets continue to the next rule. */
export function manyRules({ rules, addresses, large = 0, withTag }: Shape, tags: TagCatalog): SecurityRule[] {
  const random = seeded(7);
  const homes = rangesOf(tags.lookup('AzureCloud')!);
  return Array.from({ length: rules }, (_, index) => {
    const isInbound = random.below(5) === 0;
    const count = random.below(100) < large ? 4000 : addresses;
    const far =
      random.below(100) < withTag
        ? [random.pick(tagsOfRules)]
        : Array.from({ length: count }, () => {
            const { first, last } = random.pick(homes);
            const address = formatIpv4(first + random.below(last - first + 1));
            return `${address}/${28 + random.below(5)}`;
          });
    const one = parseRule(`Allow ${isInbound ? 'Inbound' : 'Outbound'} ${100 + index} Tcp x>x:443`);
    const near = known(['VirtualNetwork']);
    return {
      ...one,
      index,
      access: known(random.below(3) === 0 ? 'Deny' : 'Allow'),
      protocol: known(random.pick(['Tcp', '*', 'Udp'])),
      destinationPorts: known(
        random.pick([['443'], ['*'], ['80', '443', '445'], ['8000-20000'], ['22', '44224', '443']]),
      ),
      sources: isInbound ? known(far) : near,
      destinations: isInbound ? near : known(far),
    };
  });
}

const tagRoutes = [
  ...[
    'AzureMachineLearning',
    'BatchNodeManagement.WestEurope',
    'AzureMonitor',
    'Storage',
    'Sql',
    'AzureKeyVault',
  ],
  ...['AzureResourceManager', 'AzureActiveDirectory', 'EventHub', 'AzureContainerRegistry', 'ServiceBus'],
  ...['Storage.WestEurope', 'Sql.WestEurope', 'HDInsight', 'ApiManagement', 'AppService', 'AzureCosmosDB'],
  ...['AzureBackup', 'AzureSiteRecovery', 'DataFactory', 'PowerBI', 'LogicApps', 'GuestAndHybridManagement'],
  ...['MicrosoftContainerRegistry', 'AzureDatabricks'],
];

/** Builds one subnet with such an NSG and a route table of 400 routes. */
export function atTheLimits(shape: Shape, tags: TagCatalog): NetworkModel {
  const random = seeded(11);
  const homes = tags.prefixes('AzureCloud')!;
  const routes = [
    parseRoute('0.0.0.0/0 -> 10.1.9.4'),
    ...tagRoutes.map((tag) => parseRoute(`${tag} -> Internet`)),
    ...Array.from({ length: Math.max(0, (shape.routes ?? 400) - 1 - tagRoutes.length) }, () =>
      parseRoute(`${formatPrefix(random.pick(homes))} -> ${random.pick(['Internet', '10.1.9.5'])}`),
    ),
  ];
  return someNetwork({ rules: manyRules(shape, tags), table: testRouteTable(routes) });
}

/**
 * Returns the same model as if it had just been read: lists are new arrays, so nothing that is cached by identity
 * applies.
 */
export function fresher(model: NetworkModel): NetworkModel {
  return {
    ...model,
    securityGroups: model.securityGroups.map((group) => ({
      ...group,
      rules: group.rules.known
        ? known(
            group.rules.value.map((one) => ({
              ...one,
              sources: one.sources.known ? known([...one.sources.value]) : one.sources,
              destinations: one.destinations.known ? known([...one.destinations.value]) : one.destinations,
            })),
          )
        : group.rules,
    })),
  };
}
