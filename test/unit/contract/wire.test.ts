import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { defineChannel, type Envelope, type StopSignal } from '../../../src/contract/channel';
import { connect, type ChannelConnection } from '../../../src/contract/connect';
import { BadRequest, ProblemError, type CallError } from '../../../src/contract/call-error';
import { serveChannel, type Host } from '../../../src/contract/serve-channel';
import { settleMessages, wires } from './wires';

const channel = defineChannel({
  version: 3,
  calls: {
    double: { params: v.object({ n: v.number() }), result: v.number() },
    fail: { params: v.object({}), result: v.null() },
    wait: { params: v.object({}), result: v.string() },
    lie: { params: v.object({}), result: v.number() },
  },
  signals: { changed: v.object({ to: v.string() }) },
});
type TestChannel = typeof channel;

let host: Host<TestChannel>;
let page: ChannelConnection<TestChannel>;
let pagePost: (message: unknown) => void;
let toPage: Envelope[];
let hellos: boolean[];
let stopped: StopSignal | null;
let thrown: unknown[];

beforeEach(() => {
  const ends = wires();
  toPage = [];
  hellos = [];
  stopped = null;
  thrown = [];
  ends.page.listen((raw) => toPage.push(raw as Envelope));
  host = serveChannel({
    channel,
    port: ends.host,
    handlers: {
      double: ({ n }) => Promise.resolve(n * 2),
      fail: () => Promise.reject(new Error('the reason')),
      wait: (_, stop) =>
        new Promise((resolve) => {
          stop.addEventListener('abort', () => {
            stopped = stop;
            resolve('stopped');
          });
        }),
      // The response of an older host.
      lie: () => Promise.resolve('three' as unknown as number),
    },
    toProblem: (error): CallError => {
      thrown.push(error);
      return { code: 'refused', message: `Worded: ${(error as Error).message}`, retryable: true };
    },
    onHello: (same) => hellos.push(same),
  });
  page = connect(channel, ends.page);
  pagePost = (message) => {
    ends.page.post(message as Envelope);
  };
});

const problemOf = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemError ? error.problem : error;
};

describe('calls', () => {
  test('are answered, each with its own response', async () => {
    const answers = await Promise.all([page.call.double({ n: 2 }), page.call.double({ n: 21 })]);
    expect(answers).toEqual([4, 42]);
  });
  test('a handler’s error arrives as a problem', async () => {
    expect(await problemOf(page.call.fail({}))).toEqual({
      code: 'refused',
      message: 'Worded: the reason',
      retryable: true,
    });
  });
  test('parameters of another shape never reach the handler', async () => {
    const wrong = page.call.double({ n: 'two' } as unknown as { n: number });
    expect(await problemOf(wrong)).toMatchObject({ message: 'Worded: double' });
    expect(thrown).toEqual([new BadRequest('double')]);
  });
  test.each(['nobody', 'toString', '__proto__'])(
    'an unknown name is refused with the host’s message: %s',
    async (name) => {
      pagePost({ is: 'call', id: 77, name, params: {} });
      await settleMessages();
      const problem = { code: 'refused', message: `Worded: ${name}`, retryable: true };
      expect(toPage).toEqual([{ is: 'problem', id: 77, problem }]);
      expect(thrown).toEqual([new BadRequest(name)]);
    },
  );
  test('a response of another shape isn’t returned', async () => {
    const error = await problemOf(page.call.lie({}));
    expect(error).toBeInstanceOf(v.ValiError);
  });
  test('a call that the page doesn’t know isn’t sent', () => {
    const loose = page.call as unknown as Readonly<Record<string, unknown>>;
    expect(loose['nobody']).toBeUndefined();
  });
});

describe('cancellation', () => {
  test('reaches the handler', async () => {
    const stop = new AbortController();
    const call = page.call.wait({}, stop.signal);
    await settleMessages();
    expect(stopped).toBeNull();
    stop.abort();
    expect(await call).toBe('stopped');
    expect(stopped?.aborted).toBe(true);
  });
  test('disposing the host aborts running calls', async () => {
    void page.call.wait({});
    await settleMessages();
    host.dispose();
    expect(stopped?.aborted).toBe(true);
  });
  test('a disposed host ignores messages', async () => {
    host.dispose();
    page.hello();
    await settleMessages();
    expect(hellos).toEqual([]);
  });
});

describe('signals', () => {
  test('aren’t sent until the page sends hello', async () => {
    const received: string[] = [];
    page.on('changed', ({ to }) => received.push(to));
    host.emit('changed', { to: 'early' });
    await settleMessages();
    expect(toPage).toEqual([]);
    page.hello();
    await settleMessages();
    host.emit('changed', { to: 'now' });
    await settleMessages();
    expect(received).toEqual(['now']);
  });
  test('reach every listener until it stops listening', async () => {
    const received: string[] = [];
    const stop = page.on('changed', ({ to }) => received.push(`a ${to}`));
    page.on('changed', ({ to }) => received.push(`b ${to}`));
    page.hello();
    await settleMessages();
    host.emit('changed', { to: '1' });
    await settleMessages();
    stop();
    host.emit('changed', { to: '2' });
    await settleMessages();
    expect(received).toEqual(['a 1', 'b 1', 'b 2']);
  });
  test('of another shape aren’t delivered', async () => {
    const received: unknown[] = [];
    page.on('changed', (payload) => received.push(payload));
    page.hello();
    await settleMessages();
    host.emit('changed', { to: 5 } as unknown as { to: string });
    await settleMessages();
    expect(received).toEqual([]);
  });
});

describe('what the page shows', () => {
  const shop = defineChannel({
    version: 1,
    calls: {
      buy: { params: v.object({}), result: v.null(), about: ['price'] },
      look: { params: v.object({}), result: v.null() },
      bid: { params: v.object({ price: v.string(), offer: v.optional(v.string()) }), result: v.null() },
    },
    signals: {},
  });
  let price = '1';
  let offer = 'one';
  let bought = 0;
  const open = () => {
    const ends = wires();
    [price, offer, bought] = ['1', 'one', 0];
    const shopHost = serveChannel({
      channel: shop,
      port: ends.host,
      handlers: {
        buy: () => {
          bought += 1;
          return Promise.resolve(null);
        },
        look: () => Promise.resolve(null),
        bid: (bid) => {
          price = bid.price;
          offer = bid.offer ?? offer;
          return Promise.resolve(null);
        },
      },
      current: () => ({ price, name: price }),
      effect: () => offer,
      toProblem: (error) => ({ code: 'changed', message: (error as Error).name, retryable: false }),
      onHello: () => undefined,
    });
    const shopPage = connect(shop, ends.page);
    shopPage.hello();
    return { shopHost, shopPage };
  };

  test('is stated by each call, and a call about something that has changed is refused', async () => {
    const { shopHost, shopPage } = open();
    await settleMessages();
    shopHost.show({ price: '1', name: 'other' });
    await settleMessages();
    await shopPage.call.buy({});
    expect(bought).toBe(1);
    price = '2';
    expect(await problemOf(shopPage.call.buy({}))).toMatchObject({ message: 'OutdatedCall' });
    expect(await problemOf(shopPage.call.look({}))).toBeNull();
    expect(bought).toBe(1);
    shopHost.show({ price: '2', name: 'other' });
    await settleMessages();
    await shopPage.call.buy({});
    expect(bought).toBe(2);
  });

  /** Opens a page that continues to show the first price. */
  const openSlow = async () => {
    const { shopHost, shopPage } = open();
    await settleMessages();
    shopHost.show({ price: '1', name: '1' });
    await settleMessages();
    return shopPage.call;
  };

  test('can be older than the page’s own calls, if these didn’t change what a call does', async () => {
    const call = await openSlow();
    await Promise.all([call.bid({ price: '2' }), call.bid({ price: '3' }), call.buy({}), call.look({})]);
    await Promise.all([call.bid({ price: '4' }), call.buy({})]);
    expect(bought).toBe(2);
  });

  test.each([
    ['the page’s own calls changed what a call does', [{ price: '2' }, { price: '3', offer: 'two' }]],
    ['something else changed it before', ['9', { price: '2' }]],
    ['something else changed it after', [{ price: '2' }, '9']],
    ['something else changed it in between', [{ price: '2' }, '9', { price: '3' }]],
    ['something else changed it back', [{ price: '2' }, '9', { price: '2' }]],
  ])('is outdated if %s', async (_, changes) => {
    const call = await openSlow();
    for (const one of changes) {
      if (typeof one === 'string') price = one;
      else await call.bid(one);
    }
    expect(await problemOf(call.buy({}))).toMatchObject({ message: 'OutdatedCall' });
    expect(bought).toBe(0);
  });
});

describe('hello', () => {
  test('reports whether both sides have the same version', async () => {
    page.hello();
    pagePost({ is: 'hello', version: 2 });
    await settleMessages();
    expect(hellos).toEqual([true, false]);
  });
  test('is sent again when the page is created again', async () => {
    page.hello();
    page.hello();
    await settleMessages();
    expect(hellos).toEqual([true, true]);
  });
});

test.each([
  null,
  'text',
  { is: 'nonsense' },
  { is: 'call', id: 'one', name: 'double', params: {} },
  { is: 'hello' },
])('a value that isn’t a message is ignored: %j', async (raw) => {
  pagePost(raw);
  await settleMessages();
  expect(toPage).toEqual([]);
  expect(hellos).toEqual([]);
});
