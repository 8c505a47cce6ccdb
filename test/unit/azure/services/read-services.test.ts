import { describe, expect, test } from 'vitest';
import { endpointsAround } from '../../../../src/checks/endpoints-in-reach';
import { known } from '../../../../src/core/known';
import type { WorkspaceServices } from '../../../../src/core/services/services';
import { reason } from '../../../../src/core/reason';
import {
  connectivity,
  sampleGroupId,
  sampleNetworkId,
  platform,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import type { BodyObject } from '../../../../src/sandbox/body-json';
import { connectSample, failureOf, noStop } from '../sample';

const cover = {
  workspace: sampleWorkspaceId('rg-underwriting', 'mlw-underwriting'),
  network: sampleNetworkId('rg-underwriting', 'virtualNetworks', 'vnet-underwriting-weu'),
};

async function readFor(
  { workspace, network }: { readonly workspace: string; readonly network: string },
  { azure, sample } = connectSample(),
  nameServers: readonly string[] = [],
): Promise<WorkspaceServices> {
  const model = await azure.read.networks(sample.subscriptionId, noStop);
  const found = model.virtualNetworks.find((one) => one.id === network)!;
  const endpoints = endpointsAround(model, found);
  return azure.read.services({ workspaceId: workspace, networkId: network, nameServers, endpoints }, noStop);
}

describe('services of a workspace', () => {
  test('storage, key vault, and registry show who can access them', async () => {
    const { storage, keyVault, registry } = await readFor(cover);
    expect(storage).toMatchObject({
      value: {
        name: 'stcover',
        publicAccess: { value: 'disabled' },
        sharedKeyAccess: { value: false },
        perimeter: { value: null },
      },
    });
    expect(keyVault).toMatchObject({
      value: {
        name: 'kv-cover',
        deniesByDefault: { value: true },
        subnetRules: { value: [`${cover.network}/subnets/snet-cover-office`] },
        trustsAzure: { value: true },
      },
    });
    expect(registry).toMatchObject({
      value: { name: 'crcover', sku: { value: 'Basic' }, hosts: { value: ['crcover.azurecr.io'] } },
    });
  });

  test('accounts of datastores are read with their regions, and the workspace’s own account is left out', async () => {
    const { datastores } = await readFor({
      workspace: sampleWorkspaceId('rg-actuary', 'mlw-actuary'),
      network: sampleNetworkId('rg-actuary', 'virtualNetworks', 'vnet-actuary-weu'),
    });
    expect(datastores).toEqual(known([{ name: 'stcover', location: { known: true, value: 'westeurope' } }]));
    expect((await readFor(cover)).datastores).toEqual(known([]));
  });

  test('zones are read with their links and records', async () => {
    const { zones } = await readFor(cover);
    const [api, notebooks] = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'].map((name) =>
      zones.found.find((one) => one.name === name),
    );
    expect(zones.unread).toBeUndefined();
    expect(api?.linkedNetworks).toMatchObject({ known: true });
    expect(api?.linkedNetworks.known && api.linkedNetworks.value).toContain(cover.network);
    expect(notebooks?.linkedNetworks.known && notebooks.linkedNetworks.value).not.toContain(cover.network);
    const names = api?.records.known ? api.records.value.map((one) => one.name) : [];
    expect(names).toContain('b446349e-630d-e094-4e26-7a4364cf8f60.workspace.westeurope');
  });

  test('zones in the subscription of the DNS servers are read too, and one that can’t be read is reported', async () => {
    const connected = connectSample({ large: true });
    const id = `/subscriptions/${platform.id}/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;
    const body = { location: 'global', properties: {} };
    connected.sample.writeByOther({
      method: 'PUT',
      path: id.split('/providers')[0]!,
      body: { location: 'westeurope' },
    });
    expect(connected.sample.writeByOther({ method: 'PUT', path: id, body })).toBe(true);
    const own = await readFor(cover, connected);
    expect(own.zones.found.map((one) => one.id)).not.toContain(id);
    const both = await readFor(cover, connected, [platform.id, connectivity.id]);
    expect(both.zones.found.map((one) => one.id)).toContain(id);
    expect(both.zones.subscriptions).toEqual([connected.sample.subscriptionId, platform.id, connectivity.id]);
    expect(both.zones.unread).toEqual(reason('check.zones.notListed', { name: connectivity.id }));
  });

  describe('DNS forwarding rulesets', () => {
    const rulesets = `${sampleGroupId('rg-underwriting')}/providers/Microsoft.Network/dnsForwardingRulesets`;
    const write = (sample: SandboxAzure, path: string, properties: BodyObject): boolean =>
      sample.writeByOther({ method: 'PUT', path, body: { location: 'westeurope', properties } });

    // dnsResolver 2022-07-01: a rule has a domain and a state, and a link the network that it serves.
    test('are read with their networks if one of their rules is enabled', async () => {
      const connected = connectSample();
      for (const [name, state, network] of [
        ['rs-on', 'Enabled', cover.network],
        ['rs-off', 'Disabled', cover.network],
        ['rs-nobody', 'Enabled', null],
      ] as const) {
        write(connected.sample, `${rulesets}/${name}`, { dnsResolverOutboundEndpoints: [] });
        write(connected.sample, `${rulesets}/${name}/forwardingRules/all`, {
          domainName: '.',
          forwardingRuleState: state,
        });
        if (network === null) continue;
        write(connected.sample, `${rulesets}/${name}/virtualNetworkLinks/it`, {
          virtualNetwork: { id: network },
        });
      }
      const { zones } = await readFor(cover, connected);
      expect(zones.rulesets).toEqual([{ name: 'rs-on', linkedNetworks: [cover.network] }]);
      expect(zones.unread).toBeUndefined();
    });

    test('that can’t be listed are reported as unread', async () => {
      const connected = connectSample();
      const { subscriptionId } = connected.sample;
      connected.sample.faults.next({ match: /dnsForwardingRulesets$/, status: 403, times: 9 });
      const { zones } = await readFor(cover, connected);
      expect(zones.unread).toEqual(reason('check.zones.rulesetsNotListed', { name: subscriptionId }));
    });

    test('are an empty list in a cloud that doesn’t support them', async () => {
      const connected = connectSample();
      connected.sample.faults.next({ match: /dnsForwardingRulesets$/, status: 404, times: 9 });
      const { zones } = await readFor(cover, connected);
      expect(zones).toMatchObject({ rulesets: [] });
      expect(zones.unread).toBeUndefined();
    });
  });

  test('a network security perimeter of a key vault is found in its subscription', async () => {
    const { keyVault } = await readFor({
      workspace: sampleWorkspaceId('rg-actuary', 'mlw-actuary'),
      network: sampleNetworkId('rg-actuary', 'virtualNetworks', 'vnet-actuary-weu'),
    });
    expect(keyVault).toMatchObject({
      value: {
        publicAccess: { value: 'perimeter' },
        perimeter: { value: { name: 'nsp-insurance', isEnforced: true, rules: [] } },
      },
    });
  });

  test('only resources that can’t be read are unknown', async () => {
    const connected = connectSample();
    const vault = `${sampleGroupId('rg-underwriting')}/providers/Microsoft.KeyVault/vaults/kv-cover`;
    connected.sample.access.deny({ scope: vault, verbs: ['read'] });
    connected.sample.access.deny({
      scope: sampleGroupId('rg-network-prod'),
      verbs: ['read'],
      type: 'Microsoft.Network/privateDnsZones',
    });
    const { storage, keyVault, zones } = await readFor(cover, connected);
    expect(storage.known).toBe(true);
    expect(keyVault).toMatchObject({
      known: false,
      because: { key: 'unknown.permission', values: { name: 'kv-cover' } },
    });
    // The zone groups of the endpoints still lead to them.
    expect(zones.found.map((one) => one.linkedNetworks.known)).toContain(false);
  });

  test('a deleted workspace fails, and so does canceling', async () => {
    const { azure } = connectSample();
    const place = { workspaceId: `${cover.workspace}-gone`, networkId: null, nameServers: [], endpoints: [] };
    expect((await failureOf(azure.read.services(place, noStop))).code).toBe('notFound');
    const stop = new AbortController();
    stop.abort();
    expect((await failureOf(azure.read.services(place, stop.signal))).code).toBe('cancelled');
  });
});
