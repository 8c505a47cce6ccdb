import { expect, test } from 'vitest';
import { caseCount } from '../support/case-count';
import { areReadWhole, wrongWithAnswer } from '../support/damaged-answers';

test('answers that are whole are read', () => {
  expect(areReadWhole()).toBe(true);
});

test('a damaged answer, file of service tags, or error message is read or refused, and nothing else happens', () => {
  const numbers = Array.from({ length: caseCount(1500, 20_000) }, (_, number) => number);
  expect(numbers.flatMap((number) => wrongWithAnswer(number) ?? [])).toEqual([]);
});
