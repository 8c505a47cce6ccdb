// Examples of subnets, networks, addresses, and compute.
import { expression } from './bicep-text.mjs';
import {
  cluster,
  idOf,
  instance,
  network,
  otherSubnet,
  resource,
  workspace,
  workspaceIn,
} from './example-parts.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */
/** @typedef {import('./examples.mjs').Example} Example */

const used = { say: '' };
const withCompute = (/** @type {Blocks} */ compute, /** @type {object} */ parts = {}) => ({
  ...network({ ...used, ...parts }),
  ...workspace(),
  ...compute,
});
const delegated = (/** @type {string} */ serviceName) => ({
  subnet: { delegations: [{ name: 'other', properties: { serviceName } }] },
});

const elsewhere = (/** @type {Blocks} */ compute, /** @type {string} */ region) => ({
  ...network(used),
  ...workspaceIn(region),
  ...compute,
});

const ssh = (/** @type {string} */ source) => ({
  adminName: "param adminName string = 'azureuser'",
  sshKey: '@secure()\nparam sshKey string',
  ...withCompute(
    cluster({
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
  ...resource('firewallAddress', 'Microsoft.Network/publicIPAddresses@2024-05-01', {
    name: 'pip-firewall',
    location: expression('location'),
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
  }),
  ...resource('firewall', 'Microsoft.Network/azureFirewalls@2024-05-01', {
    name: 'afw-hub',
    location: expression('location'),
    properties: {
      sku: { name: 'AZFW_VNet', tier: 'Standard' },
      ipConfigurations: [
        {
          name: 'default',
          properties: {
            subnet: { id: idOf('firewallSubnet') },
            publicIPAddress: { id: idOf('firewallAddress') },
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
    fails: elsewhere(instance({ location: expression("'northeurope'") }), 'northeurope'),
    passes: elsewhere(instance({ location: expression("'westeurope'") }), 'westeurope'),
  },
  'vnet-same-region-cluster': {
    fails: elsewhere(cluster({ location: expression("'northeurope'") }), 'northeurope'),
    passes: elsewhere(cluster({ location: expression("'westeurope'") }), 'westeurope'),
  },
  'subnet-free-ips-cluster': {
    fails: withCompute(cluster({ maxNodes: 40 }), { prefix: '10.40.4.0/27' }),
    passes: withCompute(cluster({ maxNodes: 40 })),
  },
  'subnet-minimum-prefix': {
    fails: withCompute(cluster(), { prefix: '10.40.4.0/29' }),
    passes: withCompute(cluster(), { prefix: '10.40.4.0/28' }),
  },
  'subnet-no-delegation': {
    fails: withCompute(cluster(), delegated('Microsoft.ContainerInstance/containerGroups')),
    passes: withCompute(cluster()),
  },
  'subnet-not-shared-with-databricks': {
    fails: withCompute(cluster(), delegated('Microsoft.Databricks/workspaces')),
    passes: withCompute(cluster()),
  },
  'subnet-reserved-name': {
    fails: withCompute(cluster(), { name: 'GatewaySubnet' }),
    passes: withCompute(cluster()),
  },
  'vnet-docker-bridge-overlap': {
    fails: withCompute(cluster(), { addressSpace: ['172.16.0.0/12'], prefix: '172.20.4.0/26' }),
    passes: withCompute(cluster()),
  },
  'vnet-address-space-disallowed': {
    fails: withCompute(cluster(), { addressSpace: ['10.40.0.0/21', '168.63.0.0/16'] }),
    passes: withCompute(cluster()),
  },
  'managed-vnet-exclusive': {
    fails: {
      ...network(used),
      ...workspace({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }),
      ...cluster(),
    },
    passes: {
      ...network(used),
      ...workspace({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }),
      ...cluster({ subnet: null }),
    },
  },
  'compute-name-format': {
    fails: withCompute(instance({ name: 'gpu-fraud-01' })),
    passes: withCompute(instance({ name: 'gpu-fraud-a1' })),
  },
  'inbound-ssh-22-cluster': { fails: ssh('*'), passes: ssh('20.1.2.0/28') },
  'compute-outside-network': {
    fails: {
      ...network({ say: 'cluster public-ip' }),
      ...workspace(),
      ...cluster({ subnet: null }),
    },
    passes: { ...network({ say: 'cluster public-ip' }), ...workspace(), ...cluster() },
  },
  'invalid-network-value': {
    fails: withCompute(cluster(), { network: { dhcpOptions: { dnsServers: [''] } } }),
    passes: withCompute(cluster(), { network: { dhcpOptions: { dnsServers: ['10.40.6.4'] } } }),
  },
  'invalid-firewall-rule': {
    fails: { ...withCompute(cluster()), ...firewall([]) },
    passes: { ...withCompute(cluster()), ...firewall(['BatchNodeManagement.WestEurope']) },
  },
  'subnet-not-in-files': {
    fails: {
      location: "param location string = 'westeurope'",
      ...existingNetwork(),
      ...workspace(),
      ...cluster(),
    },
    passes: withCompute(cluster()),
  },
};

/** @returns {Blocks} */
function existingNetwork() {
  return {
    vnet: "resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'vnet-ml'\n}",
    training:
      "resource training 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {\n  parent: vnet\n  name: 'snet-training'\n}",
  };
}
