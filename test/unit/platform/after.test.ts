import { getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { after } from '../../../src/platform/after';

test('a task that ran removes its abort listener, and an aborted task doesn’t run', async () => {
  const stop = new AbortController();
  await new Promise<void>((resolve) => after(1, stop.signal, resolve));
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  const task = vi.fn<() => void>();
  after(1, stop.signal, task);
  stop.abort();
  after(1, stop.signal, task);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(task).not.toHaveBeenCalled();
});
