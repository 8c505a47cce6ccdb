import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test, vi } from 'vitest';
import { connectAccount } from '../../../../src/azure/sign-in/connect-account';
import { cloudTarget, customTarget } from '../../../../src/azure/sign-in/sign-in-target';
import { contains } from '../../../../src/core/addresses/interval-set';
import { parseIpv4 } from '../../../../src/core/addresses/ipv4';
import type { Cloud } from '../../../../src/core/network/model';
import { createSandbox, type SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import {
  anna,
  sampleNetworkId,
  researchSubscription,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import {
  allowOut,
  denyAllOut,
  addGroups,
  addNatGateway,
  addNetwork,
  addSecurityGroup,
} from '../../../../src/sandbox/sample/place';
import { addEndpoint } from '../../../../src/sandbox/sample/place-endpoint';
import { bodyList, bodyTexts } from '../../../../src/sandbox/body-json';
import type { Region, World } from '../../../../src/sandbox/settings';
import { shippedTagFile, shippedTags } from '../../../support/shipped-tags';
import { pickSubnet, pickWorkspace, detailOf, hasEnded, openWizard, readinessRowOf } from './open-wizard';

const group = 'rg-ml';

/** Adds rules for all requirements of the cloud, above a deny-all. It uses only service tags in the cloud's list. */
function fill(world: World, cloud: Exclude<Cloud, 'public'>): void {
  const { name: location, tagSuffix } = regions[cloud];
  const parts = { group, location };
  addGroups(world, { [group]: location });
  addNatGateway(world, { ...parts, name: 'ng-ml' });
  addSecurityGroup(world, { ...parts, name: 'nsg-ml' }, [
    allowOut(110, 'Allow-EntraID', ['Tcp', '80,443', 'AzureActiveDirectory']),
    allowOut(120, 'Allow-AzureML', ['Tcp', '443,8787,18881', 'AzureMachineLearning']),
    allowOut(125, 'Allow-AzureML-UDP', ['Udp', '5831', 'AzureMachineLearning']),
    allowOut(127, 'Allow-Batch', ['*', '443', `BatchNodeManagement.${tagSuffix}`]),
    allowOut(130, 'Allow-Manager', ['Tcp', '443', 'AzureResourceManager']),
    allowOut(140, 'Allow-Storage', ['Tcp', '443,445', `Storage.${tagSuffix}`]),
    allowOut(150, 'Allow-Images', ['Tcp', '443', 'MicrosoftContainerRegistry']),
    allowOut(165, 'Allow-Studio', ['Tcp', '443', 'AzureFrontDoor.Frontend']),
    allowOut(170, 'Allow-VirtualNetwork', ['*', '*', 'VirtualNetwork']),
    denyAllOut,
  ]);
  addNetwork(world, {
    ...parts,
    name: 'vnet-ml',
    prefix: '10.60.0.0/21',
    subnets: [
      {
        name: 'snet-train',
        prefix: '10.60.1.0/26',
        securityGroup: 'nsg-ml',
        natGateway: 'ng-ml',
        defaultOutboundAccess: false,
      },
      { name: 'snet-privatelink', prefix: '10.60.7.0/28', defaultOutboundAccess: false },
    ],
  });
  addEndpoint(world, {
    group,
    name: 'pe-ml',
    network: 'vnet-ml',
    networkGroup: group,
    subnet: 'snet-privatelink',
    targetId: sampleWorkspaceId(group, 'mlw-cloud'),
    groupIds: ['amlworkspace'],
    fqdns: [`mlw-cloud.workspace.${location}.api.ml.example`],
  });
  for (const zone of privateZones[cloud]) {
    const id = sampleNetworkId(group, 'privateDnsZones', zone);
    world.store.put({ id, location: 'global', properties: {} });
    world.store.put({
      id: `${id}/virtualNetworkLinks/link`,
      location: 'global',
      properties: {
        virtualNetwork: { id: sampleNetworkId(group, 'virtualNetworks', 'vnet-ml') },
        registrationEnabled: false,
        virtualNetworkLinkState: 'Completed',
      },
    });
    const endpoint = world.store.get(sampleNetworkId(group, 'privateEndpoints', 'pe-ml'));
    const addresses = bodyList(endpoint?.properties, 'customDnsConfigs').flatMap((one) =>
      bodyTexts(one, 'ipAddresses'),
    );
    for (const name of [`mlw-cloud.workspace.${location}`, `mlw-cloud.workspace.${location}.cert`]) {
      world.store.put({
        id: `${id}/A/${name}`,
        properties: { ttl: 10, aRecords: addresses.map((ipv4Address) => ({ ipv4Address })) },
      });
    }
  }
  world.store.put({
    id: sampleWorkspaceId(group, 'mlw-cloud'),
    location,
    top: { tags: {}, kind: 'Default', sku: { name: 'Basic', tier: 'Basic' } },
    properties: {
      friendlyName: 'mlw-cloud',
      publicNetworkAccess: 'Enabled',
      privateEndpointConnections: [
        {
          id: `${sampleWorkspaceId(group, 'mlw-cloud')}/privateEndpointConnections/pe`,
          properties: {
            privateEndpoint: { id: sampleNetworkId(group, 'privateEndpoints', 'pe-ml') },
            privateLinkServiceConnectionState: { status: 'Approved' },
            provisioningState: 'Succeeded',
          },
        },
      ],
      managedNetwork: { isolationMode: 'Disabled' },
    },
  });
}

/** The zones of a workspace's private endpoint (private-endpoint-dns, 2026-03-02). */
const privateZones: Readonly<Record<Exclude<Cloud, 'public'>, readonly string[]>> = {
  usgov: ['privatelink.api.ml.azure.us', 'privatelink.notebooks.usgovcloudapi.net'],
  china: ['privatelink.api.ml.azure.cn', 'privatelink.notebooks.chinacloudapi.cn'],
};

const regions: Readonly<Record<Exclude<Cloud, 'public'>, Region>> = {
  usgov: { name: 'usgovvirginia', displayName: 'USGov Virginia', tagSuffix: 'USGovVirginia' },
  china: { name: 'chinaeast2', displayName: 'China East 2', tagSuffix: 'ChinaEast2' },
};

function sandboxOf(cloud: Exclude<Cloud, 'public'>): SandboxAzure {
  const region = regions[cloud];
  const tags = shippedTagFile(cloud) as unknown as Parameters<typeof createSandbox>[0]['tags'];
  return createSandbox(
    { tags },
    {
      subscriptions: [researchSubscription],
      regions: [region],
      user: anna,
      fill: (world) => fill(world, cloud),
    },
  );
}

const places = {
  usgov: { cloud: 'usgov', find: () => Promise.resolve(cloudTarget('usgov')) },
  china: { cloud: 'china', find: () => Promise.resolve(cloudTarget('china')) },
  'a custom endpoint': {
    cloud: 'usgov',
    find: (httpClient: HttpClient) =>
      customTarget('https://management.contoso.example', httpClient, () => Promise.resolve(true)),
  },
} as const;

/** Returns the sandbox behind a resource manager endpoint that returns its metadata, as that of each cloud does. */
function carrier(sandbox: SandboxAzure): { readonly httpClient: HttpClient; readonly hosts: Set<string> } {
  const hosts = new Set<string>();
  const metadata = {
    name: 'AzureUSGovernment',
    authentication: {
      loginEndpoint: 'https://login.contoso.example',
      audiences: ['https://management.azure.com'],
    },
  };
  return {
    hosts,
    httpClient: {
      sendRequest: (request) => {
        const { host, pathname } = new URL(request.url);
        hosts.add(host);
        if (pathname !== '/metadata/endpoints') return sandbox.httpClient.sendRequest(request);
        const bodyAsText = JSON.stringify(metadata);
        return Promise.resolve({ request, status: 200, headers: createHttpHeaders(), bodyAsText });
      },
    },
  };
}

describe.each(Object.entries(places))('%s', (_place, { cloud, find }) => {
  test('signs in and creates a compute resource, with its own audience and service tags', async () => {
    const sandbox = sandboxOf(cloud);
    const { httpClient, hosts } = carrier(sandbox);
    const getToken = vi.fn(() => sandbox.credential.getToken());
    const target = await find(httpClient);
    const by = { source: 'microsoft', name: 'anna@contoso.com', credential: { getToken } } as const;
    const w = openWizard({
      connect: () => connectAccount({ target, by, httpClient, timing: { retryDelayMs: 1 } }),
    });
    await pickWorkspace(w, 'mlw-cloud');
    await pickSubnet(w, 'vnet-ml', 'snet-train');
    const { readiness } = w.page;
    const open = readiness?.groups.flatMap((one) => one.rows.filter((row) => row.counts === 'error'));
    expect(open?.map((one) => one.id)).toEqual([]);
    expect(readiness?.summary).toMatch(/^Ready/);
    // The example packet goes to an address in this cloud's own list, in its region.
    const [, address = ''] =
      /→ (\S+) port/.exec(detailOf(readinessRowOf(readiness, 'outbound-batch-443'), 'Example packet')) ?? [];
    const batch = shippedTags(cloud).lookup(`BatchNodeManagement.${regions[cloud].tagSuffix}`);
    expect(contains(batch!, parseIpv4(address)!)).toBe(true);
    expect(contains(shippedTags('public').lookup('BatchNodeManagement')!, parseIpv4(address)!)).toBe(false);
    const firstParty = readiness?.notNeeded.find((one) => one.id === 'outbound-frontdoor-firstparty-443');
    expect(firstParty?.why).toContain('AzureFrontDoor.FirstParty');
    await w.call.create({ anyway: true });
    await w.until('created', hasEnded);
    expect(w.page.creation?.state).toBe('ready');
    expect([...hosts]).toEqual([new URL(target.endpoint).host]);
    const scopes = getToken.mock.calls.flatMap((call: readonly unknown[]) => [call[0]].flat());
    expect(new Set(scopes)).toEqual(new Set([`${target.endpoint}/.default`]));
  });
});
