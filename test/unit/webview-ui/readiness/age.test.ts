import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../support/messages-in';
import { ageOf, sayAge } from '../../../../webview-ui/src/readiness/age';

const readAt = '2026-03-19T12:00:00Z';
const now = (seconds: number): number => Date.parse(readAt) + seconds * 1000;

describe('the age of a read', () => {
  test.each([
    { seconds: 0, text: 'Read from Azure 0 s ago' },
    { seconds: 8.9, text: 'Read from Azure 8 s ago' },
    { seconds: 59, text: 'Read from Azure 59 s ago' },
    { seconds: 60, text: 'Read from Azure 1 min ago' },
    { seconds: 599, text: 'Read from Azure 9 min ago' },
    { seconds: 600, text: 'Read 10 min ago.' },
    { seconds: 7200, text: 'Read 120 min ago.' },
    { seconds: -30, text: 'Read from Azure 0 s ago' },
  ])('after $seconds s: $text', ({ seconds, text }) => {
    expect(sayAge(messagesIn('en'), ageOf(readAt, now(seconds)))).toBe(text);
  });

  test('counts as old from ten minutes on, with a warning on the page', () => {
    expect(ageOf(readAt, now(599)).is).toBe('minutes');
    expect(ageOf(readAt, now(600)).is).toBe('old');
  });
});
