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
