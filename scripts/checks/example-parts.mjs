// The small network, workspace, and compute resource that every example of docs/checks changes in one place.
import { expression } from './bicep-text.mjs';

/**
 * @typedef {object} ArmResource
 * @property {string} type with its API version
 * @property {Readonly<Record<string, unknown>>} body
 * @property {string} [comment] words of a comment above it, for the product
 * @property {true} [existing] declared elsewhere
 */

/**
 * @typedef {object} ExampleVariable
 * @property {'variable'} type
 * @property {string} [value] its default; missing: secret, and without one
 */

/**
 * The declarations of a file by their symbol, in order. A page shows those that differ between the two files of an
 * example.
 * @typedef {Readonly<Record<string, ArmResource | ExampleVariable>>} Blocks
 */

/** @param {ArmResource | ExampleVariable} block @returns {block is ExampleVariable} */
export const isVariable = (block) => block.type === 'variable';

const location = expression('location');

/** @param {string} symbol @param {string} type @param {Readonly<Record<string, unknown>>} body @returns {Blocks} */
export const exampleResource = (symbol, type, body) => ({ [symbol]: { type, body } });

/** @param {string} [value] @returns {ExampleVariable} */
export const variable = (value) => ({ type: 'variable', ...(value === undefined ? {} : { value }) });

/** @param {string} symbol */
export const symbolId = (symbol) => expression(`${symbol}.id`);

/**
 * `out 4096 Deny * *>Internet 443,445 Deny-All`
 * @param {string} text
 */
function ruleOf(text) {
  const read = /^(in|out) (\d+) (Allow|Deny) (\S+) (\S+)>(\S+) (\S+) (\S+)$/.exec(text);
  if (!read) throw new Error(`Not a rule: ${text}`);
  const [, direction, priority, access, protocol, source = '', destination = '', ports = '', name] = read;
  return {
    name,
    properties: {
      priority: Number(priority),
      direction: direction === 'in' ? 'Inbound' : 'Outbound',
      access,
      protocol,
      ...oneOrMore('sourceAddressPrefix', 'sourceAddressPrefixes', source),
      sourcePortRange: '*',
      ...oneOrMore('destinationAddressPrefix', 'destinationAddressPrefixes', destination),
      ...oneOrMore('destinationPortRange', 'destinationPortRanges', ports),
    },
  };
}

/** @param {string} single @param {string} plural @param {string} text */
function oneOrMore(single, plural, text) {
  const all = text.split(',');
  return all.length > 1 ? { [plural]: all } : { [single]: text };
}

/**
 * `0.0.0.0/0 appliance 10.40.1.4`, `AzureMachineLearning internet`
 * @param {string} text
 */
function routeOf(text) {
  const [addressPrefix = '', hop = '', nextHopIpAddress, given] = text.split(' ');
  const nextHopType = hops[hop];
  if (nextHopType === undefined) throw new Error(`Not a route: ${text}`);
  const name = given ?? `to-${addressPrefix === '0.0.0.0/0' ? 'all' : addressPrefix.replace(/\/.*/, '')}`;
  return {
    name,
    properties: { addressPrefix, nextHopType, ...(nextHopIpAddress ? { nextHopIpAddress } : {}) },
  };
}

/** @type {Readonly<Record<string, string>>} */
const hops = {
  internet: 'Internet',
  none: 'None',
  appliance: 'VirtualAppliance',
  gateway: 'VirtualNetworkGateway',
};

/**
 * @typedef {object} ExampleParts
 * @property {string} [say] words of the comment at the subnet; '' where compute uses it
 * @property {string} [location]
 * @property {readonly string[] | null} [rules] null: no NSG
 * @property {readonly string[]} [routes]
 * @property {boolean} [noGatewayRoutes]
 * @property {'Standard' | 'Basic' | 'without address'} [nat]
 * @property {string} [name] of the subnet
 * @property {string} [prefix] of the subnet
 * @property {readonly string[]} [addressSpace]
 * @property {Readonly<Record<string, unknown>>} [subnet] more properties of the subnet
 * @property {Readonly<Record<string, unknown>>} [network] more properties of the network
 */

/** Builds NSG, route table, NAT gateway, network, and subnet. @param {ExampleParts} [parts] @returns {Blocks} */
export function exampleNetwork(parts = {}) {
  const { rules = [], routes, nat, name = 'snet-training', prefix = '10.40.4.0/26' } = parts;
  const { say = 'cluster public-ip', addressSpace = ['10.40.0.0/21'] } = parts;
  const subnet = {
    addressPrefix: prefix,
    ...(rules ? { networkSecurityGroup: { id: symbolId('nsg') } } : {}),
    ...(routes ? { routeTable: { id: symbolId('routes') } } : {}),
    ...(nat ? { natGateway: { id: symbolId('nat') } } : {}),
    ...parts.subnet,
  };
  const training = {
    type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01',
    body: { parent: expression('vnet'), name, properties: subnet },
    ...(say === '' ? {} : { comment: say }),
  };
  return {
    location: variable(parts.location ?? 'westeurope'),
    ...(rules ? exampleSecurityGroup('nsg', 'nsg-training', rules) : {}),
    ...(routes ? routeTable(routes, parts.noGatewayRoutes === true) : {}),
    ...(nat ? natGateway(nat) : {}),
    ...exampleResource('vnet', 'Microsoft.Network/virtualNetworks@2024-05-01', {
      name: 'vnet-ml',
      location,
      properties: { addressSpace: { addressPrefixes: addressSpace }, ...parts.network },
    }),
    training,
  };
}

/** @param {string} symbol @param {string} name @param {readonly string[]} rules @returns {Blocks} */
export const exampleSecurityGroup = (symbol, name, rules) =>
  exampleResource(symbol, 'Microsoft.Network/networkSecurityGroups@2024-05-01', {
    name,
    location,
    properties: { securityRules: rules.map(ruleOf) },
  });

/** @param {readonly string[]} routes @param {boolean} noGatewayRoutes */
const routeTable = (routes, noGatewayRoutes) =>
  exampleResource('routes', 'Microsoft.Network/routeTables@2024-05-01', {
    name: 'rt-training',
    location,
    properties: {
      ...(noGatewayRoutes ? { disableBgpRoutePropagation: true } : {}),
      routes: routes.map(routeOf),
    },
  });

/** @param {'Standard' | 'Basic' | 'without address'} kind @returns {Blocks} */
function natGateway(kind) {
  const address = exampleResource('address', 'Microsoft.Network/publicIPAddresses@2024-05-01', {
    name: 'pip-nat',
    location,
    sku: { name: kind === 'Basic' ? 'Basic' : 'Standard' },
    properties: { publicIPAllocationMethod: kind === 'Basic' ? 'Dynamic' : 'Static' },
  });
  return {
    ...(kind === 'without address' ? {} : address),
    ...exampleResource('nat', 'Microsoft.Network/natGateways@2024-05-01', {
      name: 'ng-ml',
      location,
      sku: { name: 'Standard' },
      properties: kind === 'without address' ? {} : { publicIpAddresses: [{ id: symbolId('address') }] },
    }),
  };
}

/**
 * Builds a subnet in addition to the one for training. @param {string} symbol @param {string} name @param {string}
 * prefix @param {Readonly<Record<string, unknown>>} [more] @returns {Blocks}
 */
export const otherSubnet = (symbol, name, prefix, more = {}) =>
  exampleResource(symbol, 'Microsoft.Network/virtualNetworks/subnets@2024-05-01', {
    parent: expression('vnet'),
    name,
    properties: { addressPrefix: prefix, ...more },
  });

/**
 * @param {Readonly<Record<string, unknown>>} [more] properties
 * @param {string} [version] of the API; only previews have `networkAcls`
 * @returns {Blocks}
 */
export const exampleWorkspace = (more = {}, version = '2025-06-01') =>
  exampleResource('workspace', `Microsoft.MachineLearningServices/workspaces@${version}`, {
    name: 'mlw-fraud',
    location,
    identity: { type: 'SystemAssigned' },
    properties: more,
  });

/** @param {string} region @returns {Blocks} */
export const workspaceIn = (region) =>
  exampleResource('workspace', 'Microsoft.MachineLearningServices/workspaces@2025-06-01', {
    name: 'mlw-fraud',
    location: region,
    identity: { type: 'SystemAssigned' },
    properties: {},
  });

/**
 * @typedef {object} ComputeParts
 * @property {string} [name]
 * @property {string | ReturnType<typeof expression>} [location]
 * @property {number} [maxNodes]
 * @property {boolean} [publicIp]
 * @property {string | null} [subnet] its symbol; null: none
 * @property {readonly string[]} [dependsOn]
 * @property {Readonly<Record<string, unknown>>} [more]
 */

/** @param {'AmlCompute' | 'ComputeInstance'} computeType @param {ComputeParts} parts @returns {Blocks} */
function compute(computeType, parts) {
  const { publicIp = true, subnet = 'training', dependsOn } = parts;
  const scale = { scaleSettings: { maxNodeCount: parts.maxNodes ?? 4 } };
  return exampleResource('compute', 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01', {
    parent: expression('workspace'),
    name: parts.name ?? 'cpu',
    location: parts.location ?? location,
    properties: {
      computeType,
      properties: {
        vmSize: 'STANDARD_DS3_V2',
        ...(computeType === 'AmlCompute' ? scale : {}),
        enableNodePublicIp: publicIp,
        ...(subnet === null ? {} : { subnet: { id: symbolId(subnet) } }),
        ...parts.more,
      },
    },
    ...(dependsOn ? { dependsOn: dependsOn.map(expression) } : {}),
  });
}

/** @param {ComputeParts} [parts] */
export const exampleCluster = (parts = {}) => compute('AmlCompute', parts);

/** @param {ComputeParts} [parts] */
export const exampleInstance = (parts = {}) => compute('ComputeInstance', { name: 'ci-anna', ...parts });

/**
 * Builds a private endpoint in the subnet `endpoints`.
 * @param {string} symbol @param {string} target its symbol @param {string} group @param {string} [subnet] @returns
 * {Blocks}
 */
export const exampleEndpoint = (symbol, target, group, subnet = 'endpoints') =>
  exampleResource(symbol, 'Microsoft.Network/privateEndpoints@2024-05-01', {
    name: `pe-${group}`,
    location,
    properties: {
      subnet: { id: symbolId(subnet) },
      privateLinkServiceConnections: [
        { name: group, properties: { privateLinkServiceId: symbolId(target), groupIds: [group] } },
      ],
    },
  });

/** @param {Readonly<Record<string, unknown>>} [more] */
export const exampleEndpointSubnet = (more = {}) =>
  otherSubnet('endpoints', 'snet-endpoints', '10.40.7.0/28', more);

/** @param {string} symbol @param {string} name @returns {Blocks} */
export const zone = (symbol, name) =>
  exampleResource(symbol, 'Microsoft.Network/privateDnsZones@2020-06-01', { name, location: 'global' });

/** @param {string} symbol @param {string} zoneSymbol @returns {Blocks} */
export const zoneLink = (symbol, zoneSymbol) =>
  exampleResource(symbol, 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01', {
    parent: expression(zoneSymbol),
    name: 'to-vnet-ml',
    location: 'global',
    properties: { registrationEnabled: false, virtualNetwork: { id: symbolId('vnet') } },
  });

/** @param {string} symbol @param {string} endpointSymbol @param {readonly string[]} zones @returns {Blocks} */
export const zoneGroup = (symbol, endpointSymbol, zones) =>
  exampleResource(symbol, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01', {
    parent: expression(endpointSymbol),
    name: 'default',
    properties: {
      privateDnsZoneConfigs: zones.map((one) => ({
        name: one,
        properties: { privateDnsZoneId: symbolId(one) },
      })),
    },
  });

/** @param {Readonly<Record<string, unknown>>} [more] properties @returns {Blocks} */
export const storage = (more = {}) =>
  exampleResource('storage', 'Microsoft.Storage/storageAccounts@2023-05-01', {
    name: 'stfraud',
    location,
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS' },
    properties: more,
  });

/** @param {Readonly<Record<string, unknown>>} [more] properties @returns {Blocks} */
export const vault = (more = {}) =>
  exampleResource('vault', 'Microsoft.KeyVault/vaults@2023-07-01', {
    name: 'kv-fraud',
    location,
    properties: {
      tenantId: expression('tenant().tenantId'),
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      ...more,
    },
  });

/** @param {string} sku @param {Readonly<Record<string, unknown>>} [more] properties @returns {Blocks} */
export const registry = (sku, more = {}) =>
  exampleResource('registry', 'Microsoft.ContainerRegistry/registries@2023-07-01', {
    name: 'crfraud',
    location,
    sku: { name: sku },
    properties: more,
  });
