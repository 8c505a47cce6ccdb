import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/core/check-result';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { parseWrittenRule, writtenNetwork } from '../../support/written-network';
import { analyzed } from './analyzed';

const network = writtenNetwork({
  rules: [],
  subnetsBefore: ["{ name: 'endpoints', properties: { addressPrefix: '10.0.3.0/24' } }"],
});

const services = `
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'account'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    publicNetworkAccess: 'Disabled'
    allowSharedKeyAccess: false
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
  }
}
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'vault'
  location: 'westeurope'
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
  }
}
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'registry'
  location: 'westeurope'
  sku: { name: 'Standard' }
}
`;

const workspace = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'workspace'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    storageAccount: storage.id
    keyVault: vault.id
    containerRegistry: registry.id
  }
}
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'instance'
  location: 'westeurope'
  properties: {
    computeType: 'ComputeInstance'
    properties: {
      vmSize: 'Standard_DS3_v2'
      subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    }
  }
}
`;

/** Returns a private endpoint for a resource by symbol, with its zones if there are any. */
function endpoint(symbol: string, target: string, group: string, zones: readonly string[] = []): string {
  const its = `
resource ${symbol} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${symbol}'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'endpoints') }
    privateLinkServiceConnections: [
      { name: 'only', properties: { privateLinkServiceId: ${target}.id, groupIds: ['${group}'] } }
    ]
  }
}
`;
  if (zones.length === 0) return its;
  const configs = zones.map((zone) => `{ name: '${zone}', properties: { privateDnsZoneId: ${zone}.id } }`);
  return `${its}
resource ${symbol}Zones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: ${symbol}
  name: 'default'
  properties: { privateDnsZoneConfigs: [\n${configs.join('\n')}\n] }
}
`;
}

function zone(symbol: string, name: string, isLinked = true): string {
  const its = `
resource ${symbol} 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}'
  location: 'global'
}
`;
  if (!isLinked) return its;
  return `${its}
resource ${symbol}Link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: ${symbol}
  name: 'link'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: vnet.id } }
}
`;
}

const blob = 'privatelink.blob.core.windows.net';
const file = 'privatelink.file.core.windows.net';

async function reported(text: string) {
  const { check } = await analyzed({ 'main.bicep': text });
  const subject = check.subjects.find(({ subnet }) => subnet.name === 'snet');
  const results = new Map(subject?.results.map((one) => [one.requirement, one]));
  const problems = problemsOf(check);
  return {
    outcomeOf: (id: string): CheckResult['outcome'] | undefined => results.get(id)?.outcome,
    assumedFor: (id: string): readonly string[] => results.get(id)?.assumptions.map(({ key }) => key) ?? [],
    /** Returns the text at the diagnostic of a requirement. */
    placeOf(id: string): string | undefined {
      const place = problems.find((one) => one.id === id)?.place;
      return place && text.slice(place.start, place.end);
    },
    count: (id: string): number => problems.filter((one) => one.id === id).length,
  };
}

describe('services that files declare', () => {
  test.each([
    ['in the network’s region', "location: 'westeurope'", 'allowed'],
    [
      'that is disabled',
      "location: 'westeurope', properties: { regionEndpointEnabled: false }",
      'partly-blocked',
    ],
    ['in another region', "location: 'uksouth'", 'partly-blocked'],
  ])('include a registry in another region with a replica %s', async (_, replica, is) => {
    const open = ['AzureContainerRegistry.WestEurope', 'Storage.FranceCentral', 'Storage.UKSouth'];
    const rules = [
      ...open.map((tag, at) => parseWrittenRule(`Allow Outbound ${String(100 + at)} Tcp *>${tag}:443`)),
      parseWrittenRule('Deny Outbound 200 * *>Internet:*'),
    ];
    const elsewhere = services.replace(
      "name: 'registry'\n  location: 'westeurope'",
      "name: 'registry'\n  location: 'francecentral'",
    );
    const replication = `
resource replica 'Microsoft.ContainerRegistry/registries/replications@2023-07-01' = {
  parent: registry
  name: 'replica'
  ${replica.replace(', ', '\n  ')}
}
`;
    const { outcomeOf } = await reported(writtenNetwork({ rules }) + elsewhere + workspace + replication);
    expect(outcomeOf('outbound-acr-443')?.is).toBe(is);
  });

  test('need a private endpoint for an instance if the workspace allows selected IP addresses', async () => {
    const rules = "networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7/32' }] }";
    const selected = workspace.replace('storageAccount:', `${rules}\n    storageAccount:`);
    const id = 'instance-selected-networks';
    const without = await reported([network, services, selected].join(''));
    expect(without.outcomeOf(id)).toMatchObject({ is: 'failed', text: { key: 'check.addressList.only' } });
    expect(without.placeOf(id)).toContain('203.0.113.7/32');
    const pe = endpoint('pe', 'workspace', 'amlworkspace');
    expect((await reported([network, services, selected, pe].join(''))).outcomeOf(id)).toMatchObject({
      is: 'passed',
    });
    const all = selected.replace("'Deny'", "'Allow'");
    expect((await reported([network, services, all].join(''))).outcomeOf(id)).toMatchObject({
      is: 'not-applicable',
    });
  });

  test('are checked like services in Azure, and reported at the property that decides', async () => {
    const { outcomeOf, placeOf } = await reported(network + services + workspace);
    expect(outcomeOf('storage-shared-key-enabled')).toMatchObject({
      is: 'failed',
      text: { key: 'check.storage.noKeys', values: { name: 'account' } },
    });
    expect(placeOf('storage-shared-key-enabled')).toBe('false');
    expect(outcomeOf('storage-private-endpoint-subresources')).toMatchObject({
      is: 'failed',
      text: { key: 'check.services.closed' },
    });
    expect(placeOf('storage-private-endpoint-subresources')).toBe(`'Disabled'`);
    expect(placeOf('storage-trusted-access')).toBe(`'None'`);
    expect(placeOf('keyvault-network')).toBe(`{ bypass: 'AzureServices', defaultAction: 'Deny' }`);
    // An instance doesn't need it.
    expect(placeOf('image-build-compute')).toBeUndefined();
  });

  test('don’t have to meet requirements of private workspaces unless a file makes the workspace private', async () => {
    const open = await reported(network + services + workspace);
    expect(open.count('acr-premium')).toBe(0);
    const text = network + services + workspace + endpoint('own', 'workspace', 'amlworkspace');
    const { placeOf } = await reported(text);
    expect(placeOf('acr-premium')).toBe(`'Standard'`);
  });

  test('are unknown if they’re existing resources', async () => {
    const existing = services.replace(
      /resource storage [^]*?\n}\n/,
      `resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'account'\n}\n`,
    );
    const { outcomeOf } = await reported(network + existing + workspace);
    expect(outcomeOf('storage-private-endpoint-subresources')).toEqual({
      is: 'unknown',
      because: { key: 'terminal.notInFiles', values: { name: 'account' } },
    });
  });

  test('aren’t required if no file creates any', async () => {
    const bare = workspace.replace(/ {2}properties: \{\n {4}storageAccount[^]*?\n {2}}/, '  properties: {}');
    const { outcomeOf } = await reported(network + bare);
    expect(outcomeOf('storage-private-endpoint-subresources')).toMatchObject({ is: 'not-applicable' });
  });
});

describe('private DNS zones that files declare', () => {
  const endpoints =
    endpoint('toBlob', 'storage', 'blob', ['blobZone']) + endpoint('toFile', 'storage', 'file', ['fileZone']);

  test('resolve names if they’re linked and zone groups manage their records', async () => {
    const text = network + services + workspace + endpoints + zone('blobZone', blob) + zone('fileZone', file);
    const { outcomeOf } = await reported(text);
    expect(outcomeOf('dns-dependency-zones')).toMatchObject({ is: 'passed' });
    expect(outcomeOf('storage-private-endpoint-subresources')).toMatchObject({
      is: 'failed',
      text: { key: 'check.storage.situational' },
    });
  });

  test('are reported at the zone without a virtual network link', async () => {
    const text =
      network + services + workspace + endpoints + zone('blobZone', blob) + zone('fileZone', file, false);
    const { outcomeOf, placeOf } = await reported(text);
    expect(outcomeOf('dns-dependency-zones')).toMatchObject({
      is: 'failed',
      text: { key: 'check.zones.notLinked', values: { zone: file } },
    });
    expect(placeOf('dns-dependency-zones')).toBe('fileZone');
  });

  test('are reported at an endpoint without a zone group, or at a zone without records', async () => {
    const alone = endpoint('toBlob', 'storage', 'blob', ['blobZone']) + endpoint('toFile', 'storage', 'file');
    const without = await reported(network + services + workspace + alone + zone('blobZone', blob));
    expect(without.outcomeOf('dns-dependency-zones')).toMatchObject({ text: { key: 'check.zones.none' } });
    expect(without.placeOf('dns-dependency-zones')).toBe('toFile');
    const both = zone('blobZone', blob) + zone('fileZone', file);
    const unrecorded = await reported(network + services + workspace + alone + both);
    expect(unrecorded.outcomeOf('dns-dependency-zones')).toMatchObject({
      text: { key: 'check.zones.noRecord', values: { zone: file, endpoint: ['toFile'] } },
    });
  });

  test('are unknown if no file declares them, or if they’re existing resources', async () => {
    const none = await reported(network + services + workspace + endpoint('toBlob', 'storage', 'blob'));
    expect(none.outcomeOf('dns-dependency-zones')).toEqual({
      is: 'unknown',
      because: { key: 'terminal.noZones' },
    });
    const used = zone('blobZone', blob, false)
      .replace(' = {', ' existing = {')
      .replace(`  location: 'global'\n`, '');
    const { outcomeOf } = await reported(
      network + services + workspace + endpoint('toBlob', 'storage', 'blob', ['blobZone']) + used,
    );
    expect(outcomeOf('dns-dependency-zones')).toEqual({
      is: 'unknown',
      because: { key: 'terminal.notInFiles', values: { name: blob } },
    });
  });

  // Policies create the zone groups of endpoints, and the zones are in another subscription
  // (cloud-adoption-framework, private-link-and-dns-integration-at-scale, 2023-10-06).
  test('are unknown if they belong to another service and the endpoint doesn’t have a zone group', async () => {
    const api = zone('apiZone', 'privatelink.api.azureml.ms');
    const own = (endpoints: string): string => network + services + workspace + api + endpoints;
    const because = { key: 'check.zones.elsewhere', values: { zone: blob } };
    const ungrouped = await reported(own(endpoint('toBlob', 'storage', 'blob')));
    expect(ungrouped.outcomeOf('dns-dependency-zones')).toEqual({ is: 'unknown', because });
    const wrong = await reported(own(endpoint('toBlob', 'storage', 'blob', ['apiZone'])));
    expect(wrong.outcomeOf('dns-dependency-zones')).toMatchObject({ text: { key: 'check.zones.none' } });
    expect(wrong.assumedFor('dns-dependency-zones')).toEqual(['check.assume.zonesOfFiles']);
    const misnamed = own(
      endpoint('toBlob', 'storage', 'blob') + zone('odd', 'privatelink.blobs.core.windows.net'),
    );
    expect((await reported(misnamed)).outcomeOf('dns-dependency-zones')).toMatchObject({ is: 'failed' });
  });

  test('resolve names through a link that a file adds to an existing zone', async () => {
    const used = zone('blobZone', blob)
      .replace(' = {', ' existing = {')
      .replace(`  location: 'global'\n`, '');
    const { outcomeOf } = await reported(
      network + services + workspace + endpoint('toBlob', 'storage', 'blob', ['blobZone']) + used,
    );
    expect(outcomeOf('dns-dependency-zones')).toMatchObject({ is: 'passed' });
  });
});

describe('restrictions around services', () => {
  const perimeter = (mode: string): string => `
resource perimeter 'Microsoft.Network/networkSecurityPerimeters@2024-07-01' = {
  name: 'perimeter'
  location: 'westeurope'
  resource profile 'profiles' = {
    name: 'profile'
    resource rule 'accessRules' = {
      name: 'rule'
      properties: { direction: 'Inbound', addressPrefixes: ['192.0.2.0/24'] }
    }
  }
  resource association 'resourceAssociations' = {
    name: 'association'
    properties: {
      accessMode: '${mode}'
      privateLinkResource: { id: storage.id }
      profile: { id: perimeter::profile.id }
    }
  }
}
`;

  test.each([
    ['Enforced', { is: 'unknown', because: { key: 'check.perimeter.addresses' } }],
    ['Learning', { is: 'failed', text: { key: 'check.services.closed' } }],
  ])('include a perimeter in the mode %s', async (mode, outcome) => {
    const { outcomeOf } = await reported(network + services + workspace + perimeter(mode));
    expect(outcomeOf('storage-private-endpoint-subresources')).toMatchObject(outcome);
  });

  test('include a service endpoint policy, which allows the resources in its definitions', async () => {
    const policy = (resources: string): string => `
resource policy 'Microsoft.Network/serviceEndpointPolicies@2024-05-01' = {
  name: 'policy'
  location: 'westeurope'
  properties: {
    serviceEndpointPolicyDefinitions: [
      { name: 'only', properties: { service: 'Microsoft.Storage', serviceResources: [${resources}] } }
    ]
  }
}
`;
    const associated = network.replace(
      `addressPrefix: '10.0.2.0/24',`,
      `addressPrefix: '10.0.2.0/24', serviceEndpointPolicies: [{ id: policy.id }], serviceEndpoints: [{ service: 'Microsoft.Storage' }],`,
    );
    const own = await reported(associated + services + workspace + policy('storage.id'));
    expect(own.outcomeOf('exfil-service-endpoint-policy')).toMatchObject({ is: 'failed' });
    const both = await reported(
      associated + services + workspace + policy(`storage.id, '/services/Azure/MachineLearning'`),
    );
    expect(both.outcomeOf('exfil-service-endpoint-policy')).toMatchObject({ is: 'passed' });
  });

  test('include a private link scope in private-only mode, reported at its access mode', async () => {
    const monitoring = `
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'insights'
  location: 'westeurope'
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: '/subscriptions/s/logs' }
}
resource scope 'Microsoft.Insights/privateLinkScopes@2021-07-01-preview' = {
  name: 'scope'
  location: 'global'
  properties: { accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'Open' } }
  resource scoped 'scopedResources' = {
    name: 'scoped'
    properties: { linkedResourceId: insights.id }
  }
}
`;
    const monitored = workspace.replace(
      'storageAccount:',
      'applicationInsights: insights.id\n    storageAccount:',
    );
    const { outcomeOf, placeOf } = await reported(network + services + monitored + monitoring);
    expect(outcomeOf('monitor-ampls-open-mode')).toMatchObject({
      is: 'failed',
      text: { key: 'check.monitoring.private', values: { scope: 'scope' } },
    });
    expect(placeOf('monitor-ampls-open-mode')).toBe(
      `{ ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'Open' }`,
    );
  });
});
