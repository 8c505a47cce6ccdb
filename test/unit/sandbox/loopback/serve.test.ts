import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { NetworkManagementClient } from '@azure/arm-network';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, openSampleClients } from '../clients';
import { anyToken, openLoopback, type OpenLoopback } from './open-loopback';

const sample = openSampleClients({ pageSize: 2 });
const { azure } = sample;
const networks = `/subscriptions/${azure.subscriptionId}/providers/Microsoft.Network/virtualNetworks`;
let loopback: OpenLoopback;
beforeAll(async () => {
  loopback = await openLoopback(azure);
});
afterAll(() => loopback.close());

/** Returns the SDK's own client over a socket, which trusts the generated certificate. */
function networkClient() {
  const inner = createDefaultHttpClient();
  const httpClient: HttpClient = {
    sendRequest: (request) => inner.sendRequest({ ...request, tlsSettings: { ca: loopback.cert } }),
  };
  const retryOptions = { retryDelayInMs: 1, maxRetryDelayInMs: 2 };
  return new NetworkManagementClient(azure.credential, azure.subscriptionId, {
    endpoint: loopback.origin,
    httpClient,
    retryOptions,
  });
}

describe('the embedded Azure over HTTPS', () => {
  test('listens on this machine only', () => {
    expect(new URL(loopback.origin).hostname).toBe('127.0.0.1');
  });

  test('returns pages, with next links to itself', async () => {
    const first = await loopback.ask(`${networks}?api-version=2024-05-01`, { headers: anyToken });
    expect(first.status).toBe(200);
    expect(first.body.value).toHaveLength(2);
    expect(first.body.nextLink.startsWith(`${loopback.origin}/`)).toBe(true);
    const listed = await all(networkClient().virtualNetworks.listAll());
    const inside = await all(sample.network.virtualNetworks.listAll());
    expect(listed.map((one) => one.id)).toEqual(inside.map((one) => one.id));
  });

  test('a long-running write is polled to its end by the SDK client, and read back', async () => {
    const parameters = { location: 'westeurope', addressSpace: { addressPrefixes: ['10.91.0.0/16'] } };
    const { virtualNetworks } = networkClient();
    const made = await virtualNetworks.createOrUpdate('rg-lab', 'vnet-socket', parameters);
    expect(made.provisioningState).toBe('Succeeded');
    await virtualNetworks.delete('rg-lab', 'vnet-socket');
    await expect(virtualNetworks.get('rg-lab', 'vnet-socket')).rejects.toMatchObject({ statusCode: 404 });
  });

  test('refuses as ARM does: a missing token, an unknown resource group', async () => {
    const path = `${networks}?api-version=2024-05-01`;
    const signedOut = await loopback.ask(path);
    expect([signedOut.status, signedOut.body.error.code]).toEqual([401, 'AuthenticationFailed']);
    const group = `/subscriptions/${azure.subscriptionId}/resourceGroups/rg-nowhere?api-version=2025-04-01`;
    expect((await loopback.ask(group, { headers: anyToken })).status).toBe(404);
    const head = await loopback.ask(group, { method: 'HEAD', headers: anyToken });
    expect([head.status, head.body]).toEqual([404, null]);
  });

  test('a request with another host name is refused, so that no web page can reach it', async () => {
    const headers = { ...anyToken, Host: 'evil.example:443' };
    expect((await loopback.ask(`${networks}?api-version=2024-05-01`, { headers })).status).toBe(421);
  });

  test('a body that ARM doesn’t accept is refused', async () => {
    const body = JSON.stringify({ tags: { note: 'x'.repeat(4 * 1024 * 1024) } });
    const path = `/subscriptions/${azure.subscriptionId}/resourceGroups/rg-lab?api-version=2025-04-01`;
    expect((await loopback.ask(path, { method: 'PUT', body, headers: anyToken })).status).toBe(413);
    const broken = await loopback.ask(path, { method: 'PUT', body: '{', headers: anyToken });
    expect([broken.status, broken.body.error.code]).toEqual([400, 'InvalidRequestContent']);
  });

  test('a URL that can’t be decoded is refused', async () => {
    const answer = await loopback.ask('/subscriptions/%?api-version=2022-12-01', { headers: anyToken });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'InvalidRequestFormat']);
  });

  test('a bug is reported, and returned as a service error', async () => {
    const bugs: unknown[] = [];
    const httpClient: HttpClient = { sendRequest: () => Promise.reject(new Error('a bug')) };
    const broken = await openLoopback({ ...azure, httpClient }, (error) => bugs.push(error));
    const answer = await broken.ask('/subscriptions?api-version=2022-12-01', { headers: anyToken });
    expect([answer.status, answer.body.error.code]).toEqual([500, 'InternalServerError']);
    expect(bugs).toMatchObject([{ message: 'a bug' }]);
    await broken.close();
  });

  test('a fault that cuts the connection cuts the socket', async () => {
    azure.faults.next({ match: 'virtualNetworks', kind: 'offline' });
    const asked = loopback.ask(`${networks}?api-version=2024-05-01`, { headers: anyToken });
    await expect(asked).rejects.toThrow('socket hang up');
  });
});
