import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const inGroup = '/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups/rg-ml/providers';
const networkId = `${inGroup}/Microsoft.Network/virtualNetworks/vnet-ml`;
const zoneId = `${inGroup}/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;

const network = {
  id: networkId,
  name: 'vnet-ml',
  location: 'westeurope',
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/21'] },
    virtualNetworkPeerings: [],
    subnets: [
      {
        id: `${networkId}/subnets/snet-train`,
        name: 'snet-train',
        properties: { addressPrefix: '10.40.4.0/26', defaultOutboundAccess: false },
      },
    ],
  },
};

const workspace = {
  id: `${inGroup}/Microsoft.MachineLearningServices/workspaces/mlw`,
  name: 'mlw',
  location: 'westeurope',
  properties: {
    storageAccount: `${inGroup}/Microsoft.Storage/storageAccounts/st`,
    keyVault: `${inGroup}/Microsoft.KeyVault/vaults/kv`,
    publicNetworkAccess: 'Disabled',
    privateEndpointConnections: [],
  },
};

/** As `az storage account show` prints it: the members of `properties` are one level higher. */
const storage = {
  id: `${inGroup}/Microsoft.Storage/storageAccounts/st`,
  name: 'st',
  type: 'Microsoft.Storage/storageAccounts',
  publicNetworkAccess: 'Enabled',
  allowSharedKeyAccess: false,
  networkRuleSet: null,
  networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', virtualNetworkRules: [], ipRules: [] },
};

const zone = {
  id: zoneId,
  name: 'privatelink.api.azureml.ms',
  type: 'Microsoft.Network/privateDnsZones',
  numberOfVirtualNetworkLinks: 1,
  numberOfRecordSets: 1,
};

async function outcomes(resources: readonly object[], more = ''): Promise<Record<string, string>> {
  const line = `check all.json --subnet snet-train --compute instance --workspace private --format json${more}`;
  const { out } = await ran(line, { 'all.json': JSON.stringify(resources) });
  const report = JSON.parse(out) as {
    subnets: readonly { requirements: readonly { id: string; outcome: string }[] }[];
  };
  return Object.fromEntries((report.subnets[0]?.requirements ?? []).map((one) => [one.id, one.outcome]));
}

describe('services in files', () => {
  // "Resources like the hub's storage account, key vault, and container registry are shared by all child projects"
  // (`Hub` class of azure-ai-ml, 2025); a project's private endpoint is its hub's.
  test.each([
    ['with a compute resource', true],
    ['without a compute resource', false],
  ])('of a project are those of its hub, %s', async (_, hasCompute) => {
    const workspaceId = (name: string) => workspace.id.replace(/mlw$/, name);
    const hub = { ...workspace, id: workspaceId('hub'), name: 'hub', kind: 'Hub' };
    const connections = [
      {
        properties: {
          privateEndpoint: { id: `${inGroup}/Microsoft.Network/privateEndpoints/pe-hub` },
          privateLinkServiceConnectionState: { status: 'Approved' },
        },
      },
    ];
    const linked = { ...hub, properties: { ...hub.properties, privateEndpointConnections: connections } };
    const properties = { hubResourceId: hub.id, privateEndpointConnections: [] };
    const project = { ...workspace, id: workspaceId('proj'), name: 'proj', kind: 'Project', properties };
    const inside = { subnet: { id: `${networkId}/subnets/snet-train` } };
    const computeOf = (name: string) => ({
      id: `${workspaceId(name)}/computes/ci`,
      name: 'ci',
      type: 'Microsoft.MachineLearningServices/workspaces/computes',
      properties: { computeType: 'ComputeInstance', properties: inside },
    });
    const computes = (name: string) => (hasCompute ? [computeOf(name)] : []);
    for (const one of [hub, linked]) {
      const ofHub = await outcomes([network, one, storage, zone, ...computes('hub')]);
      const ofProject = await outcomes([network, one, project, storage, zone, ...computes('proj')]);
      expect(ofProject).toEqual(ofHub);
    }
    const endpointRow = async (resources: readonly object[]) => {
      const line = 'check all.json --subnet snet-train --compute instance --public-ip no --format json';
      const { out } = await ran(line, { 'all.json': JSON.stringify(resources) });
      const rows: readonly { id: string; outcome: string }[] = JSON.parse(out).subnets[0].requirements;
      return rows.find(({ id }) => id === 'npip-requires-private-endpoint')?.outcome;
    };
    expect(await endpointRow([network, hub, project, ...computes('proj')])).toBe('failed');
    expect(await endpointRow([network, linked, project, ...computes('proj')])).toBe('passed');
    // Projects that reference each other, or themselves, don't have a hub. They're read as they are.
    const circle = (from: object, to: string) => ({
      ...from,
      properties: { ...properties, hubResourceId: to },
    });
    const other = { ...project, id: workspaceId('other'), name: 'other' };
    const both = [circle(project, other.id), circle(other, project.id)];
    expect(await endpointRow([network, ...both, ...computes('proj')])).toBe(
      hasCompute ? 'failed' : 'unknown',
    );
    expect(await endpointRow([network, circle(project, project.id), ...computes('proj')])).toBe('failed');
    // It isn't known whether a hub outside the files has one.
    expect(await endpointRow([network, project, ...computes('proj')])).toBe('unknown');
  });

  test.each([
    ['', 'partly-blocked', undefined],
    ['with a replica in the region of the network', 'allowed', true],
    ['with a disabled replica in that region', 'partly-blocked', false],
  ])('include a registry in another region %s', async (_, is, isOn) => {
    const groupId = `${inGroup}/Microsoft.Network/networkSecurityGroups/nsg`;
    const outbound = (priority: number, access: string, to: string) => ({
      name: `r${String(priority)}`,
      properties: {
        ...{ priority, access, direction: 'Outbound', protocol: '*', sourceAddressPrefix: '*' },
        ...{ sourcePortRange: '*', destinationAddressPrefix: to, destinationPortRange: '*' },
      },
    });
    const nsg = {
      id: groupId,
      name: 'nsg',
      type: 'Microsoft.Network/networkSecurityGroups',
      location: 'westeurope',
      properties: {
        securityRules: [
          outbound(100, 'Allow', 'AzureContainerRegistry.WestEurope'),
          outbound(110, 'Allow', 'Storage'),
          outbound(200, 'Deny', 'Internet'),
        ],
      },
    };
    const [subnet] = network.properties.subnets;
    const its = { addressPrefix: '10.40.4.0/26', networkSecurityGroup: { id: groupId } };
    const subnets = [{ ...subnet, properties: its }];
    const filtered = { ...network, properties: { ...network.properties, subnets } };
    const registryId = `${inGroup}/Microsoft.ContainerRegistry/registries/cr`;
    const registry = {
      ...{ id: registryId, name: 'cr', type: 'Microsoft.ContainerRegistry/registries' },
      ...{ location: 'francecentral', sku: { name: 'Premium' }, publicNetworkAccess: 'Enabled' },
    };
    const replication = {
      ...{ id: `${registryId}/replications/westeurope`, name: 'westeurope', location: 'westeurope' },
      ...{ type: `${registry.type}/replications`, regionEndpointEnabled: isOn },
    };
    const named = { ...workspace, properties: { ...workspace.properties, containerRegistry: registryId } };
    const replicas = isOn === undefined ? [] : [replication];
    const reported = await outcomes([filtered, nsg, named, storage, registry, ...replicas]);
    expect(reported['outbound-acr-443']).toBe(is);
  });

  test('aren’t required if the files don’t contain them', async () => {
    const reported = await outcomes([network, workspace]);
    expect(reported['keyvault-network']).toBe('not-applicable');
    // Names of private endpoints could resolve to anything, because no zone was read.
    expect(reported['dns-zones-linked']).toBe('unknown');
    expect(reported['dns-dependency-zones']).toBe('unknown');
  });

  test('are checked with the workspace that references them, and are unknown if they aren’t in the files', async () => {
    const reported = await outcomes([network, workspace, storage]);
    expect(reported).toMatchObject({
      'storage-shared-key-enabled': 'failed',
      'storage-trusted-access': 'passed',
      'keyvault-network': 'unknown',
      'dns-zones-linked': 'unknown',
    });
  });

  // `az storage account show` prints `networkRuleSet` with `virtualNetworkResourceId` and `ipAddressOrRange`
  // (azure-mgmt-storage, NetworkRuleSet and VirtualNetworkRule, 2023-05-01).
  test('include an account that is closed in the Azure CLI’s output', async () => {
    const [whole] = network.properties.subnets;
    const serviceEndpoints = [{ service: 'Microsoft.Storage', provisioningState: 'Succeeded' }];
    const subnet = { ...whole, properties: { ...whole?.properties, serviceEndpoints } };
    const here = { ...network, properties: { ...network.properties, subnets: [subnet] } };
    const letting = (virtualNetworkResourceId: string, state: string) => ({
      ...storage,
      networkAcls: undefined,
      networkRuleSet: {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        ipRules: [],
        virtualNetworkRules: [{ action: 'Allow', state, virtualNetworkResourceId }],
      },
    });
    const own = `${networkId}/subnets/snet-train`;
    const reported = async (id: string, state = 'Succeeded') =>
      (await outcomes([here, workspace, letting(id, state)]))['storage-service-endpoint-same-subnet'];
    expect(await reported(own)).toBe('passed');
    expect(await reported(`${own}-other`)).toBe('not-applicable');
    expect(await reported(own, 'NetworkSourceDeleted')).toBe('not-applicable');
  });

  test('include a zone that is unknown without its links, and checked with them', async () => {
    const link = (id: string) => ({
      id: `${zoneId}/virtualNetworkLinks/link`,
      name: 'link',
      type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
      properties: { virtualNetwork: { id }, virtualNetworkLinkState: 'Completed' },
    });
    expect((await outcomes([network, workspace, zone]))['dns-zones-linked']).toBe('failed');
    const notebooks = {
      ...zone,
      id: zoneId.replace('api.azureml.ms', 'notebooks.azure.net'),
      name: 'privatelink.notebooks.azure.net',
    };
    const linkOfNotebooks = {
      ...link(networkId),
      id: `${notebooks.id}/virtualNetworkLinks/link`,
    };
    const both = [network, workspace, zone, notebooks, linkOfNotebooks];
    expect((await outcomes(both))['dns-zones-linked']).toBe('unknown');
    // If no file contains private endpoints, records aren't compared with their addresses.
    expect((await outcomes([...both, link(networkId)]))['dns-zones-linked']).toBe('unknown');
    expect((await outcomes([...both, link(`${networkId}-other`)]))['dns-zones-linked']).toBe('failed');
  });

  // dns/dns-private-resolver-overview: rules of a linked ruleset apply to names that linked zones don't resolve.
  test('can have zones of another service in a resource group that wasn’t exported', async () => {
    const endpoint = {
      id: `${inGroup}/Microsoft.Network/privateEndpoints/pe-blob`,
      name: 'pe-blob',
      type: 'Microsoft.Network/privateEndpoints',
      properties: {
        subnet: { id: `${networkId}/subnets/snet-train` },
        privateLinkServiceConnections: [
          {
            properties: {
              privateLinkServiceId: storage.id,
              groupIds: ['blob'],
              privateLinkServiceConnectionState: { status: 'Approved' },
            },
          },
        ],
        customDnsConfigs: [{ fqdn: 'st.blob.core.windows.net', ipAddresses: ['10.40.4.9'] }],
      },
    };
    const zoneOf = (name: string) => ({ ...zone, id: zoneId.replace(zone.name, name), name });
    const reported = async (name: string) =>
      (await outcomes([network, workspace, storage, endpoint, zoneOf(name)]))['dns-dependency-zones'];
    expect(await reported('privatelink.api.azureml.ms')).toBe('unknown');
    expect(await reported('privatelink.file.core.windows.net')).toBe('failed');
    expect(await reported('privatelink.blobs.core.windows.net')).toBe('failed');
  });

  test('have unknown DNS if a ruleset is linked to the network', async () => {
    const id = zoneId.replace(/privateDnsZones.*/, 'dnsForwardingRulesets/rs');
    const inside = (kind: string, properties: object) => ({
      id: `${id}/${kind}/one`,
      name: 'one',
      type: `Microsoft.Network/dnsForwardingRulesets/${kind}`,
      properties,
    });
    const reported = async (forwardingRuleState: string, to: string) => {
      const ruleset = { id, name: 'rs', type: 'Microsoft.Network/dnsForwardingRulesets', properties: {} };
      const rule = inside('forwardingRules', { domainName: '.', forwardingRuleState });
      const link = inside('virtualNetworkLinks', { virtualNetwork: { id: to } });
      return (await outcomes([network, workspace, zone, ruleset, rule, link]))['dns-zones-linked'];
    };
    expect(await reported('Enabled', networkId)).toBe('unknown');
    expect(await reported('Disabled', networkId)).toBe('failed');
    expect(await reported('Enabled', `${networkId}-other`)).toBe('failed');
  });

  // "customDnsConfigs" is empty if a DNS zone group exists. The addresses are those of the endpoint's network interface
  // (private-link/private-endpoint-overview: "network interface … contains the private IP address").
  test('include an endpoint with a zone group, with the addresses of its network interface', async () => {
    const endpointId = `${inGroup}/Microsoft.Network/privateEndpoints/pe-mlw`;
    const nicId = `${inGroup}/Microsoft.Network/networkInterfaces/pe-mlw.nic.1`;
    const endpoint = {
      id: endpointId,
      name: 'pe-mlw',
      type: 'Microsoft.Network/privateEndpoints',
      customDnsConfigs: [],
      ipConfigurations: [],
      manualPrivateLinkServiceConnections: [],
      networkInterfaces: [{ id: nicId, resourceGroup: 'rg-ml' }],
      privateLinkServiceConnections: [
        {
          name: 'pe-mlw',
          privateLinkServiceId: workspace.id,
          groupIds: ['amlworkspace'],
          privateLinkServiceConnectionState: { status: 'Approved' },
        },
      ],
      subnet: { id: `${networkId}/subnets/snet-train` },
    };
    const nic = {
      id: nicId,
      name: 'pe-mlw.nic.1',
      type: 'Microsoft.Network/networkInterfaces',
      ipConfigurations: [{ name: 'one', privateIPAddress: '10.40.4.9' }],
    };
    const connected = {
      ...workspace,
      properties: {
        ...workspace.properties,
        privateEndpointConnections: [
          {
            properties: {
              privateEndpoint: { id: endpointId },
              privateLinkServiceConnectionState: { status: 'Approved' },
            },
          },
        ],
      },
    };
    const zoneOf = (name: string) => {
      const id = zoneId.replace('api.azureml.ms', name);
      return [
        { ...zone, id, name: `privatelink.${name}`, numberOfRecordSets: 2 },
        {
          id: `${id}/virtualNetworkLinks/link`,
          name: 'link',
          type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
          properties: { virtualNetwork: { id: networkId }, virtualNetworkLinkState: 'Completed' },
        },
      ];
    };
    const record = (zoneName: string, name: string, ipv4Address: string) => ({
      id: `${zoneId.replace('api.azureml.ms', zoneName)}/A/${name}`,
      name,
      type: 'Microsoft.Network/privateDnsZones/A',
      aRecords: [{ ipv4Address }],
    });
    const reported = async (address: string, nics: readonly object[]) => {
      const all = [
        ...[network, connected, endpoint, ...nics],
        ...[...zoneOf('api.azureml.ms'), ...zoneOf('notebooks.azure.net')],
        record('api.azureml.ms', '0f3c.workspace.westeurope', address),
        record('api.azureml.ms', '0f3c.workspace.westeurope.cert', address),
        record('notebooks.azure.net', 'ml-mlw-westeurope-0f3c.westeurope', address),
      ];
      const line = 'check all.json --subnet snet-train --compute instance --workspace private --format json';
      const { out } = await ran(line, { 'all.json': JSON.stringify(all) });
      const rows: readonly { id: string; outcome: string; because: { text: string } | null }[] =
        JSON.parse(out).subnets[0].requirements;
      const row = rows.find(({ id }) => id === 'dns-zones-linked');
      return [row?.outcome, row?.because?.text];
    };
    expect((await reported('10.40.4.9', [nic]))[0]).toBe('passed');
    expect((await reported('10.40.4.77', [nic]))[0]).toBe('failed');
    expect(await reported('10.40.4.9', [])).toEqual([
      'unknown',
      'The files don’t contain resource pe-mlw.nic.1. Add it, or check the network in Azure.',
    ]);
  });
});

describe('the regions of services', () => {
  const subnetless = { ...network.properties.subnets[0]!, properties: { addressPrefix: '10.40.4.0/26' } };
  const groupId = `${inGroup}/Microsoft.Network/networkSecurityGroups/nsg`;
  const rule = (name: string, priority: number, [access, to]: readonly [string, string]) => ({
    name,
    properties: {
      priority,
      direction: 'Outbound',
      access,
      protocol: '*',
      sourceAddressPrefix: '*',
      sourcePortRange: '*',
      destinationAddressPrefix: to,
      destinationPortRange: '443',
    },
  });
  const group = {
    id: groupId,
    name: 'nsg',
    location: 'westeurope',
    properties: {
      securityRules: [
        rule('storage', 100, ['Allow', 'Storage.WestEurope']),
        rule('rest', 4096, ['Deny', 'Internet']),
      ],
    },
  };
  const filtered = {
    ...network,
    properties: {
      ...network.properties,
      subnets: [
        {
          ...subnetless,
          properties: { ...subnetless.properties, networkSecurityGroup: { id: groupId } },
        },
      ],
    },
  };
  const datastore = {
    id: `${workspace.id}/datastores/lake`,
    name: 'lake',
    type: 'Microsoft.MachineLearningServices/workspaces/datastores',
    properties: { datastoreType: 'AzureBlob', accountName: 'stlake', containerName: 'tables' },
  };
  const lake = { ...storage, id: `${inGroup}/Microsoft.Storage/storageAccounts/stlake`, name: 'stlake' };

  test.each([
    ['the account', [{ ...storage, location: 'northeurope' }]],
    [
      'a datastore’s account',
      [{ ...storage, location: 'westeurope' }, datastore, { ...lake, location: 'swedencentral' }],
    ],
  ])('%s in another region is checked for that region', async (_what, resources) => {
    const found = await outcomes([filtered, group, workspace, ...resources]);
    expect(found['outbound-storage-443']).toBe('partly-blocked');
    const near = resources.map((one) => ({ ...one, location: 'westeurope' }));
    expect((await outcomes([filtered, group, workspace, ...near]))['outbound-storage-443']).toBe('allowed');
  });
});
