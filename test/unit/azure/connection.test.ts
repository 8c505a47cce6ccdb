import { describe, expect, test, vi } from 'vitest';
import { connectAzure } from '../../../src/azure/connect';
import { deadlines, withDeadline } from '../../../src/azure/deadline';
import { kindOfPath } from '../../../src/azure/policies/log-requests';
import { connectAnswering, secret, subscriptionId } from './answering';
import { connectSample, failureOf, noStop } from './sample';

const empty = { body: { value: [] } };
const place = 'https://management.azure.com';

describe('each request', () => {
  test('identifies the product that sends it', async () => {
    const { azure, asked } = connectAnswering(() => empty);
    await azure.read.subscriptions(noStop);
    await azure.read.workspaces(subscriptionId, noStop);
    await azure.read.networks(subscriptionId, noStop);
    expect(asked).toHaveLength(8);
    for (const one of asked) expect(one.headers.get('user-agent')).toMatch(/^aml-secure-compute /);
  });

  test.each([
    ['public', undefined, undefined, 'https://management.azure.com/.default'],
    [
      'another cloud',
      'https://management.chinacloudapi.cn/',
      undefined,
      'https://management.chinacloudapi.cn/.default',
    ],
    [
      'explicit scopes',
      undefined,
      ['https://management.core.windows.net/.default'],
      'https://management.core.windows.net/.default',
    ],
  ])('requests a token for its cloud: %s', async (_why, endpoint, scopes, wanted) => {
    const getToken = vi.fn(() =>
      Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 }),
    );
    const options = { ...(endpoint ? { endpoint } : {}), ...(scopes ? { scopes } : {}) };
    const { azure, asked } = connectAnswering(() => empty, { credential: { getToken }, ...options });
    await azure.read.subscriptions(noStop);
    await azure.read.workspaces(subscriptionId, noStop);
    await azure.read.networks(subscriptionId, noStop);
    const scopesAsked = getToken.mock.calls.map((call: readonly unknown[]) => [call[0]].flat());
    expect(new Set(scopesAsked.flat())).toEqual(new Set([wanted]));
    const host = new URL(endpoint ?? place).host;
    expect(new Set(asked.map((one) => new URL(one.url).host))).toEqual(new Set([host]));
  });

  test('doesn’t fetch a page from another host, so that the token isn’t sent there', async () => {
    const elsewhere = 'https://elsewhere.example/subscriptions?page=2';
    const { azure, asked } = connectAnswering((request) => ({
      body: { value: [], ...(request.url.startsWith(place) ? { nextLink: elsewhere } : {}) },
    }));
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('badResponse');
    expect((await failureOf(azure.read.workspaces(subscriptionId, noStop))).code).toBe('badResponse');
    expect(asked.every((one) => one.url.startsWith(place))).toBe(true);
  });

  test('is logged without names, IDs, or tokens', async () => {
    const lines: string[] = [];
    const log = { debug: (line: string) => void lines.push(line) };
    const headers = { 'x-ms-request-id': 'req-7' };
    const { azure } = connectAnswering((request) => ({ ...empty, headers, status: statusOf(request.url) }), {
      log,
    });
    await azure.read.workspaces(subscriptionId, noStop);
    await failureOf(azure.read.subscriptions(noStop));
    expect(lines[0]).toMatch(
      /^GET \/subscriptions\/…\/providers\/Microsoft.MachineLearningServices\/workspaces: 200 in \d+ ms \(req-7\)$/,
    );
    expect(lines[1]).toMatch(/^GET \/subscriptions: 404 in/);
    for (const hidden of [subscriptionId, secret, 'api-version']) expect(lines.join()).not.toContain(hidden);
  });

  const statusOf = (url: string): number => (new URL(url).pathname === '/subscriptions' ? 404 : 200);

  test.each([
    ['/subscriptions/s', '/subscriptions/…'],
    [
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n',
      '/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/…',
    ],
    [
      '/subscriptions/s/providers/Microsoft.Network/locations/westeurope/serviceTags',
      '/subscriptions/…/providers/Microsoft.Network/locations/…/serviceTags',
    ],
  ])('reduces %s to its kind', (path, kind) => {
    expect(kindOfPath(path)).toBe(kind);
  });
});

describe('one client per subscription', () => {
  test('requests a token once, not once per call', async () => {
    const getToken = vi.fn(() =>
      Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 }),
    );
    const { azure } = connectAnswering(() => empty, { credential: { getToken } });
    await azure.read.networks(subscriptionId, noStop);
    await azure.read.networks(subscriptionId.toUpperCase(), noStop);
    expect(getToken).toHaveBeenCalledTimes(1);
  });
});

describe('signing in', () => {
  test.each([
    ['no account is signed in', () => Promise.resolve(null), 'signedOut'],
    ['the credential fails', () => Promise.reject(new Error(`refused ${secret}`)), 'signedOut'],
    [
      'the connection is cut',
      () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
      'offline',
    ],
  ])('%s', async (_why, getToken, code) => {
    const { azure, asked } = connectAnswering(() => empty, { credential: { getToken } });
    const failure = await failureOf(azure.read.subscriptions(noStop));
    expect([failure.code, asked.length]).toEqual([code, 0]);
    expect(`${failure.message} ${String(failure.cause)}`).not.toContain(secret);
  });

  test('claims that Azure requires reach the credential, and the call continues', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726077595"}}}';
    const getToken = vi.fn(() =>
      Promise.resolve({ token: 'sandbox', expiresOnTimestamp: Date.now() + 3_600_000 }),
    );
    const { azure, sample } = connectSample({}, { credential: { getToken } });
    sample.faults.next({ status: 401, claims });
    expect(await azure.read.subscriptions(noStop)).toHaveLength(1);
    const options = getToken.mock.calls.map((call: readonly unknown[]) => call[1] as { claims?: string });
    expect(options.map((one) => one.claims)).toEqual([undefined, claims]);
  });

  test('reports signed out if the token is refused repeatedly', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ status: 401, times: 9 });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('signedOut');
  });
});

describe('when Azure is slow or unreachable', () => {
  test('a request that is throttled briefly succeeds', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ status: 429, retryAfter: 0, times: 2 });
    expect(await azure.read.subscriptions(noStop)).toHaveLength(1);
    expect(sample.traffic.map((one) => one.status)).toEqual([429, 429, 200]);
  });

  test('a request that is throttled for longer than the limit fails immediately, with the seconds to wait', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ status: 429, retryAfter: 45 });
    const failure = await failureOf(azure.read.networks(sample.subscriptionId, noStop));
    expect([failure.code, failure.details.retryAfterSeconds]).toEqual(['throttled', 45]);
  });

  test('a request that is throttled repeatedly fails as throttled', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ status: 429, retryAfter: 0, times: 9 });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('throttled');
    expect(sample.traffic).toHaveLength(4);
  });

  test('a broken connection is retried, then reported as offline', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ kind: 'offline', times: 2 });
    expect(await azure.read.subscriptions(noStop)).toHaveLength(1);
    sample.faults.next({ kind: 'offline', times: 9 });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('offline');
  });

  test('a request without a response ends at the deadline', async () => {
    const timing = { retryDelayMs: 1, deadlines: { ...deadlines, list: 0.05 } };
    const { azure, sample } = connectSample({}, { timing });
    sample.faults.next({ kind: 'hang' });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('timeout');
  });

  test('one request of many without a response ends at its own timeout', async () => {
    const { azure, sample } = connectSample({}, { timing: { retryDelayMs: 1, requestMs: 40 } });
    sample.faults.next({ kind: 'hang', times: 9 });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('timeout');
  });

  test('a credential that never responds and ignores aborts also ends at the deadline', async () => {
    const timing = { deadlines: { ...deadlines, list: 0.05 } };
    const getToken = (): Promise<never> => new Promise(() => undefined);
    const { azure } = connectAnswering(() => empty, { credential: { getToken }, timing });
    expect((await failureOf(azure.read.subscriptions(noStop))).code).toBe('timeout');
  });
});

describe('a caller who cancels', () => {
  test('stops while Azure doesn’t respond', async () => {
    const { azure, sample } = connectSample();
    sample.faults.next({ kind: 'hang', times: 9 });
    const stop = new AbortController();
    const reading = failureOf(azure.read.networks(sample.subscriptionId, stop.signal));
    setTimeout(() => stop.abort(), 20);
    expect((await reading).code).toBe('cancelled');
  });

  test('stops before anything is requested', async () => {
    const { azure, asked } = connectAnswering(() => empty);
    const failure = await failureOf(azure.read.networks(subscriptionId, AbortSignal.abort()));
    expect([failure.code, asked.length]).toEqual(['cancelled', 0]);
  });

  test('stops between two pages', async () => {
    const stop = new AbortController();
    const { azure, asked } = connectAnswering(() => {
      stop.abort();
      return { body: { value: [], nextLink: `${place}/subscriptions?api-version=2022-12-01&page=2` } };
    });
    expect((await failureOf(azure.read.subscriptions(stop.signal))).code).toBe('cancelled');
    expect(asked).toHaveLength(1);
  });

  test('is canceled even if the operation ended at the same moment', async () => {
    const stop = new AbortController();
    const work = withDeadline(9, stop.signal, () => {
      stop.abort();
      return Promise.reject(new Error('torn'));
    });
    expect((await failureOf(work)).code).toBe('cancelled');
  });
});

test('connecting requests nothing: neither a token nor data', () => {
  const getToken = vi.fn();
  const sendRequest = vi.fn();
  connectAzure({ credential: { getToken }, httpClient: { sendRequest } });
  expect([getToken.mock.calls.length, sendRequest.mock.calls.length]).toEqual([0, 0]);
});
