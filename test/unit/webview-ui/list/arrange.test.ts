import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../webview-ui/src/list/arrange';
import { parseFilter } from '../../../../webview-ui/src/list/match';
import { row } from './rows';

const rows = [
  row('alpha'),
  row('beta'),
  row('gamma', { unfit: 'Full (0 addresses free)' }),
  row('delta', { unfit: 'Other region' }),
];

function shown(filter: string, chosen: string | null = null): string[] {
  return arrange(rows, parseFilter(filter), chosen).items.map((item) =>
    item.is === 'divider' ? `-- ${String(item.count)}` : `${item.row.name}${item.pinned ? ' (chosen)' : ''}`,
  );
}

describe('order', () => {
  test('the host’s order, what does not fit under a line', () => {
    expect(shown('')).toEqual(['alpha', 'beta', '-- 2', 'gamma', 'delta']);
  });
  test('no line where everything that matches fits', () => {
    expect(shown('beta')).toEqual(['beta']);
  });
  test('the line counts what matches', () => {
    expect(shown('gam')).toEqual(['-- 1', 'gamma']);
  });
});

describe('the chosen row', () => {
  test('stays in its place while it matches', () => {
    expect(shown('a', 'beta')).toEqual(['alpha', 'beta', '-- 2', 'gamma', 'delta']);
  });
  test('is pinned first while it does not match', () => {
    expect(shown('alph', 'beta')).toEqual(['beta (chosen)', 'alpha']);
  });
  test('is pinned first even where it does not fit', () => {
    expect(shown('alph', 'gamma')).toEqual(['gamma (chosen)', 'alpha']);
  });
  test('is pinned above the line where only unfit rows match', () => {
    expect(shown('delta', 'alpha')).toEqual(['alpha (chosen)', '-- 1', 'delta']);
  });
  test('is nowhere where the list does not hold it', () => {
    expect(shown('alph', 'omega')).toEqual(['alpha']);
  });
});

test('figures are of the whole list; what matches does not count the pinned row', () => {
  const { found, fit, matched } = arrange(rows, parseFilter('alph'), 'beta');
  expect({ found, fit, matched }).toEqual({ found: 4, fit: 2, matched: 1 });
});

test('places are numbered without the line', () => {
  const { items } = arrange(rows, parseFilter(''), null);
  expect(items.map((item) => (item.is === 'row' ? item.place : null))).toEqual([1, 2, null, 3, 4]);
});

test('5,000 rows are filtered within a frame', () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    row(`vnet-spoke-${String(i)}`, {
      cells: {
        group: `rg-spokes-${String(i % 38)}`,
        region: 'West Europe',
        addresses: `10.${String(i % 256)}.0.0/24`,
      },
      ranges: [[i * 256, i * 256 + 255]],
    }),
  );
  arrange(many, parseFilter('warm'), null);
  const times = ['s', 'sp', 'spo', 'spoke-4', 'spoke-49 rg-spokes-1', '10.4'].map((typed) => {
    const start = performance.now();
    arrange(many, parseFilter(typed), 'vnet-spoke-7');
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(16);
  expect(times.sort((a, b) => a - b)[3]).toBeLessThan(16);
});
