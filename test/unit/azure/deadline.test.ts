import { expect, test } from 'vitest';
import { withDeadline } from '../../../src/azure/deadline';
import { collectGarbage } from '../../support/collect-garbage';
import { noStop } from './sample';

async function answered(): Promise<WeakRef<object>> {
  return new WeakRef(await withDeadline(60, noStop, () => Promise.resolve({ networks: [] })));
}

test('what was answered is not held until its deadline', async () => {
  const answer = await answered();
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  expect(answer.deref()).toBeUndefined();
});

test('a work that ended leaves nothing with the caller’s stop', async () => {
  const stop = new AbortController();
  let signal: AbortSignal | undefined;
  await withDeadline(60, stop.signal, (its) => Promise.resolve((signal = its)));
  stop.abort();
  expect(signal?.aborted).toBe(false);
});
