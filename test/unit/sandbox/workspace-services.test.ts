import type { HttpMethods } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import {
  sampleGroupId,
  sampleNetworkId,
  sampleSubnetId,
  sampleWorkspaceId,
} from '../../../src/sandbox/sample/names';
import { openSampleClients } from './clients';
import { rawClient } from './raw-client';

function open(sample = openSampleClients()) {
  const send = rawClient(sample);
  const call = (path: string, method: HttpMethods = 'GET', body?: object) =>
    send(`${path}?api-version=2024-10-01`, method, body && JSON.stringify(body));
  return { ...sample, call };
}

describe('private DNS', () => {
  const zones = `${sampleGroupId('rg-network-dev')}/providers/Microsoft.Network/privateDnsZones`;
  const zone = `${zones}/privatelink.api.azureml.ms`;
  const network = { id: sampleNetworkId('rg-network-dev', 'virtualNetworks', 'vnet-ml-dev-weu') };
  const link = { location: 'global', properties: { virtualNetwork: network, registrationEnabled: false } };

  test('a zone, its link, and its record; a zone with links can’t be deleted', async () => {
    const { call } = open();
    expect((await call(zone, 'PUT', { location: 'global' })).status).toBe(201);
    expect((await call(`${zone}/virtualNetworkLinks/dev`, 'PUT', link)).status).toBe(201);
    const record = { properties: { ttl: 60, aRecords: [{ ipv4Address: '10.30.1.4' }] } };
    expect((await call(`${zone}/A/a4c1`, 'PUT', record)).body.properties).toMatchObject({
      fqdn: 'a4c1.privatelink.api.azureml.ms.',
      ttl: 60,
    });
    expect((await call(zone)).body).toMatchObject({
      location: 'global',
      properties: { numberOfVirtualNetworkLinks: 1, numberOfRecordSets: 2, provisioningState: 'Succeeded' },
    });
    expect((await call(`${zone}/virtualNetworkLinks`)).body.value).toMatchObject([
      { name: 'dev', properties: { virtualNetworkLinkState: 'Completed', virtualNetwork: network } },
    ]);
    expect((await call(zone, 'DELETE')).body.error.code).toBe('CannotDeleteResource');
    expect((await call(`${zone}/virtualNetworkLinks/dev`, 'DELETE')).status).toBe(202);
    await call(zone);
    expect((await call(zone, 'DELETE')).status).toBe(202);
    expect((await call(zone)).status).toBe(404);
  });

  test('refused: a name of one label, a region, a network twice, a missing network', async () => {
    const { call } = open();
    expect((await call(`${zones}/local`, 'PUT', { location: 'global' })).status).toBe(400);
    expect((await call(zone, 'PUT', { location: 'westeurope' })).status).toBe(400);
    await call(zone, 'PUT', { location: 'global' });
    await call(`${zone}/virtualNetworkLinks/dev`, 'PUT', link);
    expect((await call(`${zone}/virtualNetworkLinks/twice`, 'PUT', link)).status).toBe(409);
    const lost = {
      ...link,
      properties: { virtualNetwork: { id: sampleNetworkId('rg-lab', 'virtualNetworks', 'none') } },
    };
    expect((await call(`${zone}/virtualNetworkLinks/lost`, 'PUT', lost)).body.error.code).toBe(
      'InvalidResourceReference',
    );
    expect((await call(`${zone}/A/x`, 'PUT', { properties: {} })).status).toBe(400);
  });
});

describe('services that keep a workspace’s data', () => {
  const inside = `${sampleGroupId('rg-ml-prod')}/providers`;
  const storage = `${inside}/Microsoft.Storage/storageAccounts/stfraudprod`;

  test.each([
    [storage, 'networkAcls'],
    [`${inside}/Microsoft.KeyVault/vaults/kv-fraudprod`, 'networkAcls'],
    [`${inside}/Microsoft.ContainerRegistry/registries/crfraudprod`, 'networkRuleSet'],
  ])('%s shows its network rules and accepts others', async (id, member) => {
    const { call } = open();
    expect((await call(id)).body.properties).toMatchObject({
      publicNetworkAccess: 'Enabled',
      [member]: { defaultAction: 'Allow' },
    });
    const rules = { [member]: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7' }] } };
    const changed = await call(id, 'PATCH', { properties: { ...rules, publicNetworkAccess: 'Enabled' } });
    expect(changed.body.properties).toMatchObject({
      publicNetworkAccess: 'Enabled',
      [member]: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7' }] },
    });
    const list = await call(id.split('/').slice(0, -1).join('/'));
    expect(list.body.value).toHaveLength(1);
  });

  test('refused: an invalid action, an invalid address, a subnet without the service endpoint, a reader role', async () => {
    const { call, azure } = open();
    const patch = (networkAcls: object) => call(storage, 'PATCH', { properties: { networkAcls } });
    expect((await patch({ defaultAction: 'Maybe' })).status).toBe(400);
    expect((await patch({ ipRules: [{ value: '203.0.113.7' }] })).status).toBe(400);
    expect((await patch({ defaultAction: 'Deny', ipRules: [{ value: 'here' }] })).status).toBe(400);
    const subnet = { id: sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-open') };
    expect((await patch({ defaultAction: 'Deny', virtualNetworkRules: [subnet] })).body.error.code).toBe(
      'NetworkAclsValidationFailure',
    );
    azure.access.assign([
      { role: 'Reader', scope: sampleGroupId('rg-ml-prod'), actions: ['*/read'], notActions: [] },
    ]);
    expect((await patch({ defaultAction: 'Deny' })).status).toBe(403);
    expect((await call(storage)).status).toBe(200);
  });
});

describe('a managed virtual network', () => {
  const workspace = sampleWorkspaceId('rg-ml-risk', 'mlw-risk-prod');
  const rule = (name: string): string => `${workspace}/outboundRules/${name}`;
  const conda = { properties: { type: 'FQDN', destination: 'conda.anaconda.org' } };

  test('a rule is created, read, and deleted', async () => {
    const { call } = open();
    const made = await call(rule('conda'), 'PUT', conda);
    expect(made.status).toBe(202);
    expect(made.headers.get('azure-asyncoperation')).toContain('computeOperationsStatus');
    expect((await call(rule('CONDA'))).body).toMatchObject({
      name: 'conda',
      properties: { destination: 'conda.anaconda.org', status: 'Active', category: 'UserDefined' },
    });
    expect((await call(`${workspace}/outboundRules`)).body.value).toHaveLength(5);
    expect((await call(rule('conda'), 'DELETE')).status).toBe(202);
    expect((await call(rule('conda'))).status).toBe(404);
    expect((await call(rule('conda'), 'DELETE')).status).toBe(204);
  });

  test('refused: a required rule, an invalid type, a workspace without a managed virtual network', async () => {
    const { call } = open();
    expect((await call(rule('registry'), 'DELETE')).status).toBe(400);
    expect((await call(rule('registry'), 'PUT', conda)).status).toBe(400);
    expect((await call(rule('x'), 'PUT', { properties: { type: 'Any' } })).status).toBe(400);
    const other = sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev');
    expect((await call(`${other}/outboundRules/x`, 'PUT', conda)).status).toBe(400);
    expect((await call(`${other}/provisionManagedNetwork`, 'POST', {})).status).toBe(400);
  });

  test('is set up on demand', async () => {
    const { call } = open();
    const answer = await call(`${workspace}/provisionManagedNetwork`, 'POST', { includeSpark: true });
    expect(answer.status).toBe(202);
    const { pathname } = new URL(answer.headers.get('location') ?? '');
    await call(pathname);
    expect((await call(pathname)).body).toEqual({ status: 'Active', sparkReady: true });
  });
});
