import { expect, test } from 'vitest';
import { durationMinutes, durationText } from '../../../src/core/duration';

test.each([
  ['PT90M', 90],
  ['PT2H', 120],
  ['P1D', 1440],
  ['P1DT2H3M30S', 1563.5],
  ['PT120S', 2],
  ['P10DT12H', 15120],
  ['PT0S', 0],
])('%s is %d minutes', (text, minutes) => expect(durationMinutes(text)).toBe(minutes));

test.each(['', 'P', 'PT', 'T5M', '5M', 'PT5', 'PT5Mx', 'xPT5M', 'P1M', 'PT1M2H', '-PT5M'])(
  '%j isn’t a duration',
  (text) => expect(durationMinutes(text)).toBeNull(),
);

test('formats a duration in minutes', () => expect(durationText(90)).toBe('PT90M'));
