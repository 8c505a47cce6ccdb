import { expect, test } from 'vitest';
import { analyzed } from './analyzed';

/* A private endpoint in another network of the same file, without a peering. */

interface Wanted {
  readonly names: readonly [string, string];
  readonly spaces?: readonly [string, string];
}

function files({
  names: [own, other],
  spaces: [space, far] = ["'10.0.0.0/16'", "'10.1.0.0/16'"],
}: Wanted): string {
  const network = (symbol: string, name: string, prefix: string): string => `
resource ${symbol} 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: ${name}
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: [${prefix}] }, subnets: [{ name: 'snet', properties: { addressPrefix: cidrSubnet(${prefix}, 24, 2) } }] }
}`;
  return `
param first string
param second string
param prefix string
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stdata'
  location: 'westeurope'
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: { publicNetworkAccess: 'Disabled' }
}
${network('vnet', own, space)}
${network('other', other, far)}
resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe'
  location: 'westeurope'
  properties: {
    subnet: { id: '\${other.id}/subnets/snet' }
    privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: storage.id, groupIds: ['blob'] } }]
  }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: { storageAccount: storage.id }
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'cpu'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: true, subnet: { id: '\${vnet.id}/subnets/snet' } }
  }
}`;
}

async function outcome(wanted: Wanted): Promise<string | undefined> {
  const { check } = await analyzed({ 'main.bicep': files(wanted) });
  const [subject] = check.subjects;
  const found = subject?.results.find(
    ({ requirement }) => requirement === 'storage-private-endpoint-subresources',
  );
  return found?.outcome.is;
}

test.each<[string, Wanted]>([
  ['by its name', { names: ["'vnet'", "'other'"] }],
  ['by its addresses if no name is known', { names: ['first', 'second'] }],
  ['by its addresses if one name is known', { names: ["'vnet'", 'second'] }],
])('a private endpoint is certainly unreachable: %s', async (_, wanted) => {
  expect(await outcome(wanted)).toBe('failed');
});

test('a private endpoint might be reachable if neither names nor addresses distinguish the networks', async () => {
  expect(await outcome({ names: ['first', 'second'], spaces: ["'10.0.0.0/16'", 'prefix'] })).toBe('unknown');
});
