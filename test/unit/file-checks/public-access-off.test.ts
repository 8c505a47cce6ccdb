import { expect, test } from 'vitest';
import { statusOf } from '../../../src/core/check-result';
import { analyzed } from './analyzed';

/*
 * A workspace whose public network access is disabled, and no private endpoint for it in the files. The files don't
 * show a path to the workspace, so at least one result isn't fine, and not only info.
 */

interface Wanted {
  readonly kind: 'AmlCompute' | 'ComputeInstance';
  readonly publicIp: boolean;
  /** Members of the workspace, in Bicep and in Terraform. */
  readonly access: readonly [bicep: string, terraform: string];
  /** True if a peering leads to a network that isn't in the files. */
  readonly peered: boolean;
}

const bicep = ({ kind, publicIp, access: [access], peered }: Wanted): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.40.1.0/24' } }]
  }
}
${
  peered
    ? `resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnet
  name: 'hub'
  properties: {
    allowVirtualNetworkAccess: true
    remoteVirtualNetwork: { id: resourceId('rg-hub', 'Microsoft.Network/virtualNetworks', 'vnet-hub') }
  }
}`
    : ''
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: { ${access} }
}
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'cpu'
  location: 'westeurope'
  properties: {
    computeType: '${kind}'
    properties: { vmSize: 'Standard_DS3_v2', enableNodePublicIp: ${publicIp}, subnet: { id: '\${vnet.id}/subnets/snet' } }
  }
}`;

const terraform = ({ kind, publicIp, access: [, access], peered }: Wanted): string => `
resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  location            = "westeurope"
  resource_group_name = "rg"
  address_space       = ["10.40.0.0/16"]
}
resource "azurerm_subnet" "snet" {
  name                 = "snet"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.40.1.0/24"]
}
${
  peered
    ? `resource "azurerm_virtual_network_peering" "hub" {
  name                      = "hub"
  resource_group_name       = "rg"
  virtual_network_name      = azurerm_virtual_network.vnet.name
  remote_virtual_network_id = "/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub"
}`
    : ''
}
resource "azurerm_machine_learning_workspace" "mlw" {
  name                = "mlw"
  location            = "westeurope"
  resource_group_name = "rg"
  ${access}
}
resource "azurerm_machine_learning_compute_${kind === 'AmlCompute' ? 'cluster' : 'instance'}" "cpu" {
  name                          = "cpu"
  ${kind === 'AmlCompute' ? 'location = "westeurope"' : ''}
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw.id
  subnet_resource_id            = azurerm_subnet.snet.id
  node_public_ip_enabled        = ${publicIp}
}`;

/** Returns the requirements that aren't fine and more than info. */
async function reported(file: string, text: string): Promise<readonly string[]> {
  const { check } = await analyzed({ [file]: text, './': file });
  return check.subjects.flatMap(({ results }) =>
    results
      .filter(({ outcome, severity }) => {
        const status = statusOf(outcome);
        return (status === 'open' || status === 'unknown') && severity !== 'info';
      })
      .map(({ requirement }) => requirement),
  );
}

const connection = {
  AmlCompute: 'cluster-cross-region-connectivity',
  ComputeInstance: 'computes-in-pe-vnet',
} as const;

const disabled = [
  ["publicNetworkAccess: 'Disabled'", 'public_network_access_enabled = false'],
  ["publicNetworkAccess: 'disabled'", 'public_network_access_enabled = false'],
] as const;
// The older switch applies only to a workspace with a private endpoint.
const enabled = [
  ['allowPublicAccessWhenBehindVnet: false', 'public_access_behind_virtual_network_enabled = false'],
  ["publicNetworkAccess: 'Enabled'", 'public_network_access_enabled = true'],
  ['', ''],
] as const;

const cases = (['AmlCompute', 'ComputeInstance'] as const).flatMap((kind) =>
  [true, false].flatMap((publicIp) => [true, false].map((peered) => ({ kind, publicIp, peered }))),
);

test.each(cases)(
  'without a private endpoint in the files: $kind, public IP $publicIp, peered $peered',
  async (one) => {
    for (const access of disabled) {
      const wanted = { ...one, access };
      expect(await reported('main.bicep', bicep(wanted))).toContain(connection[one.kind]);
      expect(await reported('main.tf', terraform(wanted))).toContain(connection[one.kind]);
    }
    for (const access of enabled) {
      const wanted = { ...one, access };
      expect(await reported('main.bicep', bicep(wanted))).not.toContain(connection[one.kind]);
      expect(await reported('main.tf', terraform(wanted))).not.toContain(connection[one.kind]);
    }
  },
);
