// Examples of subnets, networks, addresses, and compute.
import { expression } from './bicep-text.mjs';
import {
  exampleCluster,
  symbolId,
  exampleInstance,
  exampleNetwork,
  exampleSecurityGroup,
  otherSubnet,
  exampleResource,
  exampleWorkspace,
  variable,
  workspaceIn,
} from './example-parts.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */
/** @typedef {import('./examples.mjs').Example} Example */

const used = { say: '' };
const allowAzureMl = 'out 100 Allow Tcp VirtualNetwork>AzureMachineLearning 443 Allow-AzureML';
const withCompute = (/** @type {Blocks} */ compute, /** @type {object} */ parts = {}) => ({
  ...exampleNetwork({ ...used, ...parts }),
  ...exampleWorkspace(),
  ...compute,
});
const delegated = (/** @type {string} */ serviceName) => ({
  subnet: { delegations: [{ name: 'other', properties: { serviceName } }] },
});

const elsewhere = (/** @type {Blocks} */ compute, /** @type {string} */ region) => ({
  ...exampleNetwork(used),
  ...workspaceIn(region),
  ...compute,
});

const ssh = (/** @type {string} */ source) => ({
  adminName: variable('azureuser'),
  sshKey: variable(),
  ...withCompute(
    exampleCluster({
      more: {
        remoteLoginPortPublicAccess: 'Enabled',
        userAccountCredentials: {
          adminUserName: expression('adminName'),
          adminUserSshPublicKey: expression('sshKey'),
        },
      },
    }),
    { rules: [`in 120 Allow Tcp ${source}>* 22 Allow-SSH`] },
  ),
});

/** An Azure Firewall with one network rule. @param {readonly string[]} destinationAddresses @returns {Blocks} */
const firewall = (destinationAddresses) => ({
  ...otherSubnet('firewallSubnet', 'AzureFirewallSubnet', '10.40.1.0/26'),
  ...exampleResource('firewallAddress', 'Microsoft.Network/publicIPAddresses@2024-05-01', {
    name: 'pip-firewall',
    location: expression('location'),
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
  }),
  ...exampleResource('firewall', 'Microsoft.Network/azureFirewalls@2024-05-01', {
    name: 'afw-hub',
    location: expression('location'),
    properties: {
      sku: { name: 'AZFW_VNet', tier: 'Standard' },
      ipConfigurations: [
        {
          name: 'default',
          properties: {
            subnet: { id: symbolId('firewallSubnet') },
            publicIPAddress: { id: symbolId('firewallAddress') },
          },
        },
      ],
      networkRuleCollections: [
        {
          name: 'azure-ml',
          properties: {
            priority: 200,
            action: { type: 'Allow' },
            rules: [
              {
                name: 'Batch',
                protocols: ['Any'],
                sourceAddresses: ['10.40.4.0/26'],
                destinationAddresses,
                destinationPorts: ['443'],
              },
            ],
          },
        },
      ],
    },
  }),
});

/** @type {Readonly<Record<string, Example>>} */
export const examplesOfPlaces = {
  'vnet-same-region-instance': {
    fails: elsewhere(exampleInstance({ location: expression("'northeurope'") }), 'northeurope'),
    passes: elsewhere(exampleInstance({ location: expression("'westeurope'") }), 'westeurope'),
  },
  'vnet-same-region-cluster': {
    fails: elsewhere(exampleCluster({ location: expression("'northeurope'") }), 'northeurope'),
    passes: elsewhere(exampleCluster({ location: expression("'westeurope'") }), 'westeurope'),
  },
  'subnet-free-ips-cluster': {
    fails: withCompute(exampleCluster({ maxNodes: 40 }), { prefix: '10.40.4.0/27' }),
    passes: withCompute(exampleCluster({ maxNodes: 40 })),
  },
  'subnet-minimum-prefix': {
    fails: withCompute(exampleCluster(), { prefix: '10.40.4.0/29' }),
    passes: withCompute(exampleCluster(), { prefix: '10.40.4.0/28' }),
  },
  'subnet-no-delegation': {
    fails: withCompute(exampleCluster(), delegated('Microsoft.ContainerInstance/containerGroups')),
    passes: withCompute(exampleCluster()),
  },
  'subnet-not-shared-with-databricks': {
    fails: withCompute(exampleCluster(), delegated('Microsoft.Databricks/workspaces')),
    passes: withCompute(exampleCluster()),
  },
  'subnet-reserved-name': {
    fails: withCompute(exampleCluster(), { name: 'GatewaySubnet' }),
    passes: withCompute(exampleCluster()),
  },
  'vnet-docker-bridge-overlap': {
    fails: withCompute(exampleCluster(), { addressSpace: ['172.16.0.0/12'], prefix: '172.20.4.0/26' }),
    passes: withCompute(exampleCluster()),
  },
  'vnet-address-space-disallowed': {
    fails: withCompute(exampleCluster(), { addressSpace: ['10.40.0.0/21', '168.63.0.0/16'] }),
    passes: withCompute(exampleCluster()),
  },
  'managed-vnet-exclusive': {
    fails: {
      ...exampleNetwork(used),
      ...exampleWorkspace({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }),
      ...exampleCluster(),
    },
    passes: {
      ...exampleNetwork(used),
      ...exampleWorkspace({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }),
      ...exampleCluster({ subnet: null }),
    },
  },
  'compute-name-format': {
    fails: withCompute(exampleInstance({ name: 'gpu-fraud-01' })),
    passes: withCompute(exampleInstance({ name: 'gpu-fraud-a1' })),
  },
  'inbound-ssh-22-cluster': { fails: ssh('*'), passes: ssh('20.1.2.0/28') },
  'compute-outside-network': {
    fails: {
      ...exampleNetwork({ say: 'cluster public-ip' }),
      ...exampleWorkspace(),
      ...exampleCluster({ subnet: null }),
    },
    passes: { ...exampleNetwork({ say: 'cluster public-ip' }), ...exampleWorkspace(), ...exampleCluster() },
  },
  'unassociated-security-group': {
    fails: {
      ...exampleSecurityGroup('nsg', 'nsg-training', [allowAzureMl]),
      ...withCompute(exampleCluster(), { rules: null }),
    },
    passes: withCompute(exampleCluster(), { rules: [allowAzureMl] }),
  },
  'invalid-network-value': {
    fails: withCompute(exampleCluster(), { network: { dhcpOptions: { dnsServers: [''] } } }),
    passes: withCompute(exampleCluster(), { network: { dhcpOptions: { dnsServers: ['10.40.6.4'] } } }),
  },
  'invalid-firewall-rule': {
    fails: { ...withCompute(exampleCluster()), ...firewall([]) },
    passes: { ...withCompute(exampleCluster()), ...firewall(['BatchNodeManagement.WestEurope']) },
  },
  'subnet-not-in-files': {
    fails: {
      location: variable('westeurope'),
      ...existingNetwork(),
      ...exampleWorkspace(),
      ...exampleCluster(),
    },
    passes: withCompute(exampleCluster()),
  },
};

/** @returns {Blocks} */
function existingNetwork() {
  return {
    vnet: {
      type: 'Microsoft.Network/virtualNetworks@2024-05-01',
      body: { name: 'vnet-ml' },
      existing: true,
    },
    training: {
      type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01',
      body: { parent: expression('vnet'), name: 'snet-training' },
      existing: true,
    },
  };
}
