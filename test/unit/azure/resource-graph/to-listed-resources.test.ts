import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/azure/json';
import { listQuery, toListedResources } from '../../../../src/azure/resource-graph/to-listed-resources';
import { createClients } from '../../../../src/azure/clients';
import { sdkSenders } from '../../../../src/azure/clients/sdk-senders';
import { queryGraph } from '../../../../src/azure/resource-graph/query-graph';
import { connectAzure } from '../../../../src/azure/connect';
import { connectivity, researchSubscription } from '../../../../src/sandbox/sample/names';
import { createSampleAzure } from '../../../../src/sandbox/sample/create-sample-azure';
import { publicTags } from '../sample';

const subscription = '00000000-0000-4000-8000-000000000001';
const base = {
  id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw`,
  name: 'mlw',
  type: 'microsoft.machinelearningservices/workspaces',
};

const workspaceOf = (row: JsonObject) =>
  toListedResources([{ ...base, ...row }], [subscription.toUpperCase()]).get(subscription)?.workspaces[0];

describe('a workspace that Resource Graph lists', () => {
  // An older API version, a type without the member, and damaged values.
  test.each([
    {},
    { managedNetwork: null },
    { managedNetwork: '' },
    { managedNetwork: 5 },
    { managedNetwork: {} },
    { managedNetwork: 'Other' },
  ])('with %j never reads as not managed', (row) => {
    expect(workspaceOf(row)?.managedNetwork.known).toBe(false);
  });

  test.each([
    ['AllowInternetOutbound', 'allow-internet-outbound'],
    ['allowonlyapprovedoutbound', 'allow-only-approved-outbound'],
    ['Disabled', 'disabled'],
  ])('shows the mode %s', (managedNetwork, value) => {
    expect(workspaceOf({ managedNetwork })?.managedNetwork).toEqual({ known: true, value });
  });

  test('doesn’t have any other member that results depend on', () => {
    const row = {
      location: 'West Europe',
      kind: 'Hub',
      properties: { hbiWorkspace: true, privateEndpointConnections: [] },
    };
    expect(Object.keys(workspaceOf(row) ?? {}).sort()).toEqual(
      ['hubId', 'id', 'kind', 'location', 'managedNetwork', 'name', 'resourceGroup', 'subscriptionId'].sort(),
    );
  });
});

describe('rows of Resource Graph', () => {
  test('of a resource that pages repeat appear once', () => {
    const listed = toListedResources([base, { ...base, id: base.id.toUpperCase() }], [subscription]);
    expect(listed.get(subscription)?.workspaces).toHaveLength(1);
  });

  test.each([{}, { id: '' }, { id: '/subscriptions/another/resourceGroups/rg' }, { id: 7 }])(
    'that aren’t resources of the subscriptions are refused as a whole: %j',
    (row) => {
      expect(toListedResources([base, row], [subscription]).size).toBe(0);
    },
  );

  test('of the sample have the networks and workspaces that Azure Resource Manager lists', async () => {
    const sample = createSampleAzure({ tags: publicTags() });
    const options = { credential: sample.credential, httpClient: sample.httpClient };
    const { read } = connectAzure(options);
    const signal = new AbortController().signal;
    const ids = [researchSubscription.id, connectivity.id];
    const { rows } = await queryGraph(
      { clients: createClients(options, sdkSenders), signal },
      { subscriptions: [researchSubscription.id], query: listQuery },
    );
    const listed = toListedResources(rows, ids).get(researchSubscription.id);
    const workspaces = await read.workspaces(researchSubscription.id, signal);
    const { virtualNetworks, privateEndpoints } = await read.networks(researchSubscription.id, signal);
    const byId = <T extends { readonly id: string }>(all: readonly T[] = []) =>
      [...all].sort((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));
    const shown = ({ id, name, kind, hubId, location }: (typeof workspaces)[number]) => ({
      id,
      name,
      kind,
      hubId,
      location,
    });
    expect(byId(listed?.workspaces as typeof workspaces).map(shown)).toEqual(byId(workspaces).map(shown));
    // Each mode that Resource Graph states is the workspace's.
    const stated = (listed?.workspaces ?? []).filter((one) => one.managedNetwork.known);
    expect(stated.length).toBeGreaterThan(0);
    for (const one of stated) {
      expect(one.managedNetwork).toEqual(workspaces.find(({ id }) => id === one.id)?.managedNetwork);
    }
    const endpoints = privateEndpoints.known ? privateEndpoints.value : [];
    const isUsed = (id: string): boolean =>
      endpoints.some(
        ({ targetId, subnetId }) =>
          /machinelearningservices\/workspaces\//i.test(targetId) && subnetId.startsWith(`${id}/`),
      );
    expect(byId(listed?.networks)).toEqual(
      byId(virtualNetworks).map(({ id, name, addressPrefixes }) => ({
        id,
        name,
        addressPrefixes,
        hasWorkspaceEndpoint: isUsed(id),
      })),
    );
  });
});
