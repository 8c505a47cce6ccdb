import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { connectTerminal } from '../../../../src/azure/connect-terminal';
import { fleetQuery } from '../../../../src/azure/resource-graph/fleet-query';
import { cloudTarget } from '../../../../src/azure/sign-in/sign-in-target';
import type { AzureOptions } from '../../../../src/azure/clients';
import { secret, subscriptionId } from '../answering';
import { failureOf } from '../sample';

interface Response {
  readonly status?: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns the query of `check --fleet`, answered with these responses in order, and then the last one again. */
function queried(responses: readonly Response[], options: Partial<AzureOptions> = {}) {
  const asked: PipelineRequest[] = [];
  const scopes: unknown[] = [];
  const httpClient: HttpClient = {
    sendRequest: (request) => {
      const {
        status = 200,
        text,
        headers = {},
      } = responses[asked.length] ?? responses.at(-1) ?? { text: '' };
      asked.push(request);
      const named = createHttpHeaders({ 'content-type': 'application/json', ...headers });
      return Promise.resolve({ request, status, headers: named, bodyAsText: text });
    },
  };
  const credential = {
    getToken: (wanted: string | string[]) => {
      scopes.push(wanted);
      return Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 });
    },
  };
  const azure = connectTerminal({ credential, httpClient, timing: { retryDelayMs: 1 }, ...options });
  const pages = (stop = new AbortController().signal): Promise<readonly string[]> =>
    azure.graphPages({ subscriptions: [subscriptionId], query: fleetQuery }, stop);
  return { asked, scopes, pages };
}

const page = (row: string, next?: string): string =>
  JSON.stringify({
    totalRecords: 2,
    count: 1,
    data: [{ id: row }],
    facets: [],
    resultTruncated: 'false',
    ...(next === undefined ? {} : { $skipToken: next }),
  });

describe('a query of Resource Graph', () => {
  test('follows pages, and returns each as Azure sent it', async () => {
    const texts = [page('a', 'second'), page('b')];
    const { asked, pages } = queried(texts.map((text) => ({ text })));
    expect(await pages()).toEqual(texts);
    expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /providers/Microsoft.ResourceGraph/resources',
      'POST /providers/Microsoft.ResourceGraph/resources',
    ]);
    expect(asked.map(({ body }) => JSON.parse(String(body)) as unknown)).toEqual([
      { subscriptions: [subscriptionId], query: fleetQuery, options: { $top: 1000 } },
      { subscriptions: [subscriptionId], query: fleetQuery, options: { $top: 1000, $skipToken: 'second' } },
    ]);
    expect(asked[0]?.headers.get('user-agent')).toMatch(/^aml-secure-compute /);
  });

  test.each(['public', 'usgov', 'china'] as const)(
    'goes to the endpoint of %s, with its token',
    async (cloud) => {
      const { endpoint, scopes: wanted } = cloudTarget(cloud);
      const { asked, scopes, pages } = queried([{ text: page('a') }], {
        endpoint,
        scopes: wanted,
        cloud,
      });
      await pages();
      expect(new URL(asked[0]?.url ?? '').origin).toBe(new URL(endpoint).origin);
      expect(new Set(scopes.flat())).toEqual(new Set(wanted));
      expect(asked[0]?.headers.get('authorization')).toBe(`Bearer ${secret}`);
    },
  );

  test.each([
    ['is empty', ''],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['is a number', '5'],
    ['isn’t JSON', '<html>'],
    ['has facets that nobody asked for', '{"data":[],"facets":[{"resultType":"FacetError"}]}'],
    ['has facets that aren’t a list', '{"data":[],"facets":5}'],
  ])('rejects a response that %s', async (_, text) => {
    const failure = await failureOf(queried([{ text }]).pages());
    expect([failure.code, failure.details.response]).toEqual(['badResponse', 'malformed']);
  });

  test.each([
    [400, 'refused'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [429, 'throttled'],
    [500, 'refused'],
  ])('status %i keeps Azure’s code and message', async (status, code) => {
    const text = JSON.stringify({ error: { code: 'AccessReason', message: 'Why it failed' } });
    const headers = { 'x-ms-request-id': 'r-1' };
    const failure = await failureOf(queried([{ status, text, headers }]).pages());
    expect(failure.code).toBe(code);
    expect(failure.details).toMatchObject({
      status,
      serviceCode: 'AccessReason',
      serviceMessage: 'Why it failed',
      requestId: 'r-1',
    });
    expect(JSON.stringify([failure, failure.stack])).not.toContain(secret);
  });

  test('is sent again after a transient failure', async () => {
    const { asked, pages } = queried([{ status: 503, text: '' }, { text: page('a') }]);
    expect(await pages()).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  test('isn’t sent to another host', async () => {
    const headers = { location: 'https://elsewhere.example/' };
    const { asked, pages } = queried([{ status: 307, text: '', headers }, { text: page('a') }]);
    const failure = await failureOf(pages());
    expect(failure.code).toBe('badResponse');
    expect(asked.every(({ url }) => new URL(url).host === 'management.azure.com')).toBe(true);
  });

  test('stops if the caller stops', async () => {
    const stop = new AbortController();
    const { asked, pages } = queried([{ text: page('a', 'again') }]);
    stop.abort();
    expect((await failureOf(pages(stop.signal))).code).toBe('cancelled');
    expect(asked).toEqual([]);
  });

  test('rejects pages that lead back to themselves', async () => {
    const failure = await failureOf(queried([{ text: page('a', 'again') }]).pages());
    expect([failure.code, failure.details.response]).toEqual(['badResponse', 'endless']);
  });

  test('is logged without the query, IDs, or the token', async () => {
    const lines: string[] = [];
    const log = { debug: (line: string) => void lines.push(line) };
    await queried([{ text: page('a') }], { log }).pages();
    expect(lines).toEqual([
      expect.stringMatching(/^POST \/providers\/Microsoft\.ResourceGraph\/resources: 200 in \d+ ms/),
    ]);
  });
});
