import { describe, expect, test } from 'vitest';
import { ran } from './ran';
import { subnetStatuses } from '../../support/shown-lines';

/** A network with private endpoints of the workspace and its key vault, and the additional declarations in `more`. */
const template = (more = '', network = ''): string => `
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip'
  location: 'westeurope'
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng'
  location: 'westeurope'
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-ml'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    ${network}
    subnets: [
      { name: 'snet-train', properties: { addressPrefix: '10.0.1.0/24', defaultOutboundAccess: false, natGateway: { id: nat.id } } }
      { name: 'snet-endpoints', properties: { addressPrefix: '10.0.2.0/24' } }
    ]
  }
}
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-ml'
  location: 'westeurope'
  properties: { tenantId: tenant().tenantId, sku: { family: 'A', name: 'standard' }, accessPolicies: [] }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: 'westeurope'
  properties: { keyVault: vault.id }
}
${endpoint('ws', 'workspace', 'amlworkspace')}
${endpoint('kv', 'vault', 'vault')}
resource train 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'train'
  location: 'westeurope'
  dependsOn: [ws]
  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'STANDARD_DS3_V2'
      enableNodePublicIp: false
      scaleSettings: { minNodeCount: 0, maxNodeCount: 2 }
      subnet: { id: vnet.properties.subnets[0].id }
    }
  }
}
${more}`;

const endpoint = (name: string, target: string, group: string): string => `
resource ${name} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${name}'
  location: 'westeurope'
  properties: {
    subnet: { id: vnet.properties.subnets[1].id }
    privateLinkServiceConnections: [
      { name: 'pe-${name}', properties: { privateLinkServiceId: ${target}.id, groupIds: ['${group}'] } }
    ]
  }
}`;

/** A zone with a name expression, linked to the network if `linked`. */
const zone = (name: string, expression: string, linked: boolean): string => `
resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: ${expression}
  location: 'global'
}
${
  linked
    ? `resource ${name}Link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: ${name}
  name: 'link'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: vnet.id } }
}`
    : ''
}`;

interface Row {
  readonly id: string;
  readonly outcome: string;
  readonly because?: { readonly text: string };
}

interface Report {
  readonly subnets: readonly {
    readonly dnsChecked: boolean;
    readonly requirements: readonly Row[];
  }[];
}

async function checked(main: string) {
  const files = { 'main.bicep': main };
  const { out, error } = await ran('check main.bicep --format json', files);
  expect(error).toBe('');
  const [subnet] = (JSON.parse(out) as Report).subnets;
  const text = (await ran('check main.bicep --flows', files)).out;
  return { subnet, text, row: (id: string) => subnet?.requirements.find((one) => one.id === id) };
}

/** Whether the summary is a plain *Ready*. A status that starts with *Ready* must continue. */
const isBareReady = (text: string): boolean =>
  subnetStatuses(text).some((one) => /^Ready(?!, DNS not checked)/.test(one));

describe('unknown DNS doesn’t pass', () => {
  test('if a policy could create the zones', async () => {
    const { row, text, subnet } = await checked(template());
    expect(row('dns-zones-linked')?.outcome).toBe('unknown');
    expect(row('dns-dependency-zones')?.outcome).toBe('unknown');
    expect(subnet?.dnsChecked).toBe(false);
    expect(isBareReady(text)).toBe(false);
  });

  test('if no file declares the DNS servers', async () => {
    const servers = "dhcpOptions: { dnsServers: ['10.9.0.4'] }";
    const { row, text, subnet } = await checked(template('', servers));
    expect(row('dns-custom-server-forwarders')?.outcome).toBe('unknown');
    expect(subnet?.dnsChecked).toBe(false);
    expect(isBareReady(text)).toBe(false);
  });
});

describe('existing private DNS zones', () => {
  const api = "'privatelink.api.azureml.ms'";
  const notebooks = "'privatelink.notebooks.azure.net'";

  test('are all named at once if they aren’t linked, each with its network', async () => {
    const zones = zone('api', api, false) + zone('notebooks', notebooks, false);
    const { text } = await checked(template(zones));
    expect(text).toContain(
      '2 zones aren’t linked: privatelink.api.azureml.ms (vnet-ml) and privatelink.notebooks.azure.net (vnet-ml)',
    );
  });

  test('are all linked by one fix if a zone group manages their records', async () => {
    const kept = `
resource wsZones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: ws
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      { name: 'api', properties: { privateDnsZoneId: api.id } }
      { name: 'notebooks', properties: { privateDnsZoneId: notebooks.id } }
    ]
  }
}`;
    const zones = zone('api', api, false) + zone('notebooks', notebooks, false);
    const { text } = await checked(template(zones + kept));
    expect(text).toContain(
      '    │ Fix: Links private DNS zone privatelink.api.azureml.ms to vnet-ml.\n    │ and: Links private DNS zone privatelink.notebooks.azure.net to vnet-ml.\n',
    );
    const without = await checked(template(zones));
    expect(without.text).not.toContain('Links private DNS zone privatelink.api.azureml.ms');
  });

  test('are named with their network and endpoint if they don’t have a record', async () => {
    const { text } = await checked(template(zone('api', api, true)));
    expect(text).toContain(
      'privatelink.api.azureml.ms (vnet-ml, pe-ws) and privatelink.notebooks.azure.net (vnet-ml)',
    );
  });

  test.each([
    ["'privatelink${environment().suffixes.keyvaultDns}'", 'privatelink.vault.azure.net'],
    ["'privatelink.${environment().suffixes.keyvaultDns}'", 'privatelink..vault.azure.net'],
    ["'privatelink.vaultcore.azure.com'", 'privatelink.vaultcore.azure.com'],
  ])(
    'have a wrong name in the message, such as one from an environment’s suffix: %s',
    async (expression, name) => {
      const { text } = await checked(template(zone('api', api, true) + zone('kvZone', expression, true)));
      expect(text).toContain(
        `privatelink.vaultcore.azure.net is missing for vnet-ml, because zone ${name} has the wrong name`,
      );
    },
  );
});
