import { expect, test } from 'vitest';
import { speaker } from '../../support/speaker';
import { formatMoney } from '../../../src/wording/money';

test('an amount has its currency in the format of the language', () => {
  expect(formatMoney(speaker('en'), 0.23, 'USD')).toBe('$0.23');
  expect(formatMoney(speaker('en'), 1.5, 'EUR')).toBe('€1.50');
  expect(formatMoney(speaker('fr'), 0.23, 'EUR')).toBe('0,23\u00a0€');
});

test('an invalid currency code stays readable', () => {
  expect(formatMoney(speaker('en'), 0.23, 'nonsense')).toBe('0.23 nonsense');
});
