import { expect, test } from 'vitest';
import { speaker } from '../../../support/speaker';
import { sayElapsed, sayTime } from '../../../../webview-ui/src/creation/elapsed';

test.each([
  { ms: 0, text: '0 s' },
  { ms: 59_999, text: '59 s' },
  { ms: 60_000, text: '1 min 0 s' },
  { ms: 684_000, text: '11 min 24 s' },
  { ms: 3_599_000, text: '59 min 59 s' },
  { ms: 3_900_000, text: '1 h 5 min' },
  { ms: -5000, text: '0 s' },
])('$ms ms: $text', ({ ms, text }) => {
  expect(sayElapsed(speaker('en'), ms)).toBe(text);
});

test('a time of day has 24 hours and seconds', () => {
  const local = new Date(2026, 2, 19, 13, 7, 5).toISOString();
  expect(sayTime(speaker('en'), local)).toBe('13:07:05');
});
