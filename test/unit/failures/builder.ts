import { parseWrittenRule, writtenNetwork } from '../../support/written-network';

/** One case of docs/failures.md that a file, or a message of Azure, can reproduce. */
export interface FailureCase {
  /** Its number in docs/failures.md. */
  readonly id: number;
  readonly title: string;
  readonly before?: Before;
  readonly after?: After;
}

/** State before the deployment. */
export interface Before {
  /** Files by name. A single text is `main.bicep`. */
  readonly files: string | Readonly<Record<string, string>>;
  /** Options of `check` in addition to the files. */
  readonly options?: string;
  /**
   * The true causes in order, each with its rank: `error batch`, `unknown …`, `warning …`, `info …`. Nothing else is
   * reported with their rank or a higher one.
   */
  readonly causes: readonly string[];
  /** Problems that are also reported because they follow from the causes. */
  readonly consequences?: readonly string[];
  /** Causes for which a fix is offered. */
  readonly fixes?: readonly string[];
  /** Text that `fix` writes into `main.bicep` if the report names no steps. */
  readonly edits?: string;
  /** Compute resources that the report lists as not checked. */
  readonly unchecked?: readonly string[];
  /** Name of the rule or route that decides the first cause. */
  readonly by?: string;
}

/** A message of Azure, a client, or a job, and its explanation. */
interface After {
  readonly message: string;
  /** The first cause, by its name in `error-causes.ts`. */
  readonly cause: string;
  /** The first requirement that is reported. */
  readonly check?: string;
  /** The message isn't about the results of `check`, or not about a requirement of a subnet. */
  readonly isAlone?: true;
}

const outbound = {
  entra: 'Allow Outbound 104 Tcp *>AzureActiveDirectory:80,443',
  aml: 'Allow Outbound 110 Tcp *>AzureMachineLearning:443',
  rstudio: 'Allow Outbound 112 Tcp *>AzureMachineLearning:8787',
  languageServer: 'Allow Outbound 114 Tcp *>AzureMachineLearning:18881',
  udp: 'Allow Outbound 120 Udp *>AzureMachineLearning:5831',
  batch: 'Allow Outbound 130 * *>BatchNodeManagement.WestEurope:443',
  arm: 'Allow Outbound 140 Tcp *>AzureResourceManager:443',
  storage: 'Allow Outbound 150 Tcp *>Storage.WestEurope:443',
  smb: 'Allow Outbound 152 Tcp *>Storage.WestEurope:445',
  frontend: 'Allow Outbound 160 Tcp *>AzureFrontDoor.Frontend:443',
  firstParty: 'Allow Outbound 162 Tcp *>AzureFrontDoor.FirstParty:443',
  images: 'Allow Outbound 170 Tcp *>MicrosoftContainerRegistry:443',
  registry: 'Allow Outbound 172 Tcp *>AzureContainerRegistry.WestEurope:443',
  monitor: 'Allow Outbound 180 Tcp *>AzureMonitor:443',
  vault: 'Allow Outbound 182 Tcp *>AzureKeyVault.WestEurope:443',
  network: 'Allow Outbound 190 * *>VirtualNetwork:*',
} as const;

const denied = 'Deny Outbound 4096 * *>*:*';
const control = 'Allow Inbound 110 Tcp AzureMachineLearning>*:44224';

interface Situation {
  /** Rules of the complete list that are missing. */
  readonly without?: readonly (keyof typeof outbound | 'control' | 'denied')[];
  readonly rules?: readonly string[];
  /** Members of the subnet in addition to its prefix, NSG, and NAT gateway. */
  readonly subnet?: readonly string[];
  readonly prefix?: string;
  readonly routes?: readonly string[];
  readonly nat?: boolean;
  readonly properties?: readonly string[];
  readonly subnetsBefore?: readonly string[];
  /** A private endpoint of the workspace in the subnet `endpoints`, which then exists. */
  readonly isPrivate?: boolean;
  readonly more?: string;
}

const natGateway = `
resource pip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-nat'
  location: 'westeurope'
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'nat'
  location: 'westeurope'
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: pip.id }] }
}
`;

const complete = {
  without: [],
  rules: [],
  subnet: [],
  prefix: '10.0.2.0/24',
  routes: [],
  nat: true,
  properties: [],
  subnetsBefore: [],
  isPrivate: false,
  more: '',
} as const satisfies Situation;

/** Builds a subnet with everything that a compute resource needs, except for what the situation changes. */
export function situation(overrides: Situation = {}): string {
  const { prefix, routes, nat, properties, subnetsBefore, isPrivate, more }: Required<Situation> = {
    ...complete,
    ...overrides,
  };
  const network = writtenNetwork({
    rules: rulesOf(overrides).map(parseWrittenRule),
    prefix: `'${prefix}'`,
    subnet: membersOf(overrides),
    properties,
    subnetsBefore: [...subnetsBefore, ...(isPrivate ? [bicepEndpointSubnet] : [])],
  });
  const parts = [nat ? natGateway : '', routes.length > 0 ? routeTable(routes) : ''];
  return [network, ...parts, isPrivate ? ownEndpoint : '', more].join('');
}

function rulesOf({ without = [], rules = [] }: Situation): readonly string[] {
  const isThere = ([name]: [string, string]): boolean => !without.some((one) => one === name);
  const list = Object.entries({ ...outbound, control, denied }).filter(isThere);
  return [...rules, ...list.map(([, text]) => text)];
}

function membersOf({ nat = true, routes = [], subnet = [] }: Situation): readonly string[] {
  return [
    ...(nat ? ['natGateway: { id: nat.id }', 'defaultOutboundAccess: false'] : []),
    ...(routes.length > 0 ? ['routeTable: { id: table.id }'] : []),
    ...subnet,
  ];
}

/** `0.0.0.0/0 -> 10.9.0.4`, `AzureMachineLearning -> Internet`. */
function routeTable(routes: readonly string[]): string {
  const items = routes.map((text) => {
    const [destination = '', hop = ''] = text.split(' -> ');
    const next = /^\d/.test(hop)
      ? `nextHopType: 'VirtualAppliance', nextHopIpAddress: '${hop}'`
      : `nextHopType: '${hop}'`;
    const name = destination.replace(/\W/g, '-');
    return `{ name: 'to-${name}', properties: { addressPrefix: '${destination}', ${next} } }`;
  });
  return `
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'rt'
  location: 'westeurope'
  properties: {
    routes: [
      ${items.join('\n      ')}
    ]
  }
}
`;
}

export const clusterArguments = '--subnet snet --compute cluster --public-ip no --workspace private';
export const instanceArguments = '--subnet snet --compute instance --public-ip no --workspace private';
export const publicCluster = '--subnet snet --compute cluster --public-ip yes --workspace public';
export const publicInstance = '--subnet snet --compute instance --public-ip yes --workspace public';

/** Returns a compute resource in the subnet `snet`; `kind` is Azure's name of the kind. */
export function compute(
  name: string,
  kind: 'AmlCompute' | 'ComputeInstance',
  { properties = [], inSubnet = true }: { properties?: readonly string[]; inSubnet?: boolean } = {},
): string {
  const inner = [
    "vmSize: 'Standard_DS3_v2'",
    ...(inSubnet
      ? ["subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }"]
      : []),
    ...properties,
  ];
  return `
resource ${name} 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: '${name}'
  location: 'westeurope'
  properties: {
    computeType: '${kind}'
    properties: {
      ${inner.join('\n      ')}
    }
  }
}
`;
}

/** Returns the workspace of `compute`, with its properties. */
export function bicepWorkspace(properties: readonly string[] = []): string {
  return `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw-risk'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    ${properties.join('\n    ')}
  }
}
`;
}

/** Returns a private endpoint for `target` (a symbolic name) in the subnet `endpoints`. */
export function bicepEndpoint(name: string, target: string, group: string): string {
  return `
resource ${name} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${name}'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'endpoints') }
    privateLinkServiceConnections: [
      { name: 'only', properties: { privateLinkServiceId: ${target}.id, groupIds: ['${group}'] } }
    ]
  }
}
`;
}

/**
 * Zones by symbolic name, each linked to the network, and the zone group of an endpoint that maintains their records.
 */
export function zones(ofEndpoint: string, names: Readonly<Record<string, string>>): string {
  const own = Object.entries(names).map(
    ([symbol, name]) => `
resource ${symbol} 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}'
  location: 'global'
  resource link 'virtualNetworkLinks' = {
    name: 'to-vnet'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: vnet.id } }
  }
}
`,
  );
  const configs = Object.keys(names).map(
    (one) => `{ name: '${one}', properties: { privateDnsZoneId: ${one}.id } }`,
  );
  return `${own.join('')}
resource ${ofEndpoint}Zones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: ${ofEndpoint}
  name: 'default'
  properties: { privateDnsZoneConfigs: [
    ${configs.join('\n    ')}
  ] }
}
`;
}

export const bicepEndpointSubnet = "{ name: 'endpoints', properties: { addressPrefix: '10.0.3.0/24' } }";

/** Zones of a workspace. */
export const bicepWorkspaceZones = {
  apiZone: 'privatelink.api.azureml.ms',
  notebookZone: 'privatelink.notebooks.azure.net',
};

/** A private endpoint of a workspace in the subnet `endpoints`, with its zones. */
export const ownEndpoint = [
  bicepWorkspace(["publicNetworkAccess: 'Disabled'"]),
  bicepEndpoint('toWorkspace', 'workspace', 'amlworkspace'),
  zones('toWorkspace', bicepWorkspaceZones),
].join('');
