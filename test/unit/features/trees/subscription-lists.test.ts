import { describe, expect, test } from 'vitest';
import { createAzureStore } from '../../../../src/azure-store/azure-store';
import { computeTree } from '../../../../src/features/trees/model/compute-tree';
import type { TreeNode } from '../../../../src/features/trees/model/node';
import { networkTree } from '../../../../src/features/trees/model/network-tree';
import type { Tree } from '../../../../src/features/trees/model/tree';
import { noTreeOptions, type TreeContext } from '../../../../src/features/trees/model/tree-context';
import type { JsonObject } from '../../../../src/azure/json';
import { messagesIn } from '../../../support/messages-in';
import { shippedTags } from '../../../support/shipped-tags';
import { connectAnswering, type HttpAnswer } from '../../azure/answering';

const ids = Array.from({ length: 40 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
const workspaceIn = (id: string, name = 'mlw') =>
  `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/${name}`;
const networkIn = (id: string) =>
  `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
/** Subscriptions with a workspace and its private endpoint; each subscription has a network. */
const used = ids.slice(0, 3);
const [first = ''] = used;

type Graph = (body: JsonObject) => HttpAnswer;

const rows: readonly JsonObject[] = [
  ...used.flatMap((id) => [
    {
      id: workspaceIn(id),
      name: 'mlw',
      type: 'microsoft.machinelearningservices/workspaces',
      kind: 'Default',
      location: 'westeurope',
    },
    {
      id: `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe`,
      type: 'microsoft.network/privateendpoints',
      subnet: `${networkIn(id)}/subnets/snet`,
    },
  ]),
  ...ids.map((id) => ({
    id: networkIn(id),
    name: 'vnet',
    type: 'microsoft.network/virtualnetworks',
    prefixes: ['10.0.0.0/16'],
  })),
];

/** The rows in pages of 25, as Resource Graph sends them. */
const inPages: Graph = (body) => {
  const from = Number((body['options'] as JsonObject)['$skipToken'] ?? 0);
  const data = rows.slice(from, from + 25);
  const next = from + 25 < rows.length ? { $skipToken: String(from + 25) } : {};
  return { body: { totalRecords: rows.length, count: data.length, data, resultTruncated: 'false', ...next } };
};

/** The list of workspaces of a subscription in Azure Resource Manager. */
type Listed = (subscriptionId: string) => HttpAnswer;

const asInGraph: Listed = (id) => ({
  body: {
    value: used.includes(id)
      ? [{ id: workspaceIn(id), name: 'mlw', location: 'westeurope', properties: {} }]
      : [],
  },
});

/** Returns the trees of an account with these subscriptions, and the requests that they send. */
function openWith(graph: Graph, listed: Listed = asInGraph) {
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
    return pathname.endsWith('/workspaces') ? listed(pathname.split('/')[2] ?? '') : { body: { value: [] } };
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
      say: messagesIn('en'),
      reads: store.reads(),
      options: noTreeOptions(),
      creations: new Map(),
      isWatched: () => false,
      confirmed: () => [],
    }) as unknown as TreeContext;
  const sent = (...ends: readonly string[]): readonly number[] =>
    ends.map((end) => asked.filter(({ url }) => new URL(url).pathname.endsWith(end)).length);
  return {
    store,
    compute: computeTree(context('compute')),
    networks: networkTree(context('networks')),
    sent,
  };
}

/** Waits until the first level shows the listed subscriptions, and returns its nodes. */
async function firstLevel(tree: Tree): Promise<readonly TreeNode[]> {
  await tree.children(null);
  await expect.poll(async () => (await tree.children(null)).some((one) => one.description !== '')).toBe(true);
  return tree.children(null);
}

async function below(tree: Tree, id: string): Promise<readonly TreeNode[]> {
  const node = (await tree.children(null)).find((one) => one.label === id);
  return node ? tree.children(node) : [];
}

const lists = ['/resources', '/workspaces', '/virtualNetworks'] as const;
const labels = (nodes: readonly TreeNode[]) => nodes.map((one) => one.label);

describe('the side bar with 40 subscriptions', () => {
  test('shows workspaces and networks from the pages of one query', async () => {
    const { compute, networks, sent } = openWith(inPages);
    const described = (await firstLevel(compute)).map((one) => one.description);
    expect(described.filter((one) => one !== '')).toEqual(used.map(() => '1 workspace'));
    expect(new Set((await firstLevel(networks)).map((one) => one.description))).toEqual(
      new Set(['1 virtual network']),
    );
    const [workspace] = await below(compute, first);
    expect([workspace?.label, workspace?.description, workspace?.icon]).toEqual([
      'mlw',
      'West Europe',
      'workspace',
    ]);
    const [network] = await below(networks, first);
    expect([network?.label, network?.description, network?.expand]).toEqual([
      'vnet',
      '10.0.0.0/16',
      'closed',
    ]);
    // Before, these were 3 lists of workspaces, and 1 of networks.
    expect(sent(...lists)).toEqual([2, 0, 0]);
  });

  test('reads a workspace from Azure Resource Manager before it shows its compute resources', async () => {
    const { compute, sent } = openWith(inPages);
    await firstLevel(compute);
    const [workspace] = await below(compute, first);
    await compute.children(workspace ?? null);
    expect(sent('/resources', '/workspaces', '/computes')).toEqual([2, 1, 1]);
  });

  test('shows why a listed workspace can’t be read', async () => {
    const { compute } = openWith(inPages, () => ({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: '' } },
    }));
    await firstLevel(compute);
    const [workspace] = await below(compute, first);
    const [node] = await compute.children(workspace ?? null);
    expect([node?.icon, node?.label]).toEqual(['warning', expect.stringContaining('permission')]);
  });

  test('reads the list of a subscription without rows, because they can also be unreadable', async () => {
    const { compute, networks, sent } = openWith(inPages, () => ({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: '' } },
    }));
    await firstLevel(compute);
    const [node] = await below(compute, ids[7] ?? '');
    expect([node?.icon, node?.label]).toEqual(['warning', expect.stringContaining('permission')]);
    // Azure ML doesn't use the listed network. Only the whole list shows that.
    await below(networks, ids[7] ?? '');
    expect(sent('/workspaces', '/virtualNetworks')).toEqual([1, 1]);
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
    'whose rows are of another subscription': () => ({
      body: { totalRecords: 1, count: 1, data: [{ id: '/subscriptions/x' }], resultTruncated: 'false' },
    }),
    'without readable rows': () => ({
      body: { totalRecords: 0, count: 0, data: [], resultTruncated: 'false' },
    }),
  };
  test.each(Object.keys(failing))(
    'lists the workspaces of every subscription for an account %s',
    async (name) => {
      const { compute, sent } = openWith(failing[name] ?? inPages);
      await compute.children(null);
      await expect.poll(() => sent('/workspaces')).toEqual([ids.length]);
    },
  );
});

describe('after a refresh', () => {
  test('lists come from Azure Resource Manager, because Resource Graph lags behind', async () => {
    let isRenamed = false;
    const { store, compute, networks, sent } = openWith(inPages, (id) =>
      isRenamed && used.includes(id)
        ? { body: { value: [{ id: workspaceIn(id, 'mlw-new'), name: 'mlw-new', properties: {} }] } }
        : asInGraph(id),
    );
    await firstLevel(compute);
    expect(labels(await below(compute, first))).toEqual(['mlw']);
    isRenamed = true;
    store.forget();
    const described = (await firstLevel(compute)).map((one) => one.description);
    expect(described.filter((one) => one !== '')).toEqual(used.map(() => '1 workspace'));
    expect(labels(await below(compute, first))).toEqual(['mlw-new']);
    // The query is sent again only to skip lists. A count of networks could be from before the refresh.
    expect(sent('/resources', '/workspaces')).toEqual([4, 3]);
    expect((await networks.children(null)).every((one) => one.description === '')).toBe(true);
  });

  test('of one subscription, only its lists do', async () => {
    const { store, compute, sent } = openWith(inPages);
    await firstLevel(compute);
    store.reads().refuseListed(first.toUpperCase());
    await below(compute, first);
    await below(compute, used[1] ?? '');
    expect(sent('/resources', '/workspaces')).toEqual([2, 1]);
  });
});
