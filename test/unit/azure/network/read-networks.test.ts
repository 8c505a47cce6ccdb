import { describe, expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { findSubnet, findVirtualNetwork, sameId, securityGroupOf } from '../../../../src/core/network/find';
import type { NetworkModel } from '../../../../src/core/network/model';
import {
  sampleNetworkId as idOf,
  sampleSubnetId as subnetIn,
  platform,
} from '../../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId } from '../answering';
import { connectSample, failureOf, noStop } from '../sample';
import {
  networkProviderPath,
  readForbidden,
  networkBody,
  bodyNetworkId,
  resourceBody,
  ruleBody,
  subnet,
  bodySubnetId,
} from './bodies';
import { sampleNetworks } from '../../../support/sample-networks';

const training = subnetIn('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');
const partner = subnetIn('rg-partner', 'vnet-partner-weu', 'snet-partner-train');

describe('all networks of the sample', () => {
  test('have subnets with their associated resources, and rules in order', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const found = findSubnet(model, training)!;
    expect(found.network.location).toEqual(known('westeurope'));
    expect(found.subnet.addressPrefixes.known).toBe(true);
    const held = securityGroupOf(model, found.subnet);
    const rules = held.known && held.value?.rules.known ? held.value.rules.value : [];
    expect(rules.map((one) => one.name)).toContain('Allow-EntraID');
    expect(rules.every((one) => one.protocol.known && one.access.known && one.priority.known)).toBe(true);
    expect(held.known && held.value?.etag).toMatch(/^W\//);
  });

  test('have unknowns only for resources that can’t be read, or that are read for a selected network', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const reasons = JSON.stringify(model).match(/"key":"unknown\.[^}]*}/g) ?? [];
    expect(new Set(reasons)).toEqual(
      new Set([
        '"key":"unknown.permission","values":{"name":"nsg-partner","role":"Reader","scope":"rg-security-core"}',
        '"key":"unknown.adminRulesLater","values":{"name":"vnet-regulated-weu"}',
      ]),
    );
  });

  test('have the used addresses that the sample holds', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const held = sample.snapshot().addresses;
    const subnets = model.virtualNetworks.flatMap((one) => one.subnets);
    expect(subnets.length).toBeGreaterThan(15);
    for (const one of subnets) expect(one.addressesInUse).toEqual(known(held[one.id]?.length ?? 0));
  });

  test('hundreds of networks are listed once each, by pages and in parallel, without a call per row', async () => {
    const { azure, sample } = connectSample({ spokes: 500 });
    const { virtualNetworks } = await azure.read.networks(sample.subscriptionId, noStop);
    expect(virtualNetworks.filter((one) => one.name.startsWith('vnet-spoke-0'))).toHaveLength(500);
    const count = sampleNetworks().length + 500;
    expect(virtualNetworks).toHaveLength(count);
    expect(new Set(virtualNetworks.map((one) => one.id)).size).toBe(count);
    const calls = sample.traffic.filter((one) => /providers\/Microsoft.Network\//i.test(one.path));
    const lists = new Set(calls.map((one) => one.path));
    expect(lists.size).toBe(5);
    expect(calls.filter((one) => one.path.endsWith('/virtualNetworks'))).toHaveLength(Math.ceil(count / 50));
  });

  test('500 networks with 2,500 subnets cost as many calls as their lists have pages', async () => {
    const { azure, sample } = connectSample({ large: true });
    const model = await azure.read.networks(platform.id, noStop);
    expect(model.virtualNetworks.flatMap((one) => one.subnets)).toHaveLength(2500);
    const endpoints = model.privateEndpoints.known ? model.privateEndpoints.value : [];
    const { virtualNetworks, securityGroups, routeTables, natGateways } = model;
    const lists = [virtualNetworks, securityGroups, routeTables, natGateways, endpoints];
    expect(lists.map((one) => one.length)).toEqual([500, 400, 71, 166, 1]);
    expect(sample.traffic).toHaveLength(10 + 8 + 2 + 4 + 1 + 1);
  });

  test('have the cloud of the connection', async () => {
    const { azure, sample } = connectSample({}, { cloud: 'usgov' });
    expect((await azure.read.networks(sample.subscriptionId, noStop)).cloud).toBe('usgov');
  });
});

describe('resources without read permission', () => {
  test('another user’s NSG is named, with the role that can read it', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const held = securityGroupOf(model, findSubnet(model, partner)!.subnet);
    expect(held.known && held.value?.rules).toEqual(readForbidden('nsg-partner', 'rg-security-core'));
  });

  test.each([
    [
      'networkSecurityGroups',
      'nsg-training',
      (model: NetworkModel) => model.securityGroups.map((one) => one.rules),
    ],
    ['routeTables', 'rt-hub', (model: NetworkModel) => model.routeTables.map((one) => one.routes)],
    [
      'natGateways',
      'ng-ml-weu',
      (model: NetworkModel) => model.natGateways.map((one) => one.publicAddresses),
    ],
  ])(
    'a forbidden list of %s makes the associated resources of subnets unknown',
    async (type, name, parts) => {
      const { azure, sample } = connectSample();
      sample.access.deny({
        scope: `/subscriptions/${sample.subscriptionId}`,
        verbs: ['read'],
        type: `Microsoft.Network/${type}`,
      });
      const read = parts(await azure.read.networks(sample.subscriptionId, noStop));
      const scopes = ['rg-network-prod', 'rg-risk-platform'];
      expect(scopes.map((scope) => readForbidden(name, scope))).toContainEqual(
        read.find((one) => !one.known && one.because.values?.['name'] === name),
      );
      expect(read.some((one) => one.known)).toBe(false);
    },
  );

  test('forbidden private endpoints are unknown, not an empty list', async () => {
    const { azure, sample } = connectSample();
    const scope = `/subscriptions/${sample.subscriptionId}`;
    sample.access.deny({ scope, verbs: ['read'], type: 'Microsoft.Network/privateEndpoints' });
    const { privateEndpoints } = await azure.read.networks(sample.subscriptionId, noStop);
    expect(privateEndpoints).toEqual(readForbidden('privateEndpoints', sample.subscriptionId));
  });

  test('the read fails as forbidden if the networks themselves can’t be listed', async () => {
    const { azure, sample } = connectSample();
    const scope = `/subscriptions/${sample.subscriptionId}`;
    sample.access.deny({ scope, verbs: ['read'], type: 'Microsoft.Network/virtualNetworks' });
    const failure = await failureOf(azure.read.networks(sample.subscriptionId, noStop));
    expect([failure.code, failure.details.serviceCode]).toEqual(['forbidden', 'AuthorizationFailed']);
  });

  test('any other failure of one list fails the read, and isn’t an unknown', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ match: '/routeTables', status: 400, code: 'Strange', times: 9 });
    expect((await failureOf(azure.read.networks(sample.subscriptionId, noStop))).code).toBe('refused');
  });
});

describe('refreshing one subnet', () => {
  test('shows changes of its NSG, and leaves the rest of the model alone', async () => {
    const { azure, sample } = connectSample();
    const before = await azure.read.networks(sample.subscriptionId, noStop);
    const nsg = idOf('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
    const rules = (model: NetworkModel) =>
      model.securityGroups
        .filter((one) => one.id.toLowerCase() === nsg.toLowerCase())
        .map((one) => one.rules);
    const name = (await addRule(azure, before, nsg)).name;
    const after = await azure.read.refreshSubnet(before, training, noStop);
    expect(JSON.stringify(rules(before))).not.toContain(name);
    expect(JSON.stringify(rules(after))).toContain(name);
    expect(after.securityGroups).toHaveLength(before.securityGroups.length);
    const others = (model: NetworkModel) =>
      model.virtualNetworks.filter((one) => one.name !== 'vnet-ml-prod-weu');
    expect(others(after)).toEqual(others(before));
  });

  test('costs one round of calls', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const before = sample.traffic.length;
    await azure.read.refreshSubnet(model, training, noStop);
    const kinds = sample.traffic.slice(before).map((one) => one.path.split('/').slice(7).join('/'));
    expect(kinds.sort()).toEqual([
      'natGateways/ng-ml-weu',
      'networkSecurityGroups/nsg-training',
      'virtualNetworks/vnet-ml-prod-weu',
      'virtualNetworks/vnet-ml-prod-weu/listNetworkManagerEffectiveSecurityAdminRules',
      'virtualNetworks/vnet-ml-prod-weu/usages',
    ]);
  });

  test('reports an NSG that can’t be read anymore as unknown, not as it was', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const scope = idOf('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
    sample.access.deny({ scope, verbs: ['read'] });
    const fresh = await azure.read.refreshSubnet(model, training, noStop);
    const held = securityGroupOf(fresh, findSubnet(fresh, training)!.subnet);
    expect(held.known && held.value?.rules).toEqual(readForbidden('nsg-training', 'rg-network-prod'));
  });

  test('refreshes an NSG alone with one call, and leaves everything else as it was', async () => {
    const { azure, sample } = connectSample();
    const before = await azure.read.networks(sample.subscriptionId, noStop);
    const nsg = idOf('rg-network-dev', 'networkSecurityGroups', 'nsg-vm-dsvm-churn');
    const { name } = await addRule(azure, before, nsg);
    const calls = sample.traffic.length;
    const after = await azure.read.refreshSecurityGroup(before, nsg.toUpperCase(), noStop);
    expect(sample.traffic).toHaveLength(calls + 1);
    const rules = (model: NetworkModel) =>
      JSON.stringify(model.securityGroups.find(({ id }) => sameId(id, nsg)));
    expect([rules(before).includes(name), rules(after).includes(name)]).toEqual([false, true]);
    const others = (model: NetworkModel) => model.securityGroups.filter(({ id }) => !sameId(id, nsg));
    expect(others(after)).toEqual(others(before));
    expect(after.virtualNetworks).toBe(before.virtualNetworks);
  });

  test('reads its service endpoint policies, and reports one that can’t be read', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const routed = subnetIn('rg-regulated', 'vnet-regulated-weu', 'snet-train-routed');
    const policies = async () =>
      (await azure.read.refreshSubnet(model, routed, noStop)).endpointPolicies?.map((one) => [
        one.name,
        one.resources,
      ]);
    const accounts = idOf('rg-ml-prod', 'x', 'y').split('/providers/')[0];
    expect(await policies()).toEqual([['sep-own-accounts', known([accounts])]]);
    const scope = idOf('rg-regulated', 'serviceEndpointPolicies', 'sep-own-accounts');
    sample.access.deny({ scope, verbs: ['read'] });
    expect(await policies()).toEqual([
      ['sep-own-accounts', readForbidden('sep-own-accounts', 'rg-regulated')],
    ]);
  });

  test('reports a subnet that isn’t in the model as not found', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    expect((await failureOf(azure.read.refreshSubnet(model, `${training}-2`, noStop))).code).toBe('notFound');
  });
});

describe('refreshing one subnet, with handwritten responses', () => {
  const nsg = (name: string) =>
    resourceBody('networkSecurityGroups', name, { securityRules: [ruleBody({})] });
  const usage = (count: number) => ({
    value: [{ id: bodySubnetId.toUpperCase(), currentValue: count, limit: 251 }],
  });
  const endpoint = resourceBody('privateEndpoints', 'pe', {
    subnet: { id: `${bodyNetworkId}/subnets/pl` },
    privateLinkServiceConnections: [{ properties: { privateLinkServiceId: '/t', groupIds: ['blob'] } }],
  });
  const withNic = {
    ...endpoint,
    properties: {
      ...(endpoint['properties'] as object),
      networkInterfaces: [
        { properties: { ipConfigurations: [{ properties: { privateIPAddress: '10.0.7.4' } }] } },
      ],
    },
  };

  function answering(associated: () => string) {
    return connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      const name = pathname.split('/').at(-1)!;
      if (pathname.endsWith('/usages')) return { body: usage(42) };
      if (pathname.endsWith('/privateEndpoints/pe')) return { body: withNic };
      if (pathname.includes('/networkSecurityGroups/')) return { body: nsg(name) };
      const id = `${networkProviderPath}/networkSecurityGroups/${associated()}`;
      const own = networkBody([
        subnet('snet', { networkSecurityGroup: { id }, ipConfigurations: [{ id: '/1' }] }),
      ]);
      if (pathname.endsWith('/virtualNetworks/vnet')) return { body: own };
      const lists: Record<string, unknown[]> = {
        virtualNetworks: [own],
        networkSecurityGroups: [nsg('first'), nsg('second')],
        privateEndpoints: [endpoint],
      };
      return { body: { value: lists[name] ?? [] } };
    });
  }

  test('counts usages exactly, whatever the case of their IDs', async () => {
    const { azure } = answering(() => 'first');
    const model = await azure.read.networks(subscriptionId, noStop);
    expect(findSubnet(model, bodySubnetId)!.subnet.addressesInUse).toEqual(known(1));
    const fresh = await azure.read.refreshSubnet(model, bodySubnetId, noStop);
    expect(findSubnet(fresh, bodySubnetId)!.subnet.addressesInUse).toEqual(known(42));
  });

  test('reads another NSG that was associated meanwhile', async () => {
    let associated = 'first';
    const { azure } = answering(() => associated);
    const model = await azure.read.networks(subscriptionId, noStop);
    associated = 'second';
    const fresh = await azure.read.refreshSubnet(model, bodySubnetId, noStop);
    const held = securityGroupOf(fresh, findSubnet(fresh, bodySubnetId)!.subnet);
    expect(held.known && held.value?.name).toBe('second');
    expect(findVirtualNetwork(fresh, bodyNetworkId)).toBeDefined();
  });

  test('reads the address of a private endpoint with a zone group from its NIC', async () => {
    const { azure, asked } = answering(() => 'first');
    const model = await azure.read.networks(subscriptionId, noStop);
    expect(model.privateEndpoints.known && model.privateEndpoints.value[0]!.addresses.known).toBe(false);
    const fresh = await azure.read.refreshSubnet(model, bodySubnetId, noStop);
    expect(fresh.privateEndpoints.known && fresh.privateEndpoints.value[0]!.addresses).toEqual(
      known(['10.0.7.4']),
    );
    const [call] = asked.filter((one) => new URL(one.url).pathname.endsWith('/privateEndpoints/pe'));
    expect(new URL(call!.url).searchParams.get('$expand')).toBe('networkInterfaces');
  });
});

/** Adds a rule, as another user. */
async function addRule(
  azure: ReturnType<typeof connectSample>['azure'],
  model: NetworkModel,
  into: string,
): Promise<{ name: string }> {
  const name = 'Allow-Somebody';
  const rule = {
    name,
    why: { key: 'x' },
    priority: 333,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sources: ['VirtualNetwork'],
    destinations: ['AzureMonitor'],
    destinationPorts: ['443'],
  } as const;
  const outcome = await azure.change.apply(
    {
      model,
      changes: [{ type: 'rule', id: into, before: null, after: rule }],
      describe: () => 'By somebody.',
      done: [],
    },
    () => undefined,
    noStop,
  );
  expect(outcome.refused).toBeNull();
  return { name };
}
