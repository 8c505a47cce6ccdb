import { known, mapKnown, unknown, type Known } from '../../../src/core/known';
import type { Firewall } from '../../../src/core/network/firewall';
import type {
  Cloud,
  Direction,
  NatGateway,
  NetworkModel,
  NextHopType,
  PrivateEndpoint,
  Route,
  RouteTable,
  RuleProtocol,
  SecurityGroup,
  SecurityRule,
  Subnet,
} from '../../../src/core/network/model';
import type { PlanToCheck, ManagedNetwork, WorkspaceFacts } from '../../../src/core/plan';
import { reason } from '../../../src/core/reason';
import { createTagCatalog, readPrefixes, type TagCatalog } from '../../../src/core/tags/tag-catalog';

/**
 * Small networks for checks: one network with one subnet `snet-training`, and the properties that a test sets. The
 * default is a healthy subnet: no security group, no route table, and a NAT gateway.
 */
export interface NetworkSpec {
  readonly region?: string;
  readonly addressSpace?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly name?: string;
  readonly networkId?: string;
  /** Rules such as `out 4096 Deny * *>* * Deny-All`; null: no NSG. `unread`: not readable. */
  readonly rules?: readonly string[] | null | 'unread';
  /** Rules of an NSG that Azure ML created for nodes with a public IP. */
  readonly serviceRules?: readonly string[];
  /** Rules of `nsg-vm-train`, which a network interface may use. */
  readonly nicRules?: readonly string[];
  /** Routes such as `0.0.0.0/0 appliance 10.40.1.4`, `AzureMachineLearning internet`; null: no route table. */
  readonly routes?: readonly string[] | null | 'unread';
  readonly ignoreGatewayRoutes?: boolean;
  /** Public addresses of the NAT gateway; null: none associated. */
  readonly nat?: number | null;
  readonly natSku?: string;
  readonly delegations?: readonly string[];
  readonly defaultOutboundAccess?: boolean | null;
  readonly writtenWith?: string;
  readonly inUse?: number | null;
  readonly serviceEndpoints?: readonly string[];
  readonly endpointPolicies?: readonly string[];
  readonly hasGateway?: boolean | null;
  /**
   * `name prefix` with `!` for no forwarded traffic, `^` for a used remote gateway, `~` for a state that isn't
   * connected, `?` for an unread state, `*` for unread prefixes; null: not readable.
   */
  readonly peerings?: readonly string[] | null;
  /** Endpoints such as `pe-blob blob 10.40.7.4`, in `snet-endpoints` (10.40.7.0/28); null: not readable. */
  readonly endpoints?: readonly string[] | null;
  /** Names of additional subnets that share NSG and route table: from 10.40.5.0/26 on. */
  readonly sharedWith?: readonly string[];
  /** The users of the NSG weren't read. */
  readonly usersUnread?: boolean;
  /** `privateEndpointNetworkPolicies` of the endpoints' subnet, and the rules of its own NSG. */
  readonly policiesAtEndpoints?: string;
  readonly rulesAtEndpoints?: readonly string[];
  /** Custom DNS servers. */
  readonly dnsServers?: readonly string[];
  readonly cloud?: Cloud;
  readonly firewalls?: readonly Firewall[];
}

export const modelSubscription = '/subscriptions/11111111-1111-1111-1111-111111111111';
const networkGroup = `${modelSubscription}/resourceGroups/rg-network-prod/providers/Microsoft.Network`;
export const modelNetworkId = `${networkGroup}/virtualNetworks/vnet-ml-prod-weu`;
export const modelSecurityGroupId = `${networkGroup}/networkSecurityGroups/nsg-training`;
export const tableId = `${networkGroup}/routeTables/rt-training`;
export const nicGroupId = `${networkGroup}/networkSecurityGroups/nsg-vm-train`;
const endpointGroupId = `${networkGroup}/networkSecurityGroups/nsg-endpoints`;
const natId = `${networkGroup}/natGateways/ng-ml-weu`;
export const modelWorkspaceId = `${modelSubscription}/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`;

export const unreadFact = unknown(reason('unknown.permission', { name: 'x', role: 'Reader', scope: 'y' }));

export function subnetIdOf(name: string, network = modelNetworkId): string {
  return `${network}/subnets/${name}`;
}

/** A healthy subnet. */
const healthy = {
  region: 'westeurope',
  addressSpace: ['10.40.0.0/21'],
  prefixes: ['10.40.4.0/26'],
  name: 'snet-training',
  networkId: modelNetworkId,
  rules: null,
  routes: null,
  ignoreGatewayRoutes: false,
  nat: 1,
  natSku: 'Standard',
  firewalls: [],
  delegations: [],
  defaultOutboundAccess: false,
  inUse: 0,
  serviceEndpoints: [],
  endpointPolicies: [],
  hasGateway: false,
  peerings: [],
  endpoints: [],
  sharedWith: [],
  usersUnread: false,
  dnsServers: [],
  cloud: 'public',
} as const satisfies NetworkSpec;

type Unsaid = 'writtenWith' | 'nicRules' | 'serviceRules' | 'policiesAtEndpoints' | 'rulesAtEndpoints';
type Full = Required<Omit<NetworkSpec, Unsaid>> & Pick<NetworkSpec, Unsaid>;

export function buildModel(spec: NetworkSpec = {}): NetworkModel {
  const full: Full = { ...healthy, ...spec };
  const { networkId: network, rules, routes, nat } = full;
  const shared = full.sharedWith.map((name, at) =>
    buildSubnet({ ...full, name, prefixes: [`10.40.5.${at * 64}/26`] }),
  );
  const training = [buildSubnet(full), ...shared];
  const users = full.usersUnread ? unreadFact : known(training.map((one) => one.id));
  return {
    cloud: full.cloud,
    virtualNetworks: [
      {
        id: network,
        name: 'vnet-ml-prod-weu',
        location: known(full.region),
        addressPrefixes: known(full.addressSpace),
        dnsServers: known(full.dnsServers),
        peerings: mapKnown(orUnread(full.peerings), (all) => all.map(buildPeering)),
        hasGateway: orUnread(full.hasGateway),
        subnets: [...training, endpointSubnet(network, full), ...applianceSubnets(full)],
      },
    ],
    securityGroups: [
      ...(Array.isArray(rules) ? [buildGroup(rules, users)] : []),
      ...(full.nicRules ? [buildNicGroup(full.nicRules)] : []),
      ...(full.serviceRules ? [buildServiceGroup(full.serviceRules)] : []),
      ...(full.rulesAtEndpoints ? [buildEndpointGroup(full.rulesAtEndpoints)] : []),
    ],
    routeTables: Array.isArray(routes) ? [buildTable(routes, users, full.ignoreGatewayRoutes)] : [],
    natGateways: nat === null ? [] : [buildNat(nat, full.natSku)],
    privateEndpoints: mapKnown(orUnread(full.endpoints), (all) =>
      all.map((one) => buildEndpoint(one, network)),
    ),
    firewalls: full.firewalls,
  };
}

function buildSubnet(full: Full): Subnet {
  return {
    id: subnetIdOf(full.name, full.networkId),
    name: full.name,
    virtualNetworkId: full.networkId,
    addressPrefixes: known(full.prefixes),
    securityGroup: associated(full.rules, modelSecurityGroupId),
    routeTable: associated(full.routes, tableId),
    natGateway: known(full.nat === null ? null : natId),
    delegations: known(full.delegations),
    serviceEndpoints: known(full.serviceEndpoints),
    serviceEndpointPolicies: known(full.endpointPolicies),
    defaultOutboundAccess: known(full.defaultOutboundAccess),
    ...(full.writtenWith === undefined ? {} : { writtenWith: full.writtenWith }),
    privateEndpointNetworkPolicies: known('Disabled'),
    addressesInUse: orUnread(full.inUse),
  };
}

function associated(what: NetworkSpec['rules'], id: string): Subnet['securityGroup'] {
  if (what === 'unread') return unreadFact;
  return known(what === null ? null : id);
}

function orUnread<T>(value: T | null): Known<T> {
  return value === null ? unreadFact : known(value);
}

function buildNat(publicAddresses: number, sku: string): NatGateway {
  return {
    id: natId,
    name: 'ng-ml-weu',
    location: known('westeurope'),
    sku: known(sku),
    publicAddresses: known(publicAddresses),
  };
}

/** Subnets of the appliances of routes in 10.40.1.0/26. */
function applianceSubnets(full: Full): readonly Subnet[] {
  const { routes, networkId: network } = full;
  if (!Array.isArray(routes) || !routes.some((one) => /appliance 10\.40\.1\./.test(one))) return [];
  const bare = { rules: null, routes: null, nat: null };
  return [
    buildSubnet({
      ...healthy,
      ...bare,
      networkId: network,
      name: 'snet-appliances',
      prefixes: ['10.40.1.0/26'],
    }),
  ];
}

function endpointSubnet(
  network: string,
  { policiesAtEndpoints, rulesAtEndpoints }: Pick<NetworkSpec, Unsaid>,
): Subnet {
  const bare = { rules: null, routes: null, nat: null };
  return {
    ...buildSubnet({
      ...healthy,
      ...bare,
      networkId: network,
      name: 'snet-endpoints',
      prefixes: ['10.40.7.0/28'],
    }),
    privateEndpointNetworkPolicies: known(policiesAtEndpoints ?? 'Disabled'),
    securityGroup: known(rulesAtEndpoints ? endpointGroupId : null),
  };
}

function buildEndpointGroup(rules: readonly string[]): SecurityGroup {
  return { ...buildGroup(rules, known([])), id: endpointGroupId, name: 'nsg-endpoints' };
}

function buildGroup(rules: readonly string[], usedBy: SecurityGroup['usedBy']): SecurityGroup {
  return {
    id: modelSecurityGroupId,
    name: 'nsg-training',
    location: known('westeurope'),
    rules: known(rules.map(buildRule)),
    usedBy,
  };
}

function buildServiceGroup(rules: readonly string[]): SecurityGroup {
  const name = '8f0c-azurebatch-cloudservicenetworksecuritygroup';
  return { ...buildGroup(rules, known([])), id: `${networkGroup}/networkSecurityGroups/${name}`, name };
}

function buildNicGroup(rules: readonly string[]): SecurityGroup {
  return { ...buildGroup(rules, known([])), id: nicGroupId, name: 'nsg-vm-train' };
}

/**
 * `out 110 Allow Tcp VirtualNetwork>AzureActiveDirectory 80,443 Allow-EntraID`. `?` is an unread value, `asg:web` an
 * application security group.
 */
function buildRule(text: string, index: number): SecurityRule {
  const words = text.split(' ');
  const word = (at: number): string => words[at] ?? '';
  const [source = '', destination = ''] = word(4).split('>');
  return {
    name: words[6] ?? `rule-${index}`,
    priority: read(word(1), Number),
    direction: known<Direction>(word(0) === 'in' ? 'Inbound' : 'Outbound'),
    access: read(word(2), (one) => (one === 'Allow' ? 'Allow' : 'Deny')),
    protocol: read(word(3), (one) => one as RuleProtocol),
    sources: read(source, addresses),
    destinations: read(destination, addresses),
    sourcePorts: known(['*']),
    destinationPorts: read(word(5), list),
    sourceApplicationGroups: applicationGroups(source),
    destinationApplicationGroups: applicationGroups(destination),
    index,
  };
}

function read<T>(text: string, parse: (text: string) => T): Known<T> {
  return text === '?' ? unreadFact : known(parse(text));
}

function list(text: string): readonly string[] {
  return text.split(',');
}

function addresses(text: string): readonly string[] {
  return list(text).filter((one) => !one.startsWith('asg:'));
}

function applicationGroups(text: string): readonly string[] {
  const names = list(text).filter((one) => one.startsWith('asg:'));
  return names.map((one) => `${networkGroup}/applicationSecurityGroups/${one.slice('asg:'.length)}`);
}

const hops: Readonly<Record<string, NextHopType>> = {
  appliance: 'VirtualAppliance',
  internet: 'Internet',
  gateway: 'VirtualNetworkGateway',
  local: 'VnetLocal',
  none: 'None',
};

function buildTable(
  routes: readonly string[],
  usedBy: RouteTable['usedBy'],
  ignoreGatewayRoutes = false,
): RouteTable {
  return {
    id: tableId,
    name: 'rt-training',
    location: known('westeurope'),
    routes: known(routes.map(buildRoute)),
    disableBgpRoutePropagation: known(ignoreGatewayRoutes),
    usedBy,
  };
}

function buildRoute(text: string, index: number): Route {
  const [destination = '', hop = '', address = '-', name = `route-${index + 1}`] = text.split(' ');
  return {
    name,
    destination: read(destination, String),
    nextHop: read(hop, (one) => hops[one] ?? 'Internet'),
    nextHopAddress: known(address === '-' ? null : address),
    index,
  };
}

function buildPeering(text: string) {
  const [name = '', prefix = ''] = text.replaceAll(/[!^~?*]/g, '').split(' ');
  return {
    name,
    remoteId: `${networkGroup}/virtualNetworks/${name}`,
    state: text.includes('?') ? unreadFact : known(text.includes('~') ? 'Disconnected' : 'Connected'),
    remotePrefixes: text.includes('*') ? unreadFact : known([prefix]),
    allowForwardedTraffic: known(!text.includes('!')),
    useRemoteGateways: known(text.includes('^')),
  };
}

/** IDs of the endpoints' target services: one storage account for all of its groups. */
export function serviceId(group: string): string {
  const isStorage = ['blob', 'file', 'queue', 'table', 'dfs'].includes(group);
  return `${modelSubscription}/targets/${isStorage ? 'storage' : group}`;
}

function buildEndpoint(text: string, network: string): PrivateEndpoint {
  const [name = '', group = '', address = ''] = text.split(' ');
  const target = group === 'amlworkspace' ? modelWorkspaceId : serviceId(group);
  const place = text.split(' ')[3];
  return {
    id: `${networkGroup}/privateEndpoints/${name}`,
    name,
    subnetId:
      place === undefined
        ? subnetIdOf('snet-endpoints', network)
        : `${networkGroup}/virtualNetworks/${place}/subnets/snet-pe`,
    targetId: target,
    groups: [group],
    addresses: known([address]),
  };
}

export interface PlanSpec extends Partial<Omit<PlanToCheck, 'workspace'>> {
  readonly privateLink?: boolean;
  readonly workspaceRegion?: string;
  readonly managedNetwork?: ManagedNetwork;
  /** The managed virtual network is already provisioned. */
  readonly isSetUp?: boolean;
  readonly highBusinessImpact?: boolean;
  readonly workspace?: PlanToCheck['workspace'];
}

const workspace = {
  id: modelWorkspaceId,
  name: 'mlw-fraud-prod',
  region: 'westeurope',
  privateLink: false,
  managedNetwork: 'disabled',
  isSetUp: true,
  highBusinessImpact: false,
} as const;

/** Builds the plan of a cluster with four nodes and a public IP in `snet-training`, unless the spec differs. */
export function buildPlan(spec: PlanSpec = {}): PlanToCheck {
  const { privateLink, workspaceRegion, managedNetwork, isSetUp, highBusinessImpact, ...overrides } = spec;
  return {
    cloud: 'public',
    profile: 'current',
    kind: known('cluster'),
    publicIp: known(true),
    workspace: known(
      buildWorkspace({ privateLink, workspaceRegion, managedNetwork, isSetUp, highBusinessImpact }),
    ),
    subnetId: subnetIdOf('snet-training'),
    name: 'cpu-cluster',
    maxNodes: known(4),
    minNodes: known(0),
    reservedAddresses: known(0),
    publicSsh: false,
    ...overrides,
  };
}

type WorkspaceSpec = {
  readonly [K in 'privateLink' | 'workspaceRegion' | 'managedNetwork' | 'isSetUp' | 'highBusinessImpact']:
    PlanSpec[K] | undefined;
};

function buildWorkspace(spec: WorkspaceSpec): WorkspaceFacts {
  return {
    id: workspace.id,
    name: workspace.name,
    location: known(spec.workspaceRegion ?? workspace.region),
    hasPrivateEndpoint: known(spec.privateLink ?? workspace.privateLink),
    managedNetwork: known(spec.managedNetwork ?? workspace.managedNetwork),
    managedNetworkSetUp: known(spec.isSetUp ?? workspace.isSetUp),
    highBusinessImpact: known(spec.highBusinessImpact ?? workspace.highBusinessImpact),
  };
}

/** An instance without a public IP in a workspace with private link. */
export const privateInstance: PlanSpec = {
  kind: known('instance'),
  publicIp: known(false),
  privateLink: true,
  name: 'ci-anna',
  maxNodes: known(1),
  minNodes: known(1),
};

const prefixes: Readonly<Record<string, readonly string[]>> = {
  AzureActiveDirectory: ['20.190.128.0/18', '40.126.0.0/18'],
  AzureMachineLearning: ['20.86.88.160/28', '20.88.16.0/24', '40.81.27.228/32'],
  BatchNodeManagement: ['13.69.65.64/26', '52.236.186.128/26', '20.105.209.0/25'],
  'BatchNodeManagement.WestEurope': ['13.69.65.64/26', '52.236.186.128/26'],
  'BatchNodeManagement.NorthEurope': ['20.105.209.0/25'],
  AzureResourceManager: ['20.50.68.112/29', '40.79.131.240/28'],
  Storage: ['20.38.108.0/23', '52.239.140.0/22', '20.38.102.0/23'],
  'Storage.WestEurope': ['20.38.108.0/23', '52.239.140.0/22'],
  'Storage.NorthEurope': ['20.38.102.0/23'],
  'AzureFrontDoor.Frontend': ['13.107.208.0/24', '13.107.213.0/24'],
  'AzureFrontDoor.FirstParty': ['13.107.219.0/24'],
  MicrosoftContainerRegistry: ['13.69.110.64/29', '40.69.106.64/29'],
  'MicrosoftContainerRegistry.WestEurope': ['13.69.110.64/29'],
  'MicrosoftContainerRegistry.NorthEurope': ['40.69.106.64/29'],
  AzureContainerRegistry: ['20.61.97.0/25', '40.69.110.0/25'],
  'AzureContainerRegistry.WestEurope': ['20.61.97.0/25'],
  'AzureContainerRegistry.NorthEurope': ['40.69.110.0/25'],
  AzureDatabricks: ['20.42.4.208/28', '40.70.58.220/31'],
  EventHub: ['13.69.64.0/26', '20.50.64.0/23'],
  HDInsight: ['13.69.240.28/30', '13.64.254.98/32', '40.71.13.160/29'],
  'HDInsight.WestEurope': ['13.69.240.28/30'],
  'HDInsight.WestUS': ['13.64.254.98/32'],
  'HDInsight.EastUS': ['40.71.13.160/29'],
  Sql: ['13.69.105.192/26', '20.61.99.192/26'],
  AzureMonitor: ['13.69.106.88/29', '20.37.65.0/24'],
  AzureKeyVault: ['13.69.64.72/29', '13.74.107.160/30'],
  'AzureKeyVault.WestEurope': ['13.69.64.72/29'],
  'AzureKeyVault.NorthEurope': ['13.74.107.160/30'],
  AzureCloud: ['13.64.0.0/11', '20.33.0.0/16', '20.38.0.0/17', '40.64.0.0/10', '52.224.0.0/11'],
};

/** Real names with a few of their prefixes, so that results can be calculated by hand. */
export const testTags: TagCatalog = createTagCatalog({
  cloud: 'public',
  date: '2025-11-09',
  changeNumber: '376',
  tags: new Map(Object.entries(prefixes).map(([name, texts]) => [name, () => readPrefixes(texts)])),
});

/** Tags without an address of Azure ML. */
export function otherTags(count: number): readonly string[] {
  return testTags.names.filter((name) => !/^Azure(MachineLearning|Cloud)$/.test(name)).slice(0, count);
}

export const facts = { tags: testTags };
