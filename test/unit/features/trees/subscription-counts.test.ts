import { describe, expect, test } from 'vitest';
import { createAzureStore } from '../../../../src/azure-store/azure-store';
import { computeTree } from '../../../../src/features/trees/model/compute-tree';
import { networkTree } from '../../../../src/features/trees/model/network-tree';
import { noTreeOptions, type TreeContext } from '../../../../src/features/trees/model/tree-context';
import type { JsonObject } from '../../../../src/azure/json';
import { speaker } from '../../../support/speaker';
import { shippedTags } from '../../../support/shipped-tags';
import { connectAnswering, type HttpAnswer } from '../../azure/answering';

const ids = Array.from({ length: 40 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
const workspaceIn = (id: string) =>
  `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw`;
const networkIn = (id: string) =>
  `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
/** Subscriptions with a workspace; each has a network. */
const used = ids.slice(0, 3);

type Graph = (body: JsonObject) => HttpAnswer;

/** The rows in pages of 25, as Resource Graph sends them. */
const inPages: Graph = (body) => {
  const rows = [
    ...used.map((id) => ({ id: workspaceIn(id), type: 'microsoft.machinelearningservices/workspaces' })),
    ...ids.map((id) => ({ id: networkIn(id), type: 'microsoft.network/virtualnetworks' })),
  ];
  const from = Number((body['options'] as JsonObject)['$skipToken'] ?? 0);
  const data = rows.slice(from, from + 25);
  const next = from + 25 < rows.length ? { $skipToken: String(from + 25) } : {};
  return { body: { totalRecords: rows.length, count: data.length, data, resultTruncated: 'false', ...next } };
};

/** The trees of an account with these subscriptions, and the requests that they send. */
function openWith(graph: Graph) {
  const { azure, asked } = connectAnswering((request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/resources')) return graph(JSON.parse(String(request.body)) as JsonObject);
    if (pathname === '/subscriptions') {
      const value = ids.map((subscriptionId) => ({
        subscriptionId,
        displayName: subscriptionId,
        tenantId: 't',
        state: 'Enabled',
      }));
      return { body: { value } };
    }
    if (pathname === '/tenants') return { body: { value: [{ tenantId: 't' }] } };
    const id = used.find((one) => pathname.includes(one));
    const value =
      id !== undefined && pathname.endsWith('/workspaces')
        ? [{ id: workspaceIn(id), name: 'mlw', location: 'westeurope', properties: {} }]
        : [];
    return { body: { value } };
  });
  const store = createAzureStore({
    connect: () => Promise.resolve({ azure, cloud: 'public', sample: false, account: 'a', userName: null }),
    shippedTags: () => Promise.resolve(shippedTags('public')),
    now: () => new Date(),
    after: () => undefined,
    log: { debug: () => undefined, info: () => undefined, error: () => undefined } as never,
  });
  const context = (tree: 'compute' | 'networks') =>
    ({
      tree,
      say: speaker('en'),
      reads: store.reads(),
      options: noTreeOptions(),
      creations: new Map(),
      isWatched: () => false,
      confirmed: () => [],
    }) as unknown as TreeContext;
  const sent = (end: string): number => asked.filter(({ url }) => new URL(url).pathname.endsWith(end)).length;
  return { compute: computeTree(context('compute')), networks: networkTree(context('networks')), sent };
}

describe('the first level of the side bar', () => {
  test('lists workspaces only of subscriptions that have some, counted in two pages', async () => {
    const { compute, networks, sent } = openWith(inPages);
    await compute.children(null);
    await expect.poll(() => sent('/workspaces')).toBe(3);
    await networks.children(null);
    const lines = await compute.children(null);
    // Before, these were 40 lists of workspaces.
    expect([sent('/resources'), sent('/workspaces'), sent('/virtualNetworks')]).toEqual([2, 3, 0]);
    expect(lines.map((one) => one.description).filter((one) => one !== '')).toEqual(
      used.map(() => '1 workspace'),
    );
    expect(new Set((await networks.children(null)).map((one) => one.description))).toEqual(
      new Set(['1 virtual network']),
    );
  });

  const failing: Readonly<Record<string, Graph>> = {
    'without permission to query': () => ({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: '' } },
    }),
    'whose sign-in isn’t accepted': () => ({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken', message: '' } },
    }),
    'whose queries are throttled': () => ({
      status: 429,
      headers: { 'retry-after': '100000' },
      body: { error: { code: 'RateLimiting', message: '' } },
    }),
    'whose result is truncated': () => ({
      body: { totalRecords: 9, count: 0, data: [], resultTruncated: 'true' },
    }),
    'whose page is incomplete': () => ({
      body: { totalRecords: 1, count: 1, data: [], resultTruncated: 'false' },
    }),
    'without readable counts': () => ({
      body: { totalRecords: 0, count: 0, data: [], resultTruncated: 'false' },
    }),
  };
  test.each(Object.keys(failing))(
    'lists the workspaces of every subscription for an account %s',
    async (name) => {
      const { compute, sent } = openWith(failing[name] ?? inPages);
      await compute.children(null);
      await expect.poll(() => sent('/workspaces')).toBe(ids.length);
    },
  );
});
