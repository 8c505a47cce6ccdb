import { expect, test } from 'vitest';
import { createLatestRuns } from '../../../../src/features/diagnostics/latest-run';

test('every caller waits for the latest run of its file', async () => {
  const looks = createLatestRuns();
  const seen: string[] = [];
  let finishFirst = (): void => undefined;
  const held = new Promise<void>((resolve) => (finishFirst = resolve));
  const first = looks.begin('/a', async (counts) => {
    await held;
    if (counts()) seen.push('first');
  });
  let finishSecond = (): void => undefined;
  const second = looks.begin('/a', async (counts) => {
    await new Promise<void>((resolve) => (finishSecond = resolve));
    if (counts()) seen.push('second');
  });
  let isFirstDone = false;
  void first.then(() => (isFirstDone = true));
  finishFirst();
  await new Promise((resolve) => setTimeout(resolve));
  expect(isFirstDone).toBe(false);
  finishSecond();
  await Promise.all([first, second]);
  expect(seen).toEqual(['second']);
});

test('a run of a forgotten file isn’t the latest, and its callers don’t wait forever', async () => {
  const looks = createLatestRuns();
  const seen: string[] = [];
  const look = looks.begin('/a', (counts) => {
    if (counts()) seen.push('looked');
    return Promise.resolve();
  });
  looks.forget('/a');
  await look;
  expect(seen).toEqual([]);
});

test('a file’s run is running until the latest one is done, or it’s forgotten', async () => {
  const looks = createLatestRuns();
  let finish = (): void => undefined;
  const run = looks.begin('/a', () => new Promise((resolve) => (finish = resolve)));
  await Promise.resolve();
  expect([looks.isRunning('/a'), looks.isRunning('/b')]).toEqual([true, false]);
  finish();
  await run;
  expect(looks.isRunning('/a')).toBe(false);
  void looks.begin('/a', () => new Promise(() => undefined));
  looks.forget('/a');
  expect(looks.isRunning('/a')).toBe(false);
});

test('a run that fails isn’t running anymore', async () => {
  const looks = createLatestRuns();
  await expect(looks.begin('/a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(looks.isRunning('/a')).toBe(false);
});
