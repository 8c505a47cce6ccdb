import type { ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadlines } from '../../src/azure/deadline';
import type { AzureFailure } from '../../src/azure/failure';
import type { CreationEvent } from '../../src/azure/ports';
import { customTarget } from '../../src/azure/sign-in/sign-in-target';
import { messagesIn } from '../support/messages-in';
import { failureText } from '../../src/wording/failure-text';
import { caseCount, someCases } from '../support/case-count';
import {
  connectHostile,
  startHostileAzure,
  trusting,
  type Answering,
  type HostileAzure,
  type Way,
} from '../support/hostile-azure';

const subscription = '00000000-1111-4222-8333-444444444444';
const workspace = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w`;
const noStop = new AbortController().signal;
const megabyte = 1024 * 1024;

let hostile: HostileAzure;
beforeAll(async () => {
  hostile = await startHostileAzure();
});
afterAll(() => hostile.close());

async function failureOf(work: Promise<unknown>): Promise<AzureFailure> {
  const [end] = await Promise.allSettled([work]);
  if (end.status === 'fulfilled') throw new Error('It did not fail.');
  return end.reason as AzureFailure;
}

const list = (way: Way, options: Parameters<typeof connectHostile>[2] = {}): Promise<unknown> =>
  connectHostile(hostile, way, options).read.workspaces(subscription, noStop);

/** Writes the chunk repeatedly until the client closes the connection, or `most` chunks were sent. */
function pour(response: ServerResponse, chunk: Buffer | string, most: number): void {
  let left = most;
  const go = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', go);
    }
    if (!response.destroyed) response.end();
  };
  go();
}

const json = { 'content-type': 'application/json' };
const spaces = Buffer.alloc(16 * megabyte, ' ');
const bombs = {
  gzip: [gzipSync(spaces, { level: 9 }), 'gzip', 256],
  deflate: [deflateSync(Buffer.alloc(256 * megabyte, ' '), { level: 1 }), 'deflate', 1],
  'no encoding': [spaces.subarray(0, megabyte), undefined, 4096],
  'an encoding that wasn’t requested': [spaces.subarray(0, megabyte), 'br', 4096],
} as const;

const bomb =
  (kind: keyof typeof bombs, status = 200): Answering =>
  (_, response) => {
    const [chunk, encoding, times] = bombs[kind];
    response.writeHead(status, { ...json, ...(encoding ? { 'content-encoding': encoding } : {}) });
    pour(response, chunk, times);
  };

const reply =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answering =>
  (_, response) => {
    response.writeHead(status, { ...json, ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

describe.each(['editor', 'default'] as const)('with the %s client', (way) => {
  test.each(someCases(Object.keys(bombs) as (keyof typeof bombs)[], way === 'editor' ? 2 : 1))(
    'a body of gigabytes (%s) isn’t read to its end',
    async (kind) => {
      hostile.answer(bomb(kind));
      const before = process.memoryUsage().rss;
      const failure = await failureOf(list(way));
      expect([failure.code, failure.details.response]).toEqual(['badResponse', 'large']);
      expect(hostile.asked).toHaveLength(1);
      expect(hostile.sent()).toBeLessThan(64 * megabyte);
      expect(process.memoryUsage().rss - before).toBeLessThan(300 * megabyte);
    },
  );

  test('a connection that is closed in the middle of a body is retried', async () => {
    hostile.answer((request, response, count) => {
      if (count > 2) return reply({ value: [] })(request, response, count);
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"value":[', () => request.socket.destroy());
    });
    await expect(list(way)).resolves.toEqual([]);
    expect(hostile.asked).toHaveLength(3);
  });

  test('a connection that is always closed is offline after four tries', async () => {
    hostile.answer((request, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"value":[', () => request.socket.destroy());
    });
    expect((await failureOf(list(way))).code).toBe('offline');
    expect(hostile.asked).toHaveLength(4);
  });
});

test.each(someCases([409, 400, 403, 404, 500], 1))(
  'an error response (%i) of gigabytes isn’t read to its end',
  async (status) => {
    hostile.answer(bomb('gzip', status));
    expect((await failureOf(list('editor'))).code).toBe('badResponse');
    expect(hostile.asked).toHaveLength(1);
  },
);

test('the metadata of an endpoint isn’t read to its end if it has gigabytes', async () => {
  hostile.answer(bomb('no encoding'));
  const failure = await failureOf(
    customTarget(hostile.origin, trusting(hostile, 'editor'), () => Promise.resolve(true)),
  );
  expect(failure.code).toBe('badResponse');
});

describe('lists that don’t end', () => {
  const link = (page: number | string): string =>
    `${hostile.origin}/subscriptions/${subscription}/more?page=${page}`;
  const items = caseCount(110_000, 1_000_000);
  const lists = {
    'the same page again': () => reply({ value: [], nextLink: link(1) }),
    'two pages in turn':
      (): Answering =>
      (...args) =>
        reply({ value: [], nextLink: link(args[2] % 2) })(...args),
    'more items than any subscription has':
      (): Answering =>
      (...args) =>
        reply(`{"value":[{}${',{}'.repeat(items - 1)}],"nextLink":"${link(args[2])}"}`)(...args),
    'megabytes a page':
      (): Answering =>
      (...args) =>
        reply(`{"value":["${' '.repeat(10 * megabyte)}"],"nextLink":"${link(args[2])}"}`)(...args),
    'pages without items':
      (): Answering =>
      (...args) =>
        reply({ value: [], nextLink: link(args[2]) })(...args),
  };
  const reads = {
    workspaces: () => list('editor'),
    subscriptions: () => connectHostile(hostile, 'editor').read.subscriptions(noStop),
    tenants: () => connectHostile(hostile, 'editor', { allTenants: true }).read.subscriptions(noStop),
    quotas: () => connectHostile(hostile, 'editor').read.coreQuotas(subscription, 'westeurope', noStop),
    networks: () => connectHostile(hostile, 'editor').read.networks(subscription, noStop),
  };

  test.each(someCases(Object.keys(lists) as (keyof typeof lists)[], 4))('%s', async (kind) => {
    const before = process.memoryUsage().heapUsed;
    hostile.answer(lists[kind]());
    const failure = await failureOf(list('editor'));
    expect([failure.code, failure.details.response]).toEqual(['badResponse', 'endless']);
    expect(hostile.asked.length).toBeLessThanOrEqual(1000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(600 * megabyte);
  });

  test.each(Object.keys(reads) as (keyof typeof reads)[])('%s: a page that links to itself', async (read) => {
    hostile.answer(lists['the same page again']());
    expect((await failureOf(reads[read]())).code).toBe('badResponse');
    expect(hostile.asked.length).toBeLessThan(20);
  });

  test('paged queries (Resource Graph, security admin rules) end too', async () => {
    hostile.answer((request, response, count) =>
      reply({ value: [], data: [], $skipToken: 'again', skipToken: 'again' })(request, response, count),
    );
    await connectHostile(hostile, 'editor').read.networks(subscription, noStop);
    expect(hostile.asked.length).toBeLessThan(20);
  });
});

describe('invalid answers', () => {
  const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;
  const details = (n: number): string => `${'{"details":['.repeat(n)}{}${']}'.repeat(n)}`;
  const elsewhere = (nextLink: string): Answering => reply({ value: [], nextLink });
  const answers: Readonly<Record<string, readonly [Answering, string]>> = {
    'nested 200,000 deep': [reply(`{"value":${deep(200_000)}}`), 'nested'],
    'an error nested 100,000 deep': [reply(`{"error":${details(100_000)}}`, 409), 'nested'],
    'a page of a proxy': [reply('<html>Sign in</html>', 200, { 'content-type': 'text/html' }), 'malformed'],
    'truncated JSON': [reply('{"value":['), 'malformed'],
    'a list': [reply('[]'), 'malformed'],
    null: [reply('null'), 'malformed'],
    'an object without items': [reply({}), 'malformed'],
    'items that aren’t a list': [reply({ value: { length: 1e9 } }), 'malformed'],
    nothing: [reply(''), 'malformed'],
    'headers of megabytes': [reply({ value: [] }, 200, { 'x-much': 'x'.repeat(megabyte) }), 'malformed'],
    'not HTTP': [
      (request) => {
        request.socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n');
      },
      'malformed',
    ],
    'a next page on another host': [elsewhere('https://elsewhere.example/'), 'elsewhere'],
    'a next page without https': [elsewhere('http://127.0.0.1/'), 'elsewhere'],
    'a next page that is a script': [elsewhere('javascript:alert(1)'), 'elsewhere'],
    'a next page that isn’t a URL': [elsewhere('//['), 'elsewhere'],
  };

  test.each(Object.entries(answers))('%s', async (_, [answer, why]) => {
    hostile.answer(answer);
    const failure = await failureOf(list('default'));
    expect([failure.code, failure.details.response]).toEqual(['badResponse', why]);
    expect(failureText(messagesIn('en'), failure).length).toBeGreaterThan(40);
  });

  test('redirects in a cycle', async () => {
    hostile.answer(reply('', 307, { location: hostile.origin }));
    const failure = await failureOf(list('editor'));
    expect(failure.code).toBe('badResponse');
    expect(hostile.asked.length).toBeLessThan(30);
  });
});

describe('Azure’s requested wait', () => {
  const values = ['-5', '1e12', '1e400', 'NaN', '-Infinity', '0', '', 'soon', '0x7fffffff', '99999999999'];
  const dates = ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '-1'];
  const headers = ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'];
  const cases = headers.flatMap((header) => [...values, ...dates].map((value) => [header, value] as const));

  test.each(someCases(cases, 20))(
    '429 with %s: %s is throttled, with a reasonable number of seconds',
    async (...of) => {
      const [header, value] = of;
      hostile.answer(reply('', 429, { [header]: value }));
      const failure = await failureOf(list('editor'));
      expect(failure.code).toBe('throttled');
      const wait = failure.details.retryAfterSeconds ?? 0;
      expect(wait >= 0 && wait <= 86_400).toBe(true);
      expect(hostile.asked.length).toBeLessThanOrEqual(4);
    },
  );

  test.each(headers)('%s applies if it’s longer than the maximum wait', async (header) => {
    const seconds = 40;
    hostile.answer(reply('', 429, { [header]: String(header.endsWith('ms') ? seconds * 1000 : seconds) }));
    expect((await failureOf(list('editor'))).details.retryAfterSeconds).toBe(seconds);
    expect(hostile.asked).toHaveLength(1);
  });
});

describe('operations that don’t end', () => {
  const name = 'cpu';
  const state = { id: `${workspace}/computes/${name}`, name, properties: { computeType: 'AmlCompute' } };
  /** Azure accepts every request, and never finishes it. */
  const neverDone =
    (retryAfter: string): Answering =>
    (request, response, count) => {
      const isPoll = request.url?.startsWith('/poll') === true;
      const poll = { 'azure-asyncoperation': `${hostile.origin}/poll`, location: `${hostile.origin}/poll` };
      const headers = { ...(isPoll ? {} : poll), 'retry-after': retryAfter };
      if (request.method !== 'GET') return reply({}, 202, headers)(request, response, count);
      const body = isPoll ? { status: 'InProgress' } : state;
      reply(body, isPoll ? 202 : 200, headers)(request, response, count);
    };
  const seconds = caseCount(0.4, 5);
  const timing = { deadlines: { ...deadlines, remove: seconds, write: seconds, 'set-up': seconds } };

  test.each(someCases(['0', '-7', 'NaN', '1e12', 'Thu, 01 Jan 1970 00:00:00 GMT'], 2))(
    'deleting stops at its deadline, and doesn’t poll too often (Retry-After: %s)',
    async (retryAfter) => {
      hostile.answer(neverDone(retryAfter));
      const { computes } = connectHostile(hostile, 'editor', { timing });
      const failure = await failureOf(computes.delete(workspace, name, noStop));
      expect(failure.code).toBe('timeout');
      expect(hostile.asked.length).toBeLessThan(4 + seconds * 10);
    },
  );

  test('a creation that Azure never ends stops being followed at its deadline', async () => {
    hostile.answer(neverEnding('0'));
    const events = await eventsOf({ timing: { deadlines: { ...deadlines, create: seconds } } });
    expect(events.map((one) => one.is)).toEqual(expect.arrayContaining(['free', 'sent', 'accepted']));
    expect(events.at(-1)).toMatchObject({ is: 'unfinished' });
    expect(hostile.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
  });

  test('a creation that is followed again stops at its deadline too', async () => {
    hostile.answer(reply({ ...state, properties: { ...state.properties, provisioningState: 'Creating' } }));
    const events: CreationEvent[] = [];
    const create = { timing: { deadlines: { ...deadlines, create: seconds } } };
    const { computes } = connectHostile(hostile, 'editor', { ...create, watchIntervalMs: 50 });
    await computes.follow({ workspaceId: workspace, name }, (event) => events.push(event), noStop);
    expect(events.at(-1)).toMatchObject({ is: 'unfinished', compute: { name } });
  });

  test('setting up a managed network stops at one deadline, not at two', async () => {
    hostile.answer(neverDone('0'));
    const { change } = connectHostile(hostile, 'editor', { timing });
    const failure = await failureOf(change.setUpManagedNetwork(workspace, () => undefined, noStop));
    expect(failure.code).toBe('timeout');
    // The last read of the test before can arrive late.
    const read = hostile.asked.filter((one) => one.startsWith('GET /subscriptions'));
    expect(read.filter((one) => !one.includes('/computes/'))).toEqual([]);
  });

  /** The compute resource exists after its PUT. */
  function neverEnding(retryAfter: string): Answering {
    let isThere = false;
    return (request, response, count) => {
      const isCompute = request.url?.includes(`/computes/${name}`) === true;
      if (request.method === 'GET' && isCompute && !isThere) {
        return reply({ error: { code: 'ResourceNotFound', message: 'None.' } }, 404)(
          request,
          response,
          count,
        );
      }
      isThere ||= request.method === 'PUT';
      neverDone(retryAfter)(request, response, count);
    };
  }

  async function eventsOf(options: Parameters<typeof connectHostile>[2]): Promise<readonly CreationEvent[]> {
    const events: CreationEvent[] = [];
    const target = { workspaceId: workspace, name, body: { properties: {} } };
    await connectHostile(hostile, 'editor', options).computes.create(
      target,
      (event) => events.push(event),
      noStop,
    );
    return events;
  }

  /** Lost or empty answers after Azure accepted the PUT. */
  const lost: Readonly<Record<string, Answering>> = {
    'the connection is cut before the answer': (request) => {
      request.socket.destroy();
    },
    'the connection is cut in the answer': (request, response) => {
      response.writeHead(201, { ...json, 'content-length': '1000' });
      response.write('{"id":', () => request.socket.destroy());
    },
    'the answer is garbage': reply('<html>', 201),
    'the answer is a bomb': (...args) => bomb('gzip', 201)(...args),
    'a gateway fails': reply('', 502),
    'the answer is a server fault': reply({ error: { code: 'InternalServerError', message: 'Oops.' } }, 500),
  };

  test.each(Object.entries(lost))(
    '%s: the PUT is sent once, and the compute resource is read',
    async (...of) => {
      const [, answer] = of;
      let isThere = false;
      hostile.answer((request, response, count) => {
        if (request.method === 'PUT') {
          isThere = true;
          return answer(request, response, count);
        }
        const found = { ...state, properties: { ...state.properties, provisioningState: 'Failed' } };
        reply(isThere ? found : {}, isThere ? 200 : 404)(request, response, count);
      });
      const events = await eventsOf({});
      expect(hostile.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
      expect(events.map((one) => one.is)).toContain('accepted');
      expect(events.at(-1)).toMatchObject({ is: 'failed', code: 'refused', compute: { name } });
    },
  );
});
