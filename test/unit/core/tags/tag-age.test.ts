import { expect, test } from 'vitest';
import { preferredTags } from '../../../../src/azure/network/preferred-tags';
import { withAge } from '../../../../src/core/tags/tag-age';
import { shippedTagFile, shippedTags } from '../../../support/shipped-tags';

const tags = shippedTags('public');
const after = (days: number): string => new Date(Date.parse(tags.date) + days * 86_400_000).toISOString();

test.each([
  [0, undefined],
  [60, undefined],
  [61, true],
  [400, true],
])('a list of %i days is old: %s', (days, isOld) => {
  expect(withAge(tags, after(days)).isOld).toBe(isOld);
});

test('a list without a date has no age', () => {
  expect(withAge({ ...tags, date: '' }, after(400)).isOld).toBeUndefined();
});

test('a named file replaces the shipped list, unless it isn’t a list or belongs to another cloud', () => {
  const shipped = shippedTagFile('public');
  const values = [{ name: 'Storage', properties: { addressPrefixes: ['20.0.0.0/8'] } }];
  const of = (text: string | undefined) =>
    preferredTags(
      shipped,
      { name: 'ServiceTags_20261109.json', text },
      { cloud: 'public', today: '2026-11-20' },
    );
  const own = of(JSON.stringify({ changeNumber: 7, cloud: 'Public', values }));
  expect([own.tags.changeNumber, own.tags.date, own.isUnreadable]).toEqual(['7', '2026-11-09', false]);
  expect(own.tags.isOld).toBeUndefined();
  const other = of(JSON.stringify({ changeNumber: 7, cloud: 'AzureGovernment', values }));
  expect([other.tags.changeNumber, other.isUnreadable]).toEqual([shipped.changeNumber, false]);
  for (const text of ['{}', 'no JSON', undefined]) {
    expect([of(text).tags.isOld, of(text).isUnreadable]).toEqual([true, true]);
  }
  expect(preferredTags(shipped, undefined, { cloud: 'public', today: shipped.date }).isUnreadable).toBe(
    false,
  );
});
