import { expect, test } from 'vitest';
import { dayOf, notInList } from '../../../../src/core/tags/tag-catalog';

test('the day of a list has no time, and its change number replaces an unknown day', () => {
  expect(dayOf({ date: '2026-11-26T10:20:30.000Z', changeNumber: '400' })).toBe('2026-11-26');
  expect(dayOf({ date: '2026-03-16', changeNumber: '400' })).toBe('2026-03-16');
  expect(dayOf({ date: '', changeNumber: '400' })).toBe('400');
});

test('a text that starts with a letter is an unlisted tag, and any other text is an invalid address', () => {
  const tags = { date: '2026-03-16', changeNumber: '400' };
  expect(notInList('Storag', tags)).toEqual({
    key: 'unknown.tag',
    values: { tag: 'Storag', date: '2026-03-16' },
  });
  for (const address of ['10.0.0.0/33', '10.0.0.256', '', '-a']) {
    expect(notInList(address, tags)).toEqual({ key: 'unknown.address', values: { address } });
  }
});
