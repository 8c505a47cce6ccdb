import { expect, test } from 'vitest';
import { messagesIn } from '../../support/messages-in';
import { formatMoney } from '../../../src/wording/money';

test('an amount has its currency in the format of the language', () => {
  expect(formatMoney(messagesIn('en'), 0.23, 'USD')).toBe('$0.23');
  expect(formatMoney(messagesIn('en'), 1.5, 'EUR')).toBe('€1.50');
  expect(formatMoney(messagesIn('fr'), 0.23, 'EUR')).toBe('0,23\u00a0€');
});

test('an invalid currency code stays readable', () => {
  expect(formatMoney(messagesIn('en'), 0.23, 'nonsense')).toBe('0.23 nonsense');
});
