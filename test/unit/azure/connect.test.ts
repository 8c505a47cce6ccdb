import { describe, expect, test } from 'vitest';
import type { Azure } from '../../../src/azure/ports';
import { sampleSubnetId, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId } from './answering';
import { connectSample, failureOf, noStop } from './sample';

describe('what an account can access', () => {
  test('lists subscriptions with their tenant', async () => {
    const { azure, sample } = connectSample();
    expect(await azure.read.subscriptions(noStop)).toEqual([
      { id: sample.subscriptionId, name: 'Contoso Research', tenantId: sample.tenantId },
    ]);
  });

  test('shows the ID of a subscription that doesn’t have a name', async () => {
    const { azure } = connectAnswering(() => ({
      body: { value: [{ subscriptionId }, { id: 'no id of its own' }] },
    }));
    expect(await azure.read.subscriptions(noStop)).toEqual([
      { id: subscriptionId, name: subscriptionId, tenantId: '' },
    ]);
  });

  test('lists every page of subscriptions', async () => {
    const link = 'https://management.azure.com/subscriptions?api-version=2022-12-01&page=';
    const page = (count: number): unknown => ({
      value: [{ subscriptionId: `id-${count}`, displayName: `Name ${count}`, tenantId: 'tenant' }],
      ...(count < 3 ? { nextLink: `${link}${count + 1}` } : {}),
    });
    const { azure } = connectAnswering((_request, count) => ({ body: page(count) }));
    const names = (await azure.read.subscriptions(noStop)).map((one) => one.name);
    expect(names).toEqual(['Name 1', 'Name 2', 'Name 3']);
  });

  test('reports a subscription without access as forbidden, in Azure’s words', async () => {
    const { azure } = connectSample();
    const failure = await failureOf(azure.read.networks('c0a1b2d3-77e4-4f0a-8b1c-2d3e4f506172', noStop));
    expect([failure.code, failure.details.serviceCode]).toEqual(['forbidden', 'AuthorizationFailed']);
  });
});

describe('a refusal keeps Azure’s message, for each way to send the request', () => {
  const refused = { status: 400, code: 'Strange', message: 'It is strange.', times: 9 };
  const details = { serviceCode: 'Strange', serviceMessage: 'It is strange.', status: 400 };
  const subnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');
  const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

  test.each([
    ['a list by the SDK client', (azure: Azure) => azure.read.subscriptions(noStop)],
    ['a list by pages', (azure: Azure, id: string) => azure.read.networks(id, noStop)],
    ['service tags', (azure: Azure, id: string) => azure.read.serviceTags(id, 'westeurope', noStop)],
    ['a workspace', (azure: Azure) => azure.read.workspace(fraud, noStop)],
    ['computes', (azure: Azure) => azure.computes.list(fraud, noStop)],
    ['sizes', (azure: Azure, id: string) => azure.read.vmSizes(id, 'westeurope', noStop)],
  ])('%s', async (_why, ask) => {
    const { azure, sample } = connectSample();
    sample.faults.next(refused);
    const { code, details } = await failureOf(ask(azure, sample.subscriptionId));
    expect([code, details]).toEqual(['refused', { ...details, requestId: details.requestId }]);
    expect(details.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('one network', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    sample.faults.next({ ...refused, match: 'vnet-ml-prod-weu' });
    expect((await failureOf(azure.read.refreshSubnet(model, subnet, noStop))).details).toMatchObject(details);
  });
});

describe('service tags', () => {
  test('lists the tags as Azure publishes them now', async () => {
    const { azure, sample } = connectSample();
    const before = Date.now();
    const live = await azure.read.serviceTags(sample.subscriptionId, 'westeurope', noStop);
    expect(live.tags['AzureMachineLearning']?.length).toBeGreaterThan(200);
    expect(live.changeNumber).toMatch(/^\d+$/);
    expect(Date.parse(live.readAt)).toBeGreaterThanOrEqual(before);
  });

  test('keeps a tag without prefixes as an empty tag', async () => {
    const values = [{ name: 'Empty', properties: {} }, { properties: { addressPrefixes: ['1.2.3.0/24'] } }];
    const { azure } = connectAnswering(() => ({ body: { changeNumber: '7', values } }));
    const live = await azure.read.serviceTags(subscriptionId, 'westeurope', noStop);
    expect([live.changeNumber, live.tags]).toEqual(['7', { Empty: [] }]);
  });
});
