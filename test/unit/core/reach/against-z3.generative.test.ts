import { expect, test } from 'vitest';
import { prove } from '../../../../scripts/prove.mjs';
import { caseCount } from '../../../support/case-count';

// Other cases than those of against-naive.generative.test.ts. `npm run prove` tests 10,000.
const cases = caseCount(44, 300);

test('results agree with z3', { timeout: 600_000 }, async () => {
  const { agreed, lines, seen } = await prove(cases);
  expect(lines).toEqual([]);
  expect(agreed).toBe(cases);
  // Every possible result of reachability was among them.
  expect(Object.keys(seen).sort()).toEqual([
    'allowed',
    'blocked',
    'forwarded',
    'no-outbound-access',
    'partly-blocked',
    'reply-lost',
    'unknown',
  ]);
});
