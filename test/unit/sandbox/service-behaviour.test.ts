import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { all, openSampleClients, refusalOf } from './clients';
import { rawClient } from './raw-client';

describe('as ARM responds', () => {
  test('every response has IDs, and errors have ARM’s shape', async () => {
    const sample = openSampleClients();
    const answer = await rawClient(sample)(
      `/subscriptions/${sample.azure.subscriptionId}/resourceGroups/rg-nowhere?api-version=2025-04-01`,
    );
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: {
        code: 'ResourceGroupNotFound',
        message: "Resource group 'rg-nowhere' could not be found.",
        details: [],
      },
    });
    expect(answer.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-ms-correlation-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['2022-01-01', '2024-05-01', '2026-01-01', '2025-01-01-preview'])(
    'API version %s is accepted',
    async (version) => {
      const sample = openSampleClients();
      const path = `/subscriptions/${sample.azure.subscriptionId}/providers/Microsoft.Network/virtualNetworks`;
      expect((await rawClient(sample)(`${path}?api-version=${version}`)).status).toBe(200);
    },
  );

  test('a missing or invalid API version is refused', async () => {
    const call = rawClient(openSampleClients());
    expect((await call('/subscriptions')).body.error.code).toBe('MissingApiVersionParameter');
    expect((await call('/subscriptions?api-version=latest')).body.error.code).toBe(
      'InvalidApiVersionParameter',
    );
  });

  test('paths in any case and with double slashes', async () => {
    const sample = openSampleClients();
    const path = `/SUBSCRIPTIONS/${sample.azure.subscriptionId.toUpperCase()}/resourcegroups/RG-NETWORK-PROD/PROVIDERS/microsoft.network//VIRTUALNETWORKS/VNET-ML-PROD-WEU`;
    const answer = await rawClient(sample)(`${path}?api-version=2024-05-01`);
    expect(answer.body.name).toBe('vnet-ml-prod-weu');
    expect(answer.headers.get('etag')).toBe(answer.body.etag);
  });

  test('a body that isn’t JSON, an unknown method, an unknown type', async () => {
    const sample = openSampleClients();
    const group = `/subscriptions/${sample.azure.subscriptionId}/resourceGroups/rg-network-prod`;
    const call = rawClient(sample);
    const table = `${group}/providers/Microsoft.Network/routeTables/rt?api-version=2024-05-01`;
    expect((await call(table, 'PUT', '{')).body.error.code).toBe('InvalidRequestContent');
    expect((await call(table, 'POST')).status).toBe(405);
    expect(
      (await call(`${group}/providers/Microsoft.Web/sites/x?api-version=2024-05-01`)).body.error.code,
    ).toBe('InvalidResourceType');
  });

  test('404 of a subscription, resource group, resource, and child', async () => {
    const { network, subscriptions, learning } = openSampleClients();
    expect(
      await refusalOf(subscriptions.subscriptions.get('00000000-0000-0000-0000-000000000001')),
    ).toMatchObject({ status: 404, code: 'SubscriptionNotFound' });
    expect(await refusalOf(network.virtualNetworks.get('rg-nowhere', 'x'))).toMatchObject({
      status: 404,
      code: 'ResourceGroupNotFound',
    });
    expect(await refusalOf(network.virtualNetworks.get('rg-lab', 'x'))).toMatchObject({
      status: 404,
      code: 'ResourceNotFound',
    });
    expect(await refusalOf(network.subnets.get('rg-lab', 'vnet-lab-docker', 'x'))).toMatchObject({
      status: 404,
      code: 'NotFound',
    });
    expect(await refusalOf(learning.workspaces.get('rg-ml-prod', 'x'))).toMatchObject({
      status: 404,
      code: 'ResourceNotFound',
    });
    expect(
      (await refusalOf(learning.computeOperations.get('rg-ml-prod', 'mlw-fraud-prod', 'x'))).status,
    ).toBe(404);
  });
});

describe('permissions', () => {
  test('a request without a token is 401', async () => {
    const { azure } = openSampleClients();
    const answer = await azure.httpClient.sendRequest(
      createPipelineRequest({ url: 'https://management.azure.com/subscriptions?api-version=2022-12-01' }),
    );
    expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
  });

  test('the hub subscription returns 403 with the service’s message', async () => {
    const sample = openSampleClients();
    const { NetworkManagementClient } = await import('@azure/arm-network');
    const hub = new NetworkManagementClient(sample.azure.credential, 'c0a1b2d3-77e4-4f0a-8b1c-2d3e4f506172', {
      httpClient: sample.azure.httpClient,
    });
    const refusal = await refusalOf(hub.virtualNetworks.get('rg-hub', 'vnet-hub-weu'));
    expect(refusal).toMatchObject({ status: 403, code: 'AuthorizationFailed' });
    expect(refusal.message).toContain(
      "does not have authorization to perform action 'Microsoft.Network/virtualNetworks/read'",
    );
  });

  test('another team’s NSG can’t be listed or read', async () => {
    const { network } = openSampleClients();
    const subnet = await network.subnets.get('rg-partner', 'vnet-partner-weu', 'snet-partner-train');
    expect(subnet.networkSecurityGroup?.id).toMatch(/nsg-partner$/);
    const names = (await all(network.networkSecurityGroups.listAll())).map((group) => group.name);
    expect(names).toContain('nsg-training');
    expect(names).not.toContain('nsg-partner');
    expect((await refusalOf(network.networkSecurityGroups.get('rg-security-core', 'nsg-partner'))).code).toBe(
      'AuthorizationFailed',
    );
  });

  test('a denied permission can be granted again', async () => {
    const { network, azure } = openSampleClients();
    const scope = `/subscriptions/${azure.subscriptionId}/resourceGroups/rg-network-prod`;
    azure.access.deny({
      scope,
      verbs: ['write'],
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    });
    const put = () =>
      network.securityRules
        .createOrUpdate('rg-network-prod', 'nsg-sandbox', 'x', {
          priority: 500,
          direction: 'Inbound',
          access: 'Deny',
          protocol: '*',
          sourceAddressPrefix: '*',
          sourcePortRange: '*',
          destinationAddressPrefix: '*',
          destinationPortRange: '*',
        })
        .pollUntilDone();
    expect((await refusalOf(put())).status).toBe(403);
    azure.access.allow(scope);
    expect((await put()).name).toBe('x');
  });
});

describe('failures in transit', () => {
  test('the clients retry after 429 with Retry-After', async () => {
    const { network, learning, azure } = openSampleClients();
    azure.faults.next({ match: 'virtualNetworks', status: 429, retryAfter: 0, times: 2 });
    expect((await all(network.virtualNetworks.listAll())).length).toBeGreaterThan(3);
    expect(azure.traffic.map((entry) => entry.status)).toEqual([429, 429, 200]);
    azure.faults.next({ match: /workspaces$/, status: 429, retryAfter: 0 });
    expect(await all(learning.workspaces.listBySubscription())).toHaveLength(8);
  });

  test('503 is retried, and 400 isn’t', async () => {
    const { network, azure } = openSampleClients();
    azure.faults.next({ status: 503, times: 1 });
    expect((await network.virtualNetworks.get('rg-lab', 'vnet-lab-docker')).name).toBe('vnet-lab-docker');
    azure.faults.next({ status: 400, code: 'Odd', message: 'Something odd.' });
    expect(await refusalOf(network.virtualNetworks.get('rg-lab', 'vnet-lab-docker'))).toMatchObject({
      status: 400,
      code: 'Odd',
    });
  });

  test('offline ends as a refused connection after the retries', async () => {
    const { network, azure } = openSampleClients();
    azure.faults.next({ kind: 'offline', times: 10 });
    expect((await refusalOf(network.virtualNetworks.get('rg-lab', 'vnet-lab-docker'))).code).toBe(
      'ECONNREFUSED',
    );
    azure.faults.clear();
    expect((await network.virtualNetworks.get('rg-lab', 'vnet-lab-docker')).name).toBe('vnet-lab-docker');
  });

  test('a request without a response can be aborted', async () => {
    const { network, azure } = openSampleClients();
    azure.faults.next({ kind: 'hang' });
    const call = network.virtualNetworks.get('rg-lab', 'vnet-lab-docker', {
      abortSignal: AbortSignal.timeout(20),
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an expired sign-in is 401', async () => {
    const { network, azure } = openSampleClients();
    azure.faults.next({ status: 401 });
    expect(await refusalOf(network.virtualNetworks.get('rg-lab', 'vnet-lab-docker'))).toMatchObject({
      status: 401,
      code: 'ExpiredAuthenticationToken',
    });
  });

  test('a claims challenge requests a token again, with the claims', async () => {
    const sample = openSampleClients();
    const { NetworkManagementClient } = await import('@azure/arm-network');
    const asked: (string | undefined)[] = [];
    const credential = {
      getToken: (_: string | string[], options?: { claims?: string }) => {
        asked.push(options?.claims);
        return Promise.resolve({ token: `t${asked.length}`, expiresOnTimestamp: Date.now() + 3_600_000 });
      },
    };
    const network = new NetworkManagementClient(credential, sample.azure.subscriptionId, {
      httpClient: sample.azure.httpClient,
    });
    sample.azure.faults.next({ status: 401, claims: '{"access_token":{"nbf":{"essential":true}}}' });
    expect((await network.virtualNetworks.get('rg-lab', 'vnet-lab-docker')).name).toBe('vnet-lab-docker');
    expect(asked).toEqual([undefined, '{"access_token":{"nbf":{"essential":true}}}']);
  });

  test('a long-running operation can fail at its end', async () => {
    const { network, azure } = openSampleClients();
    azure.faults.next({
      kind: 'operation',
      match: 'rt-new',
      code: 'InternalServerError',
      message: 'An error occurred.',
    });
    const write = network.routeTables
      .createOrUpdate('rg-lab', 'rt-new', { location: 'westeurope' })
      .pollUntilDone();
    await expect(write).rejects.toThrow(/InternalServerError/);
    expect((await network.routeTables.get('rg-lab', 'rt-new')).provisioningState).toBe('Failed');
  });
});

describe('long-running operations', () => {
  test('the network provider: Azure-AsyncOperation for a write, Location for a delete', async () => {
    const sample = openSampleClients({ pace: 'lifelike', latency: 0 });
    const call = rawClient(sample);
    const table = `/subscriptions/${sample.azure.subscriptionId}/resourceGroups/rg-lab/providers/Microsoft.Network/routeTables/rt-new?api-version=2024-05-01`;
    const put = await call(table, 'PUT', '{"location":"westeurope"}');
    expect([put.status, put.body.properties.provisioningState, put.headers.get('Retry-After')]).toEqual([
      201,
      'Updating',
      '1',
    ]);
    const status = new URL(put.headers.get('Azure-AsyncOperation') ?? '');
    expect((await call(status.pathname + status.search)).body.status).toBe('InProgress');
    sample.azure.clock.advance(1000);
    expect((await call(status.pathname + status.search)).body).toMatchObject({ status: 'Succeeded' });
    const gone = await call(table, 'DELETE');
    expect(gone.status).toBe(202);
    const location = new URL(gone.headers.get('Location') ?? '');
    expect((await call(location.pathname + location.search)).status).toBe(202);
    sample.azure.clock.advance(1000);
    expect((await call(location.pathname + location.search)).status).toBe(204);
  });

  test('a resource with an operation in progress returns 429 to the next write', async () => {
    const sample = openSampleClients({ pace: 'lifelike', latency: 0 });
    const path = `/subscriptions/${sample.azure.subscriptionId}/resourceGroups/rg-lab/providers/Microsoft.Network/routeTables/rt-new?api-version=2024-05-01`;
    const request = () => {
      const made = createPipelineRequest({
        url: `https://management.azure.com${path}`,
        method: 'PUT',
        body: '{"location":"westeurope"}',
      });
      made.headers.set('Authorization', 'Bearer sandbox');
      return made;
    };
    expect((await sample.azure.httpClient.sendRequest(request())).status).toBe(201);
    const busy = await sample.azure.httpClient.sendRequest(request());
    expect([busy.status, busy.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(busy.bodyAsText).toContain('AnotherOperationInProgress');
  });

  test('the Azure ML provider: compute is Creating, then has its final state, and polls are recorded', async () => {
    const sample = openSampleClients();
    const before = sample.azure.traffic.length;
    await sample.learning.computeOperations.beginCreateOrUpdateAndWait(
      'rg-ml-prod',
      'mlw-fraud-prod',
      'cpu-new',
      {
        location: 'westeurope',
        properties: {
          computeType: 'AmlCompute',
          properties: { vmSize: 'STANDARD_D2_V2', scaleSettings: { maxNodeCount: 1 } },
        },
      },
    );
    const paths = sample.azure.traffic.slice(before).map((entry) => entry.path);
    expect(paths.filter((path) => path.includes('computeOperationsStatus')).length).toBeGreaterThanOrEqual(2);
  });

  test('deleting a compute resource states what happens to the machine', async () => {
    const sample = openSampleClients();
    const path = `/subscriptions/${sample.azure.subscriptionId}/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod/computes/cpu-train?api-version=2022-10-01`;
    expect((await rawClient(sample)(path, 'DELETE')).status).toBe(400);
    expect((await rawClient(sample)(`${path}&underlyingResourceAction=Delete`, 'DELETE')).status).toBe(202);
  });
});

test('the snapshot contains every resource and the addresses in use', () => {
  const { azure } = openSampleClients();
  const { resources, addresses } = azure.snapshot();
  const training = Object.keys(addresses).find((id) => id.endsWith('/snet-training')) ?? '';
  expect(addresses[training]).toHaveLength(12);
  expect(Object.keys(resources).some((id) => id.endsWith('/computes/cpu-train'))).toBe(true);
});
