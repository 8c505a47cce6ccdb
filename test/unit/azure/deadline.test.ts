import { expect, test } from 'vitest';
import { withDeadline } from '../../../src/azure/deadline';
import { collectGarbage } from '../../support/collect-garbage';
import { noStop } from './sample';

async function answered(): Promise<WeakRef<object>> {
  return new WeakRef(await withDeadline(60, noStop, () => Promise.resolve({ networks: [] })));
}

test('a response isn’t retained until its deadline', async () => {
  const answer = await answered();
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  expect(answer.deref()).toBeUndefined();
});

test('an operation that ended leaves no listener on the caller’s signal', async () => {
  const stop = new AbortController();
  let signal: AbortSignal | undefined;
  await withDeadline(60, stop.signal, (its) => Promise.resolve((signal = its)));
  stop.abort();
  expect(signal?.aborted).toBe(false);
});
