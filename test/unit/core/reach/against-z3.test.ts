import { expect, test } from 'vitest';
import { prove } from '../../../../scripts/prove.mjs';

// Other cases than those of against-naive.test.ts; `npm run prove` tries 10,000.
test('300 verdicts agree with z3', { timeout: 300_000 }, async () => {
  const { proven, lines, seen } = await prove(300);
  expect(lines).toEqual([]);
  expect(proven).toBe(300);
  // Every verdict that reachability can have was among them.
  expect(Object.keys(seen).sort()).toEqual([
    'allowed',
    'blocked',
    'handed-on',
    'no-way-out',
    'partly-blocked',
    'reply-lost',
    'undecided',
  ]);
});
