import { expect, test } from 'vitest';
import { dayOf } from '../../../../src/core/tags/tag-catalogue';

test('the day of a list has no time; where it is not known, its number stands for it', () => {
  expect(dayOf({ date: '2026-11-26T10:20:30.000Z', changeNumber: '400' })).toBe('2026-11-26');
  expect(dayOf({ date: '2026-03-16', changeNumber: '400' })).toBe('2026-03-16');
  expect(dayOf({ date: '', changeNumber: '400' })).toBe('400');
});
