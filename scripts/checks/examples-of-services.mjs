// Examples of the services of a workspace, names, private endpoints, locks, policies, and roles.
import { expression } from './bicep-text.mjs';
import {
  cluster,
  endpoint,
  endpointSubnet,
  idOf,
  instance,
  network,
  otherSubnet,
  registry,
  resource,
  securityGroup,
  storage,
  vault,
  workspace,
  zone,
  zoneGroup,
  zoneLink,
} from './example-parts.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */
/** @typedef {import('./examples.mjs').Example} Example */

const location = expression('location');
const used = { say: '' };
const closed = { publicNetworkAccess: 'Disabled' };
const denied = { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } };
const untrusted = { networkAcls: { defaultAction: 'Deny', bypass: 'None' } };
const forSubnet = {
  networkAcls: {
    defaultAction: 'Deny',
    bypass: 'AzureServices',
    virtualNetworkRules: [{ id: idOf('training') }],
  },
};
const forOther = {
  networkAcls: {
    defaultAction: 'Deny',
    bypass: 'AzureServices',
    virtualNetworkRules: [{ id: idOf('other') }],
  },
};
const otherOne = otherSubnet('other', 'snet-other', '10.40.5.0/26', {
  serviceEndpoints: [{ service: 'Microsoft.Storage' }],
});
const all = { storageAccount: idOf('storage'), keyVault: idOf('vault'), containerRegistry: idOf('registry') };

const preview = '2025-07-01-preview';

/**
 * A network, a workspace with its services, and a cluster in the network.
 * @param {{ network?: import('./example-parts.mjs').NetworkParts; storage?: object; vault?: object; registry?: object; sku?: string; workspace?: object; compute?: Blocks; more?: Blocks }} [parts]
 * @returns {Blocks}
 */
const whole = (parts = {}) => ({
  ...network({ ...used, ...parts.network }),
  ...storage({ ...parts.storage }),
  ...vault({ ...parts.vault }),
  ...registry(parts.sku ?? 'Premium', { ...parts.registry }),
  ...workspace({ ...all, ...parts.workspace }, 'networkAcls' in { ...parts.workspace } ? preview : undefined),
  ...(parts.compute ?? cluster()),
  ...parts.more,
});

const storageEndpoints = (/** @type {readonly string[]} */ groups) =>
  Object.assign({}, endpointSubnet(), ...groups.map((group) => endpoint(`to_${group}`, 'storage', group)));

const toWorkspace = { ...endpointSubnet(), ...endpoint('toWorkspace', 'workspace', 'amlworkspace') };
const amlZones = {
  ...zone('apiZone', 'privatelink.api.azureml.ms'),
  ...zone('notebooksZone', 'privatelink.notebooks.azure.net'),
  ...zoneGroup('workspaceZones', 'toWorkspace', ['apiZone', 'notebooksZone']),
  ...zoneLink('apiLink', 'apiZone'),
};

/** @param {string} access @returns {Blocks} */
const perimeter = (access) => ({
  ...resource('perimeter', 'Microsoft.Network/networkSecurityPerimeters@2024-07-01', {
    name: 'nsp-data',
    location,
  }),
  ...resource('profile', 'Microsoft.Network/networkSecurityPerimeters/profiles@2024-07-01', {
    parent: expression('perimeter'),
    name: 'default',
  }),
  ...resource('association', 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01', {
    parent: expression('perimeter'),
    name: 'storage',
    properties: {
      accessMode: access,
      privateLinkResource: { id: idOf('storage') },
      profile: { id: idOf('profile') },
    },
  }),
});

/** A datastore of the workspace in an account of its own. @param {string} region @returns {Blocks} */
const datastore = (region) => ({
  ...resource('lake', 'Microsoft.Storage/storageAccounts@2023-05-01', {
    name: 'stfraud2',
    location: region,
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS' },
  }),
  ...resource('lakeDatastore', 'Microsoft.MachineLearningServices/workspaces/datastores@2024-10-01', {
    parent: expression('workspace'),
    name: 'lake',
    properties: {
      datastoreType: 'AzureDataLakeGen2',
      accountName: expression('lake.name'),
      filesystem: 'raw',
      credentials: { credentialsType: 'None' },
    },
  }),
});

/** @param {string} ingestion @returns {Blocks} */
const monitoring = (ingestion) => ({
  ...resource('logs', 'Microsoft.OperationalInsights/workspaces@2023-09-01', { name: 'log-fraud', location }),
  ...resource('insights', 'Microsoft.Insights/components@2020-02-02', {
    name: 'appi-fraud',
    location,
    kind: 'web',
    properties: { Application_Type: 'web', WorkspaceResourceId: idOf('logs') },
  }),
  ...resource('scope', 'microsoft.insights/privateLinkScopes@2021-07-01-preview', {
    name: 'ampls',
    location: 'global',
    properties: { accessModeSettings: { ingestionAccessMode: ingestion, queryAccessMode: 'Open' } },
  }),
  ...resource('scoped', 'microsoft.insights/privateLinkScopes/scopedResources@2021-07-01-preview', {
    parent: expression('scope'),
    name: 'insights',
    properties: { linkedResourceId: idOf('insights') },
  }),
});

const lock = (/** @type {string} */ scope) =>
  resource('lock', 'Microsoft.Authorization/locks@2020-05-01', {
    name: 'keep',
    scope: expression(scope),
    properties: { level: 'CanNotDelete' },
  });

/** The built-in definition “Not allowed resource types”. */
const notAllowed =
  '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749';

const deniedType = (/** @type {string} */ type) =>
  resource('assignment', 'Microsoft.Authorization/policyAssignments@2024-04-01', {
    name: 'not-allowed-types',
    properties: {
      policyDefinitionId: notAllowed,
      parameters: { listOfResourceTypesNotAllowed: { value: [type] } },
    },
  });

const role = (/** @type {string} */ action) =>
  resource('role', 'Microsoft.Authorization/roleDefinitions@2022-04-01', {
    name: expression("guid('join-subnet')"),
    properties: {
      roleName: 'Join subnets',
      type: 'CustomRole',
      assignableScopes: [expression('resourceGroup().id')],
      permissions: [{ actions: [action], notActions: [] }],
    },
  });

const policyOf = (/** @type {readonly unknown[]} */ resources) =>
  resource('endpointPolicy', 'Microsoft.Network/serviceEndpointPolicies@2024-05-01', {
    name: 'sep-training',
    location,
    properties: {
      serviceEndpointPolicyDefinitions: [
        { name: 'storage', properties: { service: 'Microsoft.Storage', serviceResources: resources } },
      ],
    },
  });
const withPolicy = {
  ...used,
  subnet: {
    serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    serviceEndpointPolicies: [{ id: idOf('endpointPolicy') }],
  },
};

const outOfEndpoints = securityGroup('nsgEndpoints', 'nsg-endpoints', [
  'in 100 Deny Tcp VirtualNetwork>* 443 Deny-443',
]);
const atEndpoints = (/** @type {string} */ policies) => ({
  ...network(used),
  ...outOfEndpoints,
  ...workspace(),
  ...endpointSubnet({
    networkSecurityGroup: { id: idOf('nsgEndpoints') },
    privateEndpointNetworkPolicies: policies,
  }),
  ...endpoint('toWorkspace', 'workspace', 'amlworkspace'),
  ...cluster({ publicIp: false }),
});

const allowList = { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7/32' }] } };

const serverless = {
  serverlessComputeSettings: {
    serverlessComputeCustomSubnet: idOf('training'),
    serverlessComputeNoPublicIP: true,
  },
};

/** @type {Readonly<Record<string, Example>>} */
export const examplesOfServices = {
  'npip-requires-private-endpoint': {
    fails: { ...network({ say: 'public-workspace' }), ...workspace(), ...cluster({ publicIp: false }) },
    passes: { ...network(used), ...workspace(), ...toWorkspace, ...cluster({ publicIp: false }) },
  },
  'compute-before-private-endpoint': {
    fails: { ...network(used), ...workspace(), ...toWorkspace, ...cluster({ publicIp: false }) },
    passes: {
      ...network(used),
      ...workspace(),
      ...toWorkspace,
      ...cluster({ publicIp: false, dependsOn: ['toWorkspace'] }),
    },
  },
  'pe-network-policies-workspace': { fails: atEndpoints('Enabled'), passes: atEndpoints('Disabled') },
  'endpoint-in-delegated-subnet': {
    fails: {
      ...network(used),
      ...workspace(),
      ...endpointSubnet({
        delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }],
      }),
      ...endpoint('toWorkspace', 'workspace', 'amlworkspace'),
      ...cluster(),
    },
    passes: { ...network(used), ...workspace(), ...toWorkspace, ...cluster() },
  },
  'dns-zones-linked': {
    fails: { ...network(used), ...workspace(), ...toWorkspace, ...amlZones, ...cluster({ publicIp: false }) },
    passes: {
      ...network(used),
      ...workspace(),
      ...toWorkspace,
      ...amlZones,
      ...zoneLink('notebooksLink', 'notebooksZone'),
      ...cluster({ publicIp: false }),
    },
  },
  'dns-dependency-zones': {
    fails: whole({
      more: {
        ...endpointSubnet(),
        ...endpoint('toVault', 'vault', 'vault'),
        ...zone('vaultZone', 'privatelink.vaultcore.azure.net'),
        ...zoneGroup('vaultZones', 'toVault', ['vaultZone']),
      },
    }),
    passes: whole({
      more: {
        ...endpointSubnet(),
        ...endpoint('toVault', 'vault', 'vault'),
        ...zone('vaultZone', 'privatelink.vaultcore.azure.net'),
        ...zoneGroup('vaultZones', 'toVault', ['vaultZone']),
        ...zoneLink('vaultLink', 'vaultZone'),
      },
    }),
  },
  'dns-custom-server-forwarders': {
    fails: network({
      rules: ['out 100 Deny Udp *>* 53 Deny-DNS'],
      network: { dhcpOptions: { dnsServers: ['10.40.6.4'] } },
    }),
    passes: network({
      rules: ['out 100 Deny Udp *>* 53 Deny-DNS'],
      network: { dhcpOptions: { dnsServers: ['168.63.129.16'] } },
    }),
  },
  'private-link-public-access-features': {
    fails: whole({ workspace: { publicNetworkAccess: 'Enabled' }, more: toWorkspace }),
    passes: whole({ workspace: { publicNetworkAccess: 'Disabled' }, more: toWorkspace }),
  },
  'serverless-npip-ip-allowlist': {
    fails: whole({ workspace: { ...allowList, ...serverless }, compute: {} }),
    passes: whole({ workspace: { ...allowList, ...serverless }, compute: {}, more: toWorkspace }),
    alsoShow: ['workspace'],
  },
  'instance-selected-networks': {
    fails: whole({ workspace: allowList, compute: instance() }),
    passes: whole({ workspace: allowList, compute: instance(), more: toWorkspace }),
    alsoShow: ['workspace'],
  },
  'storage-region-close-to-compute': {
    fails: whole({ more: datastore('northeurope') }),
    passes: whole({ more: datastore('westeurope') }),
  },
  'storage-same-vnet-2020': {
    fails: whole({ storage: closed }),
    passes: whole({ storage: forOther, more: otherOne }),
    profile: '2020-12',
  },
  'storage-service-endpoint-same-subnet': {
    fails: whole({ storage: forOther, more: otherOne }),
    passes: whole({
      storage: forSubnet,
      more: otherOne,
      network: { subnet: { serviceEndpoints: [{ service: 'Microsoft.Storage' }] } },
    }),
  },
  'storage-private-endpoint-subresources': {
    fails: whole({ storage: closed, more: storageEndpoints(['blob']) }),
    passes: whole({ storage: closed, more: storageEndpoints(['blob', 'file', 'queue', 'table']) }),
  },
  'storage-trusted-access': { fails: whole({ storage: untrusted }), passes: whole({ storage: denied }) },
  'storage-perimeter-smb': {
    fails: whole({ compute: instance(), more: perimeter('Enforced') }),
    passes: whole({ compute: instance() }),
  },
  'storage-shared-key-enabled': {
    fails: whole({ storage: { allowSharedKeyAccess: false }, compute: instance() }),
    passes: whole({
      storage: { allowSharedKeyAccess: false },
      workspace: { systemDatastoresAuthMode: 'identity' },
      compute: instance(),
    }),
  },
  'keyvault-network': {
    fails: whole({ vault: closed }),
    passes: whole({ vault: closed, more: { ...endpointSubnet(), ...endpoint('toVault', 'vault', 'vault') } }),
  },
  'acr-premium': {
    fails: whole({ sku: 'Standard', more: toWorkspace }),
    passes: whole({ sku: 'Premium', more: toWorkspace }),
  },
  'acr-network-placement': {
    fails: whole({ registry: closed }),
    passes: whole({
      registry: closed,
      more: { ...endpointSubnet(), ...endpoint('toRegistry', 'registry', 'registry') },
    }),
  },
  'acr-trusted-services': {
    fails: whole({
      registry: { networkRuleBypassOptions: 'None', networkRuleSet: { defaultAction: 'Deny' } },
    }),
    passes: whole({
      registry: { networkRuleBypassOptions: 'AzureServices', networkRuleSet: { defaultAction: 'Deny' } },
    }),
  },
  'image-build-compute': {
    fails: whole({ registry: closed }),
    passes: whole({ registry: closed, workspace: { imageBuildCompute: 'cpu' } }),
  },
  'monitor-ampls-open-mode': {
    fails: whole({ workspace: { applicationInsights: idOf('insights') }, more: monitoring('PrivateOnly') }),
    passes: whole({ workspace: { applicationInsights: idOf('insights') }, more: monitoring('Open') }),
  },
  'exfil-service-endpoint-policy': {
    fails: whole({ network: withPolicy, more: policyOf([idOf('storage')]) }),
    passes: whole({
      network: withPolicy,
      more: policyOf([idOf('storage'), '/services/Azure/MachineLearning']),
    }),
  },
  'lock-on-vnet-resource-group': {
    fails: { ...network(used), ...storage(), ...workspace(), ...cluster(), ...lock('vnet') },
    passes: { ...network(used), ...storage(), ...workspace(), ...cluster(), ...lock('storage') },
  },
  'lock-on-workspace-resource-group': {
    fails: { ...network(used), ...storage(), ...workspace(), ...cluster(), ...lock('workspace') },
    passes: { ...network(used), ...storage(), ...workspace(), ...cluster(), ...lock('storage') },
  },
  'policy-forbids-network-resources': {
    fails: {
      ...network(used),
      ...workspace(),
      ...cluster(),
      ...deniedType('Microsoft.Network/publicIPAddresses'),
    },
    passes: {
      ...network(used),
      ...workspace(),
      ...cluster(),
      ...deniedType('Microsoft.Network/applicationGateways'),
    },
  },
  'policy-denies-resource': {
    fails: {
      ...network(used),
      ...workspace(),
      ...cluster(),
      ...deniedType('Microsoft.Network/virtualNetworks/subnets'),
    },
    passes: {
      ...network(used),
      ...workspace(),
      ...cluster(),
      ...deniedType('Microsoft.Network/applicationGateways'),
    },
  },
  'misspelt-join-action': {
    fails: role('Microsoft.Network/virtualNetworks/subnet/join/action'),
    passes: role('Microsoft.Network/virtualNetworks/subnets/join/action'),
  },
};
