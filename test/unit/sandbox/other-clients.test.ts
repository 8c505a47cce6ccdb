import type { HttpMethods } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { sampleGroupId, sampleNetworkId, sampleSubnetId } from '../../../src/sandbox/sample/names';
import { all, openSampleClients } from './clients';
import { rawClient } from './raw-client';

/** Requests that third-party clients send, and the product doesn't. */
function open(sample = openSampleClients()) {
  const send = rawClient(sample);
  const call = (path: string, method: HttpMethods = 'GET', body?: object) =>
    send(`${path}?api-version=2024-10-01`, method, body && JSON.stringify(body));
  return { ...sample, call };
}

describe('tags', () => {
  const network = sampleNetworkId('rg-network-dev', 'virtualNetworks', 'vnet-ml-dev-weu');

  test('of a network are changed by PATCH, and nothing else is', async () => {
    const { call } = open();
    const before = (await call(network)).body;
    const changed = await call(network, 'PATCH', { tags: { owner: 'ml' } });
    expect([changed.status, changed.body.tags]).toEqual([200, { owner: 'ml' }]);
    const after = (await call(network)).body;
    expect({ ...after, etag: '', tags: {} }).toEqual({ ...before, etag: '', tags: {} });
    expect(after.etag).not.toBe(before.etag);
  });

  test('are refused if missing, for a missing resource, and for a reader', async () => {
    const { call, azure } = open();
    expect((await call(network, 'PATCH', { properties: {} })).status).toBe(400);
    expect((await call(`${network}-none`, 'PATCH', { tags: {} })).status).toBe(404);
    azure.access.assign([{ role: 'Reader', scope: '/', actions: ['*/read'], notActions: [] }]);
    expect((await call(network, 'PATCH', { tags: {} })).status).toBe(403);
  });
});

describe('private DNS', () => {
  const zone = `${sampleGroupId('rg-network-dev')}/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;
  const link = `${zone}/virtualNetworkLinks/dev`;
  const virtualNetwork = { id: sampleNetworkId('rg-network-dev', 'virtualNetworks', 'vnet-ml-dev-weu') };

  async function openZone() {
    const opened = open();
    await opened.call(zone, 'PUT', { location: 'global' });
    await opened.call(link, 'PUT', { location: 'global', properties: { virtualNetwork } });
    return opened;
  }

  test('all records are listed, with the zone’s own record', async () => {
    const { call } = await openZone();
    await call(`${zone}/A/a4c1`, 'PUT', {
      properties: { ttl: 60, aRecords: [{ ipv4Address: '10.30.1.4' }] },
    });
    const listed = (await call(`${zone}/ALL`)).body.value;
    expect(
      listed.map((one: { name: string; type: string }) => [one.name, one.type.split('/').at(-1)]),
    ).toEqual([
      ['@', 'SOA'],
      ['a4c1', 'A'],
    ]);
    expect(listed).toHaveLength((await call(zone)).body.properties.numberOfRecordSets);
    expect((await call(`${zone}/SOA/@`)).body).toEqual(listed[0]);
  });

  test('a record is changed and deleted immediately, without an operation', async () => {
    const { call } = await openZone();
    const record = `${zone}/A/a4c1`;
    await call(record, 'PUT', { properties: { ttl: 60, aRecords: [{ ipv4Address: '10.30.1.4' }] } });
    const changed = await call(record, 'PATCH', { properties: { ttl: 30 } });
    expect(changed.body.properties).toMatchObject({ ttl: 30, aRecords: [{ ipv4Address: '10.30.1.4' }] });
    expect((await call(`${zone}/A/none`, 'PATCH', { properties: { ttl: 30 } })).status).toBe(404);
    const gone = await call(record, 'DELETE');
    expect([gone.status, gone.headers.get('azure-asyncoperation')]).toEqual([200, undefined]);
    expect((await call(record)).status).toBe(404);
    expect((await call(record, 'DELETE')).status).toBe(204);
  });

  test('a zone accepts tags, and a link accepts tags and registration', async () => {
    const { call } = await openZone();
    await call(zone, 'PATCH', { tags: { for: 'ml' } });
    expect((await call(zone)).body).toMatchObject({ location: 'global', tags: { for: 'ml' } });
    await call(link, 'PATCH', { properties: { registrationEnabled: true } });
    await call(link, 'PATCH', { tags: { for: 'ml' } });
    expect((await call(link)).body).toMatchObject({
      tags: { for: 'ml' },
      properties: { registrationEnabled: true, virtualNetwork, virtualNetworkLinkState: 'Completed' },
    });
    expect((await call(`${zone}/virtualNetworkLinks/none`, 'PATCH', {})).status).toBe(404);
  });
});

describe('values that Azure fills in', () => {
  const group = 'rg-network-dev';

  test('a static public address gets its address, from its prefix if it has one', async () => {
    const { network } = open();
    const at = { location: 'westeurope', sku: { name: 'Standard' } };
    const prefix = await network.publicIPPrefixes
      .createOrUpdate(group, 'ippre', { ...at, prefixLength: 31 })
      .pollUntilDone();
    const make = (name: string, more: object) =>
      network.publicIPAddresses.createOrUpdate(group, name, { ...at, ...more }).pollUntilDone();
    const fixed = { publicIPAllocationMethod: 'Static', publicIPPrefix: { id: prefix.id ?? '' } };
    await make('pip-1', fixed);
    await make('pip-2', fixed);
    await make('pip-3', { publicIPAllocationMethod: 'Static' });
    await make('pip-4', {});
    const shown = Object.fromEntries(
      (await all(network.publicIPAddresses.list(group))).map((one) => [one.name, one]),
    );
    const start = prefix.ipPrefix?.replace(/\d+\/31$/, '') ?? 'none';
    expect(shown['pip-1']?.ipAddress).toContain(start);
    expect(shown['pip-2']?.ipAddress).toContain(start);
    expect(shown['pip-1']?.ipAddress).not.toBe(shown['pip-2']?.ipAddress);
    expect(shown['pip-3']?.ipAddress).toMatch(/^198\.51\.100\.\d+$/);
    expect(shown['pip-3']).toMatchObject({ publicIPAddressVersion: 'IPv4', sku: { tier: 'Regional' } });
    // A dynamic public IP gets its address with its first machine.
    expect(shown['pip-4']?.ipAddress).toBeUndefined();
  });

  test('the default rules of an NSG are a separate list', async () => {
    const { network } = open();
    const own = await network.networkSecurityGroups.get('rg-network-prod', 'nsg-train-gpu');
    const listed = await all(network.defaultSecurityRules.list('rg-network-prod', 'nsg-train-gpu'));
    expect(listed).toEqual(own.defaultSecurityRules);
    expect(listed.map((rule) => rule.description)).toContain(
      'Allow outbound traffic from all VMs to Internet',
    );
    const one = await network.defaultSecurityRules.get('rg-network-prod', 'nsg-train-gpu', 'denyallinbound');
    expect([one.name, one.priority]).toEqual(['DenyAllInBound', 65500]);
  });

  test('a child is listed among the resources with the name of its parent', async () => {
    const { resources } = open();
    const listed = await all(resources.resources.listByResourceGroup('rg-ml-prod'));
    expect(listed.map((one) => one.name)).toEqual(
      expect.arrayContaining(['mlw-fraud-prod', 'mlw-fraud-prod/cpu-train', 'stfraudprod']),
    );
  });

  test('a storage account shows the state of its network rules, and a key vault doesn’t', async () => {
    const { call, network } = open();
    const serviceEndpoints = [{ service: 'Microsoft.Storage' }, { service: 'Microsoft.KeyVault' }];
    const subnet = { addressPrefix: '10.30.15.240/28', serviceEndpoints };
    await network.subnets.createOrUpdate(group, 'vnet-ml-dev-weu', 'snet-data', subnet).pollUntilDone();
    const id = sampleSubnetId(group, 'vnet-ml-dev-weu', 'snet-data');
    const letIn = { virtualNetworkRules: [{ id }], ipRules: [{ value: '203.0.113.7' }] };
    const rules = { networkAcls: { defaultAction: 'Deny', ...letIn } };
    const inside = `${sampleGroupId('rg-ml-prod')}/providers`;
    const patch = async (path: string) =>
      (await call(`${inside}/${path}`, 'PATCH', { properties: rules })).body.properties.networkAcls;
    expect(await patch('Microsoft.Storage/storageAccounts/stfraudprod')).toMatchObject({
      virtualNetworkRules: [{ id, action: 'Allow', state: 'Succeeded' }],
      ipRules: [{ value: '203.0.113.7', action: 'Allow' }],
    });
    expect(await patch('Microsoft.KeyVault/vaults/kv-fraudprod')).toMatchObject({
      virtualNetworkRules: [{ id }],
      ipRules: [{ value: '203.0.113.7' }],
    });
  });

  test('policies: the built-in ones, and an assignment with its author', async () => {
    const { call } = open();
    const definitions = (await call('/providers/Microsoft.Authorization/policyDefinitions')).body.value;
    expect(definitions).toHaveLength(2);
    const assignment = `${sampleGroupId(group)}/providers/Microsoft.Authorization/policyAssignments/none`;
    const properties = { policyDefinitionId: definitions[1].id, metadata: { assignedBy: 'Anna' } };
    await call(assignment, 'PUT', { properties });
    expect((await call(assignment)).body.properties).toMatchObject({
      notScopes: [],
      enforcementMode: 'Default',
      metadata: { assignedBy: 'Anna', createdBy: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });
});
