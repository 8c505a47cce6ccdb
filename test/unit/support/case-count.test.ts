import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caseCount, someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';

const variable = 'AML_SECURE_COMPUTE_CASES';
const set = (cases: string | undefined) => vi.stubEnv(variable, cases);
beforeEach(() => void set(undefined));
afterEach(() => void vi.unstubAllEnvs());

describe('the number of cases', () => {
  test('is small, with cases from all parts of a list', () => {
    expect(caseCount(2, 100)).toBe(2);
    expect(someCases([0, 1, 2, 3, 4, 5, 6, 7], 4)).toEqual([0, 2, 4, 6]);
    expect(someCases([0, 1], 4)).toEqual([0, 1]);
  });

  test('is large if many are requested', () => {
    set('many');
    expect(caseCount(2, 100)).toBe(100);
    expect(someCases([0, 1, 2], 1)).toEqual([0, 1, 2]);
    expect(someCases([0, 1, 2, 3], 1, 2)).toEqual([0, 2]);
  });

  test('is all cases if all are requested', () => {
    set('all');
    expect(caseCount(2, 100)).toBe(100);
    expect(caseCount(2, 100, 1000)).toBe(1000);
    expect(someCases([0, 1, 2, 3], 1, 2)).toEqual([0, 1, 2, 3]);
  });

  test.each(['', 'Many', '1000'])('is an error if %j is requested', (asked) => {
    set(asked);
    expect(() => caseCount(2, 100)).toThrow(variable);
  });
});

test('the failed cases of many are named, with their errors', async () => {
  const failures = await failuresIn({ one: 1, two: 2, three: 3 }, async (one) => {
    await Promise.resolve();
    if (one % 2 === 1) throw new Error(`${one} is odd`);
  });
  expect(failures).toEqual(['one: 1 is odd', 'three: 3 is odd']);
});
