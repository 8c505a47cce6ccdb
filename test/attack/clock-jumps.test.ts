import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { deadlines } from '../../src/azure/deadline';
import { retryAfterSeconds } from '../../src/azure/retry-after';
import { connectHostile, startHostileAzure, type HostileAzure } from '../support/hostile-azure';

const subscription = '00000000-1111-4222-8333-444444444444';
const noStop = new AbortController().signal;
const hour = 3_600_000;

let azure: HostileAzure;
beforeAll(async () => {
  azure = await startHostileAzure();
});
afterEach(() => vi.useRealTimers());
afterAll(() => azure.close());

/** Sets the computer's clock. Timers and the monotonic clock aren't affected. */
function setClock(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
}

/**
 * Returns a function that reports whether a timer of that length has ended. A wait that is too long ends the test
 * instead.
 */
function afterMilliseconds(length: number): () => boolean {
  let isDue = false;
  setTimeout(() => (isDue = true), length);
  return () => isDue;
}

const jumps = [
  ['back by five hours', -5 * hour],
  ['forward by five hours', 5 * hour],
] as const;

describe.each(jumps)('a clock that is set %s', (_, jump) => {
  test('doesn’t end or extend a deadline', async () => {
    azure.answer(() => undefined);
    const timing = { deadlines: { ...deadlines, list: 0.4 } };
    const isDue = afterMilliseconds(350);
    const reading = connectHostile(azure, 'editor', { timing }).read.workspaces(subscription, noStop);
    setTimeout(() => setClock(jump), 50);
    await expect(reading).rejects.toMatchObject({ code: 'timeout' });
    expect(isDue()).toBe(true);
  });

  test('doesn’t end or extend a wait between two tries', async () => {
    azure.answer((_request, response, count) => {
      if (count === 1) setTimeout(() => setClock(jump), 50);
      response.writeHead(count === 1 ? 429 : 200, { 'retry-after-ms': '300' });
      response.end('{"value":[]}');
    });
    const isDue = afterMilliseconds(250);
    await connectHostile(azure, 'editor').read.workspaces(subscription, noStop);
    expect(isDue()).toBe(true);
  });

  test('doesn’t change a wait until a date, which is relative to Azure’s clock', () => {
    setClock(jump);
    const [now, then] = ['Sun, 29 Nov 2026 12:00:00 GMT', 'Sun, 29 Nov 2026 12:00:07 GMT'];
    const headers = new Map([
      ['date', now],
      ['retry-after', then],
    ]);
    expect(retryAfterSeconds(headers)).toBe(7);
  });

  test('doesn’t cause an expired token to be sent', async () => {
    azure.answer((_request, response) => {
      response.end('{"value":[]}');
    });
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const given: number[] = [];
    const getToken = (): Promise<{ token: string; expiresOnTimestamp: number }> => {
      given.push(performance.now()); // oxlint-disable-line no-restricted-properties -- a clock that the test sets
      return Promise.resolve({ token: `token-${given.length}`, expiresOnTimestamp: Date.now() + hour });
    };
    const { read } = connectHostile(azure, 'editor', { credential: { getToken } });
    await read.workspaces(subscription, noStop);
    vi.setSystemTime(Date.now() + jump);
    vi.advanceTimersByTime(hour);
    await read.workspaces(subscription, noStop);
    await read.workspaces(subscription, noStop);
    expect(given.at(-1)).toBeGreaterThanOrEqual(hour);
  });
});
