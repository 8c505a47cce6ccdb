import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/azure/json';
import type { Azure } from '../../../../src/azure/ports';
import { findSubnet } from '../../../../src/core/network/find';
import type { NetworkModel } from '../../../../src/core/network/model';
import type { NewRule, ResourceChange } from '../../../../src/core/resource-change';
import { sampleNetworkId as idOf, sampleSubnetId as subnetIn } from '../../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId } from '../answering';
import { connectSample, noStop } from '../sample';
import { networkProviderPath, networkBody, resourceBody, ruleBody, subnet, bodySubnetId } from './bodies';
import {
  addedRoute,
  addedRule,
  associated,
  created,
  deleted,
  dissociated,
  removedRule,
  setTo,
} from '../../../support/changes';
import { isWrite } from '../../../support/reads-by-post';

const nsg = idOf('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
const table = idOf('rg-risk-platform', 'routeTables', 'rt-hub');

function newRule(name: string, priority: number, more: Partial<NewRule> = {}): NewRule {
  return {
    name,
    why: { key: 'why' },
    priority,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Udp',
    sources: ['VirtualNetwork'],
    destinations: ['AzureMachineLearning'],
    destinationPorts: ['5831'],
    ...more,
  };
}

const insert = addedRule;

function insertRoute(into: string, name: string, destination: string): ResourceChange {
  const route = { name, destination, nextHop: 'Internet' as const, nextHopAddress: null };
  return addedRoute(into, route);
}

interface Opened extends ReturnType<typeof connectSample> {
  readonly model: NetworkModel;
}

async function open(): Promise<Opened> {
  const opened = connectSample();
  return { ...opened, model: await opened.azure.read.networks(opened.sample.subscriptionId, noStop) };
}

const apply = (azure: Azure, model: NetworkModel, steps: readonly ResourceChange[], words = 'Because.') =>
  azure.change.apply({ model, changes: steps, describe: () => words, done: [] }, ignore, noStop);

const ignore = (): void => undefined;

const rulesOf = (model: NetworkModel, id: string) => {
  const found = model.securityGroups.find((one) => one.id.toLowerCase() === id.toLowerCase());
  return found?.rules.known ? found.rules.value : [];
};

const writes = ({ sample }: Pick<Opened, 'sample'>): readonly string[] =>
  sample.traffic.filter(isWrite).map((one) => `${one.method} ${one.path.split('/').at(-1)} ${one.status}`);

describe('rules of an NSG', () => {
  test('are written together in one request, with the preview’s description, and nothing else changes', async () => {
    const opened = await open();
    const { azure, model, sample } = opened;
    const steps = [
      insert(nsg, newRule('Allow-UDP-5831', 125)),
      insert(
        nsg,
        newRule('Allow-Batch', 127, {
          protocol: '*',
          destinations: ['BatchNodeManagement.WestEurope'],
          destinationPorts: ['443', '8443'],
        }),
      ),
    ];
    const describeStep = ({ type, after }: ResourceChange): string =>
      type === 'rule' && after ? `For ${after.name}.` : '';
    const outcome = await azure.change.apply(
      { model, changes: steps, describe: describeStep, done: [] },
      ignore,
      noStop,
    );
    expect(outcome).toEqual({ changed: [nsg], refused: null });
    expect(writes(opened)).toEqual(['PUT nsg-training 200']);

    const after = await azure.read.networks(sample.subscriptionId, noStop);
    const [before, now] = [rulesOf(model, nsg), rulesOf(after, nsg)];
    const names = now.map((one) => one.name);
    expect(names.filter((one) => !before.some((old) => old.name === one))).toEqual([
      'Allow-UDP-5831',
      'Allow-Batch',
    ]);
    expect(now.filter((one) => before.some((old) => old.name === one.name))).toEqual(before);
    expect(now.find((one) => one.name === 'Allow-Batch')).toMatchObject({
      protocol: { value: '*' },
      destinationPorts: { value: ['443', '8443'] },
    });
    const stored = sample.snapshot().resources[`${nsg}/securityRules/Allow-UDP-5831`];
    expect(stored?.['description']).toBe('For Allow-UDP-5831.');
  });

  test('get a description that isn’t longer than Azure accepts', async () => {
    const { azure, model, sample } = await open();
    await apply(azure, model, [insert(nsg, newRule('Allow-Long', 125))], 'x'.repeat(200));
    const stored = sample.snapshot().resources[`${nsg}/securityRules/Allow-Long`];
    expect(stored?.['description']).toBe(`${'x'.repeat(139)}…`);
  });

  test('are found by name, whatever the case', async () => {
    const { azure, model, sample } = await open();
    const before = rulesOf(model, nsg).map((one) => one.name);
    expect(before).toContain('Allow-EntraID');
    const steps: ResourceChange[] = [removedRule(nsg, 'allow-entraid')];
    expect((await apply(azure, model, steps)).refused).toBeNull();
    const after = rulesOf(await azure.read.networks(sample.subscriptionId, noStop), nsg).map(
      (one) => one.name,
    );
    expect(after).toEqual(before.filter((one) => one !== 'Allow-EntraID'));
  });
});

describe('routes of a route table', () => {
  test('are added to the existing routes', async () => {
    const { azure, model, sample } = await open();
    const outcome = await apply(azure, model, [
      insertRoute(table, 'to-aml', 'AzureMachineLearning'),
      insertRoute(table, 'to-batch', 'BatchNodeManagement.WestEurope'),
    ]);
    expect(outcome).toEqual({ changed: [table], refused: null });
    const after = await azure.read.networks(sample.subscriptionId, noStop);
    const routes = after.routeTables.find((one) => one.name === 'rt-hub')!.routes;
    expect(routes.known && routes.value.map((one) => one.name).sort()).toEqual([
      'default-to-hub',
      'hub-and-spokes',
      'to-aml',
      'to-batch',
    ]);
  });
});

describe('a resource that changed since the preview', () => {
  test('nothing is applied if another user added a rule', async () => {
    const opened = await open();
    const { azure, model, sample } = opened;
    await apply(azure, model, [insert(nsg, newRule('Allow-Other', 400))]);
    const seen = writes(opened).length;
    const outcome = await apply(azure, model, [insert(nsg, newRule('Allow-Mine', 125))]);
    expect([outcome.changed, outcome.refused?.code, outcome.refused?.id]).toEqual([[], 'changed', nsg]);
    expect(writes(opened)).toHaveLength(seen);
    const names = rulesOf(await azure.read.networks(sample.subscriptionId, noStop), nsg).map(
      (one) => one.name,
    );
    expect([names.includes('Allow-Other'), names.includes('Allow-Mine')]).toEqual([true, false]);
  });

  test('Azure itself checks the condition between the read and the write', async () => {
    const { azure, model } = await openRacing();
    const outcome = await apply(azure, model, [insert(nsg, newRule('Allow-Mine', 125))]);
    expect([outcome.changed, outcome.refused?.code, outcome.refused?.failure.status]).toEqual([
      [],
      'changed',
      412,
    ]);
  });

  test('is refused if another user created a rule of that name', async () => {
    const opened = await open();
    const outcome = await apply(opened.azure, opened.model, [insert(nsg, newRule('allow-ENTRAID', 125))]);
    expect([outcome.refused?.code, writes(opened)]).toEqual(['changed', []]);
  });

  test('is refused if another user removed the rule to remove', async () => {
    const opened = await open();
    const steps: ResourceChange[] = [removedRule(nsg, 'Never-Was')];
    const outcome = await apply(opened.azure, opened.model, steps);
    expect([outcome.refused?.code, writes(opened)]).toEqual(['changed', []]);
  });
});

/** The NSG changes right after each read. */
async function openRacing(): Promise<Opened> {
  const quiet = await open();
  const { credential, httpClient } = quiet.sample;
  let racing = false;
  const racer = {
    sendRequest: async (request: Parameters<typeof httpClient.sendRequest>[0]) => {
      const response = await httpClient.sendRequest(request);
      if (racing || request.method !== 'GET' || !request.url.includes('/nsg-training?')) return response;
      racing = true;
      const fresh = await quiet.azure.read.networks(quiet.sample.subscriptionId, noStop);
      await apply(quiet.azure, fresh, [insert(nsg, newRule('Allow-Racer', 401))]);
      return response;
    },
  };
  return { ...quiet, azure: connectSample({}, { credential, httpClient: racer }).azure };
}

describe('a refusal', () => {
  test('ends the write, reports the earlier changes, and leaves out the later ones', async () => {
    const opened = await open();
    const { azure, model, sample } = opened;
    const other = idOf('rg-network-prod', 'networkSecurityGroups', 'nsg-sandbox');
    const steps = [
      insert(nsg, newRule('Allow-First', 125)),
      insert(other, newRule('Allow-Clash', 110)),
      insertRoute(table, 'to-aml', 'AzureMachineLearning'),
    ];
    const outcome = await apply(azure, model, steps);
    expect(outcome.changed).toEqual([nsg]);
    expect(outcome.refused).toMatchObject({ id: other, code: 'refused', failure: { status: 400 } });
    expect(outcome.refused?.failure.serviceCode).toBe('SecurityRuleConflict');
    expect(outcome.refused?.failure.serviceMessage).toContain('Allow-EntraID');
    expect(writes(opened)).toEqual(['PUT nsg-training 200', 'PUT nsg-sandbox 400']);
    const after = await azure.read.networks(sample.subscriptionId, noStop);
    expect(rulesOf(after, other)).toEqual(rulesOf(model, other));
  });

  test('is forbidden if the role to write is missing', async () => {
    const { azure, model, sample } = await open();
    sample.access.deny({ scope: nsg, verbs: ['write'] });
    const outcome = await apply(azure, model, [insert(nsg, newRule('Allow-Mine', 125))]);
    expect([outcome.refused?.code, outcome.refused?.failure.serviceCode]).toEqual([
      'forbidden',
      'AuthorizationFailed',
    ]);
  });

  test('of an operation that fails later has Azure’s message and the ID of the write', async () => {
    const { azure, model, sample } = await open();
    sample.faults.next({
      kind: 'operation',
      match: 'nsg-training',
      code: 'InternalTrouble',
      message: 'It broke.',
    });
    const { refused } = await apply(azure, model, [insert(nsg, newRule('Allow-Mine', 125))]);
    expect(refused).toMatchObject({
      code: 'refused',
      failure: { serviceCode: 'InternalTrouble', serviceMessage: 'It broke.' },
    });
    expect(refused?.failure.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('before the start changes nothing', async () => {
    const opened = await open();
    const steps = [insert(nsg, newRule('Allow-Mine', 125))];
    const outcome = await opened.azure.change.apply(
      { model: opened.model, changes: steps, describe: () => '', done: [] },
      ignore,
      AbortSignal.abort(),
    );
    expect([outcome.changed, outcome.refused?.code, writes(opened)]).toEqual([[], 'cancelled', []]);
  });
});

describe('unfamiliar properties', () => {
  test('are kept: the whole body is sent back as it was read', async () => {
    const strange = {
      later: { invented: [1, null, 'x'] },
      securityRules: [{ ...ruleBody({}), zones: ['1'] }],
    };
    const held: JsonObject = { ...resourceBody('networkSecurityGroups', 'nsg', strange), newTop: { a: 1 } };
    const { azure, asked } = connectAnswering(() => ({ body: held }));
    const into = `${networkProviderPath}/networkSecurityGroups/nsg`;
    const outcome = await apply(azure, emptyWith(into, 'W/"1"'), [insert(into, newRule('New', 200))]);
    expect(outcome.refused).toBeNull();
    const [read, put] = asked;
    const sent = JSON.parse(String(put!.body)) as JsonObject;
    const properties = sent['properties'] as { readonly securityRules: readonly JsonObject[] };
    expect(properties.securityRules.map((one) => one['name'])).toEqual(['Allow', 'New']);
    const securityRules = properties.securityRules.slice(0, -1);
    expect({ ...sent, properties: { ...properties, securityRules } }).toEqual(held);
    expect(put!.headers.get('if-match')).toBe('W/"1"');
    expect(new URL(put!.url).search).toBe(new URL(read!.url).search);
  });

  test('one value is written to the singular member, several to the plural member', async () => {
    const { azure, asked } = connectAnswering(() => ({
      body: resourceBody('networkSecurityGroups', 'nsg', { securityRules: [] }),
    }));
    const into = `${networkProviderPath}/networkSecurityGroups/nsg`;
    const two = newRule('New', 200, { sources: ['10.0.0.0/24', '10.0.1.0/24'], destinationPorts: ['*'] });
    await apply(azure, emptyWith(into, 'W/"1"'), [insert(into, two)], '');
    const sent = JSON.parse(String(asked[1]!.body)) as {
      properties: { securityRules: { properties: object }[] };
    };
    expect(sent.properties.securityRules[0]!.properties).toEqual({
      priority: 200,
      direction: 'Outbound',
      access: 'Allow',
      protocol: 'Udp',
      sourcePortRange: '*',
      sourceAddressPrefixes: ['10.0.0.0/24', '10.0.1.0/24'],
      destinationAddressPrefix: 'AzureMachineLearning',
      destinationPortRange: '*',
    });
  });
});

function emptyWith(id: string, etag: string): NetworkModel {
  const nothing = { known: true, value: [] } as const;
  const location = { known: true, value: 'westeurope' } as const;
  return {
    cloud: 'public',
    virtualNetworks: [],
    securityGroups: [{ id, name: 'nsg', location, rules: nothing, usedBy: nothing, etag }],
    routeTables: [],
    natGateways: [],
    privateEndpoints: nothing,
    firewalls: [],
  };
}

describe('new resources', () => {
  const bare = subnetIn('rg-network-prod', 'vnet-ml-prod-neu', 'snet-data');
  const location = 'northeurope';
  const id = (type: string, name: string) => idOf('rg-network-prod', type, name);

  test('for outbound access are created in order: address, gateway, subnet', async () => {
    const opened = await open();
    const { azure, model, sample } = opened;
    const [address, gateway] = [id('publicIPAddresses', 'pip-new'), id('natGateways', 'ng-new')];
    const outcome = await apply(azure, model, [
      created('publicIpAddress', address, location),
      created('natGateway', gateway, location),
      associated('publicIpAddress', address, gateway),
      associated('natGateway', gateway, bare),
    ]);
    expect(outcome).toEqual({ changed: [address, gateway, bare], refused: null });
    const after = await azure.read.networks(sample.subscriptionId, noStop);
    const { subnet: held } = findSubnet(after, bare)!;
    expect(held).toEqual({ ...findSubnet(model, bare)!.subnet, natGateway: { known: true, value: gateway } });
    expect(after.natGateways.find((one) => one.name === 'ng-new')?.publicAddresses).toEqual({
      known: true,
      value: 1,
    });
  });

  test('an NSG is created with its rules in one write, then associated with the subnet', async () => {
    const opened = await open();
    const { azure, model } = opened;
    const fresh = id('networkSecurityGroups', 'nsg-new');
    const outcome = await apply(azure, model, [
      created('securityGroup', fresh, location),
      insert(fresh, newRule('Allow-UDP-5831', 125)),
      associated('securityGroup', fresh, bare),
    ]);
    expect(outcome).toEqual({ changed: [fresh, bare], refused: null });
    expect(writes(opened)).toEqual(['PUT nsg-new 201', 'PUT snet-data 200']);
  });

  test('an interrupted attempt continues where it stopped, and created resources can be removed', async () => {
    const opened = await open();
    const { azure, model, sample } = opened;
    const [address, gateway] = [id('publicIPAddresses', 'pip-new'), id('natGateways', 'ng-new')];
    const steps: ResourceChange[] = [
      created('publicIpAddress', address, location),
      created('natGateway', gateway, location),
      associated('publicIpAddress', address, gateway),
      associated('natGateway', gateway, bare),
    ];
    sample.faults.next({ status: 400, code: 'No', message: 'No.', method: 'PUT', match: 'ng-new' });
    const first = await apply(azure, model, steps);
    expect([first.changed, first.refused?.id]).toEqual([[address], gateway]);
    const events: string[] = [];
    const again = await azure.change.apply(
      { model, changes: steps, describe: () => '', done: first.changed },
      (event) => events.push(`${event.is} ${event.id.split('/').at(-1)}`),
      noStop,
    );
    expect(again).toEqual({ changed: [address, gateway, bare], refused: null });
    expect(events).toEqual(['started ng-new', 'changed ng-new', 'started snet-data', 'changed snet-data']);

    const after = await azure.read.networks(sample.subscriptionId, noStop);
    const undone = await apply(azure, after, [
      dissociated('natGateway', gateway, bare),
      deleted('natGateway', gateway),
      deleted('publicIpAddress', address),
    ]);
    expect(undone).toEqual({ changed: [bare, gateway, address], refused: null });
    const end = await azure.read.networks(sample.subscriptionId, noStop);
    expect(findSubnet(end, bare)!.subnet).toEqual(findSubnet(model, bare)!.subnet);
    expect(end.natGateways).toEqual(model.natGateways);
    expect(sample.snapshot().resources[address]).toBeUndefined();
    // A resource that is already gone isn't an error.
    expect((await apply(azure, end, [deleted('natGateway', gateway)])).refused).toBeNull();
  });

  test('an address is added to a gateway without one, and nothing else changes', async () => {
    const held = resourceBody('natGateways', 'ng', {
      publicIpAddresses: [{ id: '/old' }],
      idleTimeoutInMinutes: 9,
    });
    const { azure, asked } = connectAnswering(() => ({ body: held }));
    const to = `${networkProviderPath}/natGateways/ng`;
    await apply(azure, emptyWith('/none', ''), [associated('publicIpAddress', '/new', to)]);
    expect(JSON.parse(String(asked[1]!.body))).toMatchObject({
      properties: { publicIpAddresses: [{ id: '/old' }, { id: '/new' }], idleTimeoutInMinutes: 9 },
    });
    await apply(azure, emptyWith('/none', ''), [dissociated('publicIpAddress', '/OLD', to)]);
    expect(JSON.parse(String(asked[3]!.body))).toMatchObject({ properties: { publicIpAddresses: [] } });
  });

  test('a name that is taken is never overwritten', async () => {
    const opened = await open();
    const outcome = await apply(opened.azure, opened.model, [created('securityGroup', nsg, 'westeurope')]);
    expect([outcome.refused?.code, writes(opened)]).toEqual(['conflict', []]);
  });
});

describe('a subnet', () => {
  async function associateTo(seen: JsonObject, now: JsonObject) {
    const { azure, asked } = connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      if (pathname.includes('/subnets/')) return { body: subnet('snet', now) };
      const networks = pathname.endsWith('/virtualNetworks') ? [networkBody([subnet('snet', seen)])] : [];
      return { body: { value: networks } };
    });
    const model = await azure.read.networks(subscriptionId, noStop);
    const steps: ResourceChange[] = [associated('routeTable', '/new-table', bodySubnetId)];
    return { outcome: await apply(azure, model, steps), puts: asked.filter((one) => one.method === 'PUT') };
  }

  test('is written with an API version in which an omitted member keeps the outbound access', async () => {
    const { outcome, puts } = await associateTo({}, {});
    expect(outcome.refused).toBeNull();
    expect(new URL(puts[0]!.url).searchParams.get('api-version')).toBe('2025-05-01');
    expect(String(puts[0]!.body)).not.toContain('defaultOutboundAccess');
    expect(String(puts[0]!.body)).toContain('"routeTable":{"id":"/new-table"}');
  });

  test('isn’t changed by machines that are added or removed', async () => {
    const { outcome } = await associateTo({}, { ipConfigurations: [{ id: '/1' }] });
    expect(outcome.refused).toBeNull();
  });

  test('that uses another route table meanwhile has changed', async () => {
    const { outcome, puts } = await associateTo({}, { routeTable: { id: '/theirs' } });
    expect([outcome.refused?.code, puts.length]).toEqual(['changed', 0]);
  });

  test('is delegated to another service, or to none', async () => {
    const { azure, asked } = connectAnswering(() => ({ body: subnet('snet', {}) }));
    const services = ['Microsoft.Web/serverFarms'];
    const steps: ResourceChange[] = [setTo(bodySubnetId, { delegations: services })];
    await apply(azure, emptyWith('/none', ''), steps);
    expect(JSON.parse(String(asked[1]!.body))).toMatchObject({
      properties: {
        delegations: [
          { name: 'Microsoft.Web.serverFarms', properties: { serviceName: 'Microsoft.Web/serverFarms' } },
        ],
      },
    });
  });

  test('that was delegated to another service meanwhile has changed', async () => {
    const delegations = [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms' } }];
    const { outcome, puts } = await associateTo({}, { delegations });
    expect([outcome.refused?.code, puts.length]).toEqual(['changed', 0]);
  });
});
