import { expect, test } from 'vitest';
import { caseCount } from '../support/case-count';
import { areReadWhole, wrongWithAnswer } from '../support/damaged-answers';

test('undamaged answers are read', () => {
  expect(areReadWhole()).toBe(true);
});

test('a damaged answer, service tag file, or error message is read or rejected, without other effects', () => {
  const numbers = Array.from({ length: caseCount(1500, 20_000) }, (_, number) => number);
  expect(numbers.flatMap((number) => wrongWithAnswer(number) ?? [])).toEqual([]);
});
