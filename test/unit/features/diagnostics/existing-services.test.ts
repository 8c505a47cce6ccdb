import { describe, expect, test } from 'vitest';
import { createAzureReads } from '../../../../src/features/diagnostics/existing/azure-reads';
import {
  analyzeFile,
  type AnalysisResult,
  type AnalysisOptions,
} from '../../../../src/file-checks/analyze-file';
import { neededIds } from '../../../../src/file-checks/existing/needed-resources';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { nameOf } from '../../../../src/core/network/find';
import { messagesIn } from '../../../support/messages-in';
import type { Fault } from '../../../../src/sandbox/faults';
import { researchSubscription } from '../../../../src/sandbox/sample/names';
import { formatProblem } from '../../../../src/wording/problem-text';
import { testAnalysisOptions } from '../../../support/analysis-options';
import { testFileSystem } from '../../file-checks/analyzed';
import { sampleConnection } from '../sample-connection';

const say = messagesIn('en');
const file = 'main.bicep';

interface Wanted {
  readonly storage?: string;
  readonly more?: string;
}

/** Returns a workspace whose services exist already, and a cluster in a network of the file. */
function workspace({ storage = 'storage.id', more = '' }: Wanted = {}): string {
  return `
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'striskprod' }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'kv-riskprod' }
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = { name: 'crriskprod' }
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-new'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.90.0.0/16'] }
    subnets: [{ name: 'snet-new', properties: { addressPrefix: '10.90.1.0/24' } }]
  }
}
resource ws 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw-new'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    storageAccount: ${storage}
    keyVault: vault.id
    containerRegistry: registry.id
  }
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: ws
  name: 'train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'STANDARD_DS3_V2'
      scaleSettings: { minNodeCount: 0, maxNodeCount: 2 }
      subnet: { id: '\${vnet.id}/subnets/snet-new' }
    }
  }
}
${more}`;
}

function editor(fault?: Fault, now = () => 0) {
  const { sample, connect } = sampleConnection({});
  if (fault) sample.faults.next({ times: Infinity, ...fault });
  const reads = createAzureReads({ connect, now });
  const scope = {
    subscriptionId: researchSubscription.id,
    resourceGroup: 'rg-ml-risk',
    location: 'westeurope',
  };
  const asked: AnalysisOptions = { ...testAnalysisOptions, scope, azure: (needed) => reads.of(needed) };
  const look = async (text: string): Promise<AnalysisResult> => {
    const found = await analyzeFile(file, testFileSystem({ [file]: text }), asked);
    if (!found) throw new Error('not read');
    return found;
  };
  return {
    sample,
    look,
    async read(text: string): Promise<AnalysisResult> {
      await reads.read((await look(text)).check.needed);
      return look(text);
    },
  };
}

const words = ({ check }: AnalysisResult): string =>
  problemsOf(check)
    .map((one) => `${one.id}: ${formatProblem(say, one)}`)
    .join('\n');

const servicesOf = ({ check }: AnalysisResult) => check.subjects[0]?.facts.services;
const standing = (found: AnalysisResult, id: string) =>
  found.check.subjects[0]?.results.find(({ requirement }) => requirement === id)?.outcome.is;

describe('services of a workspace that the file creates', () => {
  test('aren’t requested until the user asks', async () => {
    const open = editor();
    const { check } = await open.look(workspace());
    expect(neededIds(check.needed).map(nameOf)).toEqual(['striskprod', 'kv-riskprod', 'crriskprod']);
    expect(open.sample.traffic).toEqual([]);
  });

  test('have their state in Azure, and a problem is shown where the file refers to the service', async () => {
    const text = workspace();
    const found = await editor().read(text);
    const { storage, keyVault, registry } = servicesOf(found) ?? {};
    expect(storage).toMatchObject({ known: true, value: { publicAccess: { value: 'disabled' } } });
    expect(keyVault).toMatchObject({ known: true, value: { deniesByDefault: { value: true } } });
    expect(registry).toMatchObject({ known: true, value: { sku: { value: 'Premium' } } });
    const [problem] = problemsOf(found.check).filter(({ readService }) => readService === 'striskprod');
    expect(text.slice(problem?.place.start, problem?.place.end)).toBe('storage');
    expect(problem && formatProblem(say, problem)).toMatch(/ striskprod read from Azure at \d\d:\d\d\.$/);
  });

  test('count together with the private endpoint that the file creates for one of them', async () => {
    const endpoint = (group: string): string => `
resource pe${group} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${group}'
  location: 'westeurope'
  properties: {
    subnet: { id: '\${vnet.id}/subnets/snet-new' }
    privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: storage.id, groupIds: ['${group}'] } }]
  }
}`;
    const found = await editor().read(workspace({ more: endpoint('blob') + endpoint('file') }));
    const storage = servicesOf(found)?.storage;
    const endpoints = storage?.known ? storage.value?.endpointIds : undefined;
    expect(endpoints?.known && endpoints.value.map(nameOf)).toEqual(
      expect.arrayContaining(['pe-blob', 'pe-file']),
    );
    // Only those that the file leaves out.
    expect(words(found)).toContain('striskprod doesn’t have private endpoints for queue and table');
  });

  test('don’t replace those that the file declares', async () => {
    const own = `resource mine 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stmine'
  location: 'westeurope'
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
}`;
    const open = editor();
    const found = await open.read(workspace({ storage: 'mine.id', more: own }));
    const { storage, keyVault } = servicesOf(found) ?? {};
    expect(storage).toMatchObject({ value: { name: 'stmine', publicAccess: { value: 'enabled' } } });
    expect(keyVault).toMatchObject({ value: { name: 'kv-riskprod', publicAccess: { value: 'disabled' } } });
    expect(open.sample.traffic.some(({ path }) => /stmine|striskprod$/.test(path))).toBe(false);
  });

  test('are read if an ID refers to another resource group', async () => {
    const id = "resourceId('rg-ml-dev', 'Microsoft.Storage/storageAccounts', 'strisk${'dev'}')";
    const text = workspace({ storage: id });
    const found = await editor().read(text);
    expect(servicesOf(found)?.storage).toMatchObject({ known: true, value: { name: 'striskdev' } });
    expect(found.check.azure?.unread.size).toBe(0);
  });

  test('resolve through existing private DNS zones, with the zone group that the file adds', async () => {
    const zone = (name: string): string =>
      `resourceId('rg-network-prod', 'Microsoft.Network/privateDnsZones', '${name}')`;
    const own = "'${vnet.id}/subnets/snet-new'";
    const subnet =
      "resourceId('rg-network-prod', 'Microsoft.Network/virtualNetworks/subnets', 'vnet-ml-prod-weu', 'snet-train-gpu')";
    const endpoint = (group: string): string => `
resource pe${group} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${group}'
  location: 'westeurope'
  properties: {
    subnet: { id: ${subnet} }
    privateLinkServiceConnections: [{ name: 'c', properties: { privateLinkServiceId: storage.id, groupIds: ['${group}'] } }]
  }
}
resource zones${group} 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: pe${group}
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: 'one', properties: { privateDnsZoneId: ${zone(`privatelink.${group}.core.windows.net`)} } }] }
}`;
    const text = workspace({ more: endpoint('blob') }).replace(own, subnet);
    const found = await editor().read(text);
    expect(standing(found, 'dns-dependency-zones')).toBe('passed');
    const without = await editor().read(
      text.replace(/privateDnsZoneConfigs: \[.*\]/g, 'privateDnsZoneConfigs: []'),
    );
    expect(standing(without, 'dns-dependency-zones')).toBe('failed');
    const missing = await editor().read(workspace({ more: endpoint('file') }).replace(own, subnet));
    expect(words(missing)).toContain(
      'privatelink.file.core.windows.net isn’t in resource group rg-network-prod',
    );
  });
});

describe('services that can’t be read are unknown, with the reason', () => {
  const forbidden = { status: 403, code: 'AuthorizationFailed', message: 'No.' };

  test.each<[string, Fault, RegExp]>([
    ['the list is forbidden', { match: /\/resources(\?|$)/i, ...forbidden }, /permission to read striskprod/],
    ['the list fails', { match: /\/resources(\?|$)/i, status: 500 }, /Azure returned an error/],
    ['one service is forbidden', { match: /storageAccounts\/striskprod$/i, ...forbidden }, /striskprod/],
  ])('%s', async (_, fault, because) => {
    const found = await editor(fault).read(workspace());
    expect(servicesOf(found)?.storage.known).toBe(false);
    expect(words(found)).toMatch(because);
    expect(standing(found, 'storage-trusted-access')).toBe('unknown');
  });

  test('a failed list is read again before the data that depends on it, and nothing passes because of it', async () => {
    const clock = { now: 0, step: 1 };
    const open = editor({ match: /\/resources(\?|$)/i, status: 500 }, () => (clock.now += clock.step));
    await open.read(workspace());
    open.sample.faults.clear();
    // The first reading was slow, the next ones are quick.
    const end = clock.now;
    clock.step = 0;
    for (let early = end; early >= 0; early -= 1) {
      clock.now = end + 10 * 60_000 - early;
      const storage = servicesOf(await open.read(workspace()))?.storage;
      expect(storage).not.toEqual({ known: true, value: null });
    }
  });

  test('one that doesn’t exist in Azure', async () => {
    const id = "resourceId('Microsoft.Storage/storageAccounts', 'stnone')";
    const open = editor();
    const found = await open.read(workspace({ storage: id }));
    expect(words(found)).toContain('stnone isn’t in resource group rg-ml-risk');
    expect(servicesOf(found)?.keyVault.known).toBe(true);
    expect(open.sample.traffic.some(({ path }) => path.includes('stnone'))).toBe(false);
  });

  test.each(["'../../x'", "'/subscriptions/x/../y'", "'/x?api-version=1'"])(
    'text that isn’t an ID, such as %s, is never part of a request',
    async (odd) => {
      const open = editor();
      await open.read(workspace({ storage: odd }));
      expect(open.sample.traffic.some(({ path }) => path.includes('..') || path.includes('/x'))).toBe(false);
    },
  );
});

describe('the list of required hosts of an existing workspace', () => {
  const hosts = ['blob', 'file', 'queue', 'table']
    .map((one) => `'striskdev.${one}.core.windows.net'`)
    .join(', ');
  /** Everything goes to a firewall that allows the workspace's own account. */
  const behindFirewall = `
resource ws 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = { name: 'mlw-risk-dev', scope: resourceGroup('rg-ml-dev') }
resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip'
  location: 'westeurope'
  sku: { name: 'Standard' }
}
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'table'
  location: 'westeurope'
  properties: {
    routes: [{ name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.90.0.4' } }]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-new'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.90.0.0/16'] }
    subnets: [
      { name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.90.0.0/26' } }
      { name: 'snet-new', properties: { addressPrefix: '10.90.1.0/24', routeTable: { id: table.id } } }
    ]
  }
}
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw'
  location: 'westeurope'
  properties: {
    ipConfigurations: [
      { name: 'one', properties: { subnet: { id: '\${vnet.id}/subnets/AzureFirewallSubnet' }, publicIPAddress: { id: address.id } } }
    ]
    applicationRuleCollections: [
      {
        name: 'own'
        properties: {
          priority: 100
          action: { type: 'Allow' }
          rules: [
            { name: 'account', sourceAddresses: ['*'], protocols: [{ protocolType: 'Https', port: 443 }], targetFqdns: [HOSTS] }
          ]
        }
      }
    ]
  }
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: ws
  name: 'train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'STANDARD_DS3_V2'
      scaleSettings: { minNodeCount: 0, maxNodeCount: 2 }
      subnet: { id: '\${vnet.id}/subnets/snet-new' }
    }
  }
}`.replace('HOSTS', hosts);
  const storage = 'outbound-storage-443';
  const dependencies = /outboundNetworkDependenciesEndpoints/i;

  test('replaces that of Microsoft’s pages once the workspace was read', async () => {
    const open = editor();
    expect(standing(await open.look(behindFirewall), storage)).not.toBe('allowed');
    expect(standing(await open.read(behindFirewall), storage)).toBe('allowed');
    expect(open.sample.traffic.filter(({ path }) => dependencies.test(path))).toHaveLength(1);
    await open.read(behindFirewall);
    expect(open.sample.traffic.filter(({ path }) => dependencies.test(path))).toHaveLength(1);
  });

  test.each<[string, Omit<Fault, 'match'>]>([
    ['can’t be read', { status: 403, code: 'AuthorizationFailed', message: 'No.' }],
    ['fails', { status: 500 }],
  ])(
    'doesn’t replace that of Microsoft’s pages if it %s, and everything else stays as it was read',
    async (_, fault) => {
      const found = await editor({ match: dependencies, ...fault }).read(behindFirewall);
      expect(standing(found, storage)).not.toBe('allowed');
      expect(servicesOf(found)?.storage.known).toBe(true);
    },
  );
});
