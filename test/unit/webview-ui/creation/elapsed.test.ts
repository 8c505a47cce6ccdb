import { expect, test } from 'vitest';
import { formatTime } from '../../../../src/wording/dates';
import { messagesIn } from '../../../support/messages-in';
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
  expect(sayElapsed(messagesIn('en'), ms)).toBe(text);
});

test('a time of day has 24 hours and seconds', () => {
  const local = new Date(2026, 2, 19, 13, 7, 5).toISOString();
  expect(sayTime(messagesIn('en'), local)).toBe('13:07:05');
});

test('a time of day without seconds has 24 hours in English, as in texts of the extension host', () => {
  const local = new Date(2026, 2, 19, 19, 7, 5);
  for (const language of ['en', 'fr'] as const) {
    const say = messagesIn(language);
    expect(sayTime(say, local.getTime(), 'minutes')).toBe(formatTime(say, local.toISOString()));
    expect(sayTime(say, local.toISOString())).toBe(formatTime(say, local.toISOString(), 'seconds'));
  }
});
