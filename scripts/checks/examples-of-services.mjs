// Examples of the services of a workspace, DNS names, private endpoints, locks, policies, and roles.
import { expression } from './bicep-text.mjs';
import {
  exampleCluster,
  exampleEndpoint,
  exampleEndpointSubnet,
  symbolId,
  exampleInstance,
  exampleNetwork,
  otherSubnet,
  registry,
  exampleResource,
  exampleSecurityGroup,
  storage,
  vault,
  exampleWorkspace,
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
    virtualNetworkRules: [{ id: symbolId('training') }],
  },
};
const forOther = {
  networkAcls: {
    defaultAction: 'Deny',
    bypass: 'AzureServices',
    virtualNetworkRules: [{ id: symbolId('other') }],
  },
};
const otherOne = otherSubnet('other', 'snet-other', '10.40.5.0/26', {
  serviceEndpoints: [{ service: 'Microsoft.Storage' }],
});
const all = {
  storageAccount: symbolId('storage'),
  keyVault: symbolId('vault'),
  containerRegistry: symbolId('registry'),
};

const preview = '2025-07-01-preview';

/**
 * Builds a network, a workspace with its services, and a cluster in the network.
 * @param {{ network?: import('./example-parts.mjs').ExampleParts; storage?: object; vault?: object; registry?: object;
 * sku?: string; workspace?: object; compute?: Blocks; more?: Blocks }} [parts]
 * @returns {Blocks}
 */
const whole = (parts = {}) => ({
  ...exampleNetwork({ ...used, ...parts.network }),
  ...storage({ ...parts.storage }),
  ...vault({ ...parts.vault }),
  ...registry(parts.sku ?? 'Premium', { ...parts.registry }),
  ...exampleWorkspace(
    { ...all, ...parts.workspace },
    'networkAcls' in { ...parts.workspace } ? preview : undefined,
  ),
  ...(parts.compute ?? exampleCluster()),
  ...parts.more,
});

const storageEndpoints = (/** @type {readonly string[]} */ groups) =>
  Object.assign(
    {},
    exampleEndpointSubnet(),
    ...groups.map((group) => exampleEndpoint(`to_${group}`, 'storage', group)),
  );

const toWorkspace = {
  ...exampleEndpointSubnet(),
  ...exampleEndpoint('toWorkspace', 'workspace', 'amlworkspace'),
};
const amlZones = {
  ...zone('apiZone', 'privatelink.api.azureml.ms'),
  ...zone('notebooksZone', 'privatelink.notebooks.azure.net'),
  ...zoneGroup('workspaceZones', 'toWorkspace', ['apiZone', 'notebooksZone']),
  ...zoneLink('apiLink', 'apiZone'),
};

/** @param {string} access @returns {Blocks} */
const perimeter = (access) => ({
  ...exampleResource('perimeter', 'Microsoft.Network/networkSecurityPerimeters@2024-07-01', {
    name: 'nsp-data',
    location,
  }),
  ...exampleResource('profile', 'Microsoft.Network/networkSecurityPerimeters/profiles@2024-07-01', {
    parent: expression('perimeter'),
    name: 'default',
  }),
  ...exampleResource(
    'association',
    'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01',
    {
      parent: expression('perimeter'),
      name: 'storage',
      properties: {
        accessMode: access,
        privateLinkResource: { id: symbolId('storage') },
        profile: { id: symbolId('profile') },
      },
    },
  ),
});

/** Builds a datastore of the workspace in a separate account. @param {string} region @returns {Blocks} */
const datastore = (region) => ({
  ...exampleResource('lake', 'Microsoft.Storage/storageAccounts@2023-05-01', {
    name: 'stfraud2',
    location: region,
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS' },
  }),
  ...exampleResource('lakeDatastore', 'Microsoft.MachineLearningServices/workspaces/datastores@2024-10-01', {
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
  ...exampleResource('logs', 'Microsoft.OperationalInsights/workspaces@2023-09-01', {
    name: 'log-fraud',
    location,
  }),
  ...exampleResource('insights', 'Microsoft.Insights/components@2020-02-02', {
    name: 'appi-fraud',
    location,
    kind: 'web',
    properties: { Application_Type: 'web', WorkspaceResourceId: symbolId('logs') },
  }),
  ...exampleResource('scope', 'microsoft.insights/privateLinkScopes@2021-07-01-preview', {
    name: 'ampls',
    location: 'global',
    properties: { accessModeSettings: { ingestionAccessMode: ingestion, queryAccessMode: 'Open' } },
  }),
  ...exampleResource('scoped', 'microsoft.insights/privateLinkScopes/scopedResources@2021-07-01-preview', {
    parent: expression('scope'),
    name: 'insights',
    properties: { linkedResourceId: symbolId('insights') },
  }),
});

const lock = (/** @type {string} */ scope) =>
  exampleResource('lock', 'Microsoft.Authorization/locks@2020-05-01', {
    name: 'keep',
    scope: expression(scope),
    properties: { level: 'CanNotDelete' },
  });

/** The built-in definition “Not allowed resource types”. */
const notAllowed =
  '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749';

const deniedType = (/** @type {string} */ type) =>
  exampleResource('assignment', 'Microsoft.Authorization/policyAssignments@2024-04-01', {
    name: 'not-allowed-types',
    properties: {
      policyDefinitionId: notAllowed,
      parameters: { listOfResourceTypesNotAllowed: { value: [type] } },
    },
  });

const role = (/** @type {string} */ action) =>
  exampleResource('role', 'Microsoft.Authorization/roleDefinitions@2022-04-01', {
    name: expression("guid('join-subnet')"),
    properties: {
      roleName: 'Join subnets',
      type: 'CustomRole',
      assignableScopes: [expression('resourceGroup().id')],
      permissions: [{ actions: [action], notActions: [] }],
    },
  });

const policyOf = (/** @type {readonly unknown[]} */ resources) =>
  exampleResource('endpointPolicy', 'Microsoft.Network/serviceEndpointPolicies@2024-05-01', {
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
    serviceEndpointPolicies: [{ id: symbolId('endpointPolicy') }],
  },
};

const outOfEndpoints = exampleSecurityGroup('nsgEndpoints', 'nsg-endpoints', [
  'in 100 Deny Tcp VirtualNetwork>* 443 Deny-443',
]);
const atEndpoints = (/** @type {string} */ policies) => ({
  ...exampleNetwork(used),
  ...outOfEndpoints,
  ...exampleWorkspace(),
  ...exampleEndpointSubnet({
    networkSecurityGroup: { id: symbolId('nsgEndpoints') },
    privateEndpointNetworkPolicies: policies,
  }),
  ...exampleEndpoint('toWorkspace', 'workspace', 'amlworkspace'),
  ...exampleCluster({ publicIp: false }),
});

const allowList = { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7/32' }] } };

const serverless = {
  serverlessComputeSettings: {
    serverlessComputeCustomSubnet: symbolId('training'),
    serverlessComputeNoPublicIP: true,
  },
};

/** @type {Readonly<Record<string, Example>>} */
export const examplesOfServices = {
  'npip-requires-private-endpoint': {
    fails: {
      ...exampleNetwork({ say: 'public-workspace' }),
      ...exampleWorkspace(),
      ...exampleCluster({ publicIp: false }),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...toWorkspace,
      ...exampleCluster({ publicIp: false }),
    },
  },
  'compute-before-private-endpoint': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...toWorkspace,
      ...exampleCluster({ publicIp: false }),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...toWorkspace,
      ...exampleCluster({ publicIp: false, dependsOn: ['toWorkspace'] }),
    },
  },
  'pe-network-policies-workspace': { fails: atEndpoints('Enabled'), passes: atEndpoints('Disabled') },
  'endpoint-in-delegated-subnet': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...exampleEndpointSubnet({
        delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }],
      }),
      ...exampleEndpoint('toWorkspace', 'workspace', 'amlworkspace'),
      ...exampleCluster(),
    },
    passes: { ...exampleNetwork(used), ...exampleWorkspace(), ...toWorkspace, ...exampleCluster() },
  },
  'dns-zones-linked': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...toWorkspace,
      ...amlZones,
      ...exampleCluster({ publicIp: false }),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...toWorkspace,
      ...amlZones,
      ...zoneLink('notebooksLink', 'notebooksZone'),
      ...exampleCluster({ publicIp: false }),
    },
  },
  'dns-dependency-zones': {
    fails: whole({
      more: {
        ...exampleEndpointSubnet(),
        ...exampleEndpoint('toVault', 'vault', 'vault'),
        ...zone('vaultZone', 'privatelink.vaultcore.azure.net'),
        ...zoneGroup('vaultZones', 'toVault', ['vaultZone']),
      },
    }),
    passes: whole({
      more: {
        ...exampleEndpointSubnet(),
        ...exampleEndpoint('toVault', 'vault', 'vault'),
        ...zone('vaultZone', 'privatelink.vaultcore.azure.net'),
        ...zoneGroup('vaultZones', 'toVault', ['vaultZone']),
        ...zoneLink('vaultLink', 'vaultZone'),
      },
    }),
  },
  'dns-custom-server-forwarders': {
    fails: exampleNetwork({
      rules: ['out 100 Deny Udp *>* 53 Deny-DNS'],
      network: { dhcpOptions: { dnsServers: ['10.40.6.4'] } },
    }),
    passes: exampleNetwork({
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
    fails: whole({ workspace: allowList, compute: exampleInstance() }),
    passes: whole({ workspace: allowList, compute: exampleInstance(), more: toWorkspace }),
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
    fails: whole({ compute: exampleInstance(), more: perimeter('Enforced') }),
    passes: whole({ compute: exampleInstance() }),
  },
  'storage-shared-key-enabled': {
    fails: whole({ storage: { allowSharedKeyAccess: false }, compute: exampleInstance() }),
    passes: whole({
      storage: { allowSharedKeyAccess: false },
      workspace: { systemDatastoresAuthMode: 'identity' },
      compute: exampleInstance(),
    }),
  },
  'keyvault-network': {
    fails: whole({ vault: closed }),
    passes: whole({
      vault: closed,
      more: { ...exampleEndpointSubnet(), ...exampleEndpoint('toVault', 'vault', 'vault') },
    }),
  },
  'acr-premium': {
    fails: whole({ sku: 'Standard', more: toWorkspace }),
    passes: whole({ sku: 'Premium', more: toWorkspace }),
  },
  'acr-network-placement': {
    fails: whole({ registry: closed }),
    passes: whole({
      registry: closed,
      more: { ...exampleEndpointSubnet(), ...exampleEndpoint('toRegistry', 'registry', 'registry') },
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
    fails: whole({
      workspace: { applicationInsights: symbolId('insights') },
      more: monitoring('PrivateOnly'),
    }),
    passes: whole({ workspace: { applicationInsights: symbolId('insights') }, more: monitoring('Open') }),
  },
  'exfil-service-endpoint-policy': {
    fails: whole({ network: withPolicy, more: policyOf([symbolId('storage')]) }),
    passes: whole({
      network: withPolicy,
      more: policyOf([symbolId('storage'), '/services/Azure/MachineLearning']),
    }),
  },
  'lock-on-vnet-resource-group': {
    fails: {
      ...exampleNetwork(used),
      ...storage(),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...lock('vnet'),
    },
    passes: {
      ...exampleNetwork(used),
      ...storage(),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...lock('storage'),
    },
  },
  'lock-on-workspace-resource-group': {
    fails: {
      ...exampleNetwork(used),
      ...storage(),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...lock('workspace'),
    },
    passes: {
      ...exampleNetwork(used),
      ...storage(),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...lock('storage'),
    },
  },
  'policy-forbids-network-resources': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...deniedType('Microsoft.Network/publicIPAddresses'),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...deniedType('Microsoft.Network/applicationGateways'),
    },
  },
  'policy-denies-resource': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...deniedType('Microsoft.Network/virtualNetworks/subnets'),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace(),
      ...exampleCluster(),
      ...deniedType('Microsoft.Network/applicationGateways'),
    },
  },
  'misspelled-join-action': {
    fails: role('Microsoft.Network/virtualNetworks/subnet/join/action'),
    passes: role('Microsoft.Network/virtualNetworks/subnets/join/action'),
  },
};
