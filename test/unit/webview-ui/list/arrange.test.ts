import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../webview-ui/src/list/arrange';
import { parseFilter } from '../../../../webview-ui/src/list/match';
import type { ListRow } from '../../../../webview-ui/src/list/list-row';
import { row } from './rows';

const rows = [
  row('alpha'),
  row('beta'),
  row('gamma', { unfit: 'Full (0 addresses free)' }),
  row('delta', { unfit: 'Other region' }),
];

function shown(filter: string, chosen: string | null = null): string[] {
  return arrange(rows, parseFilter(filter), { chosen }).items.map((item) =>
    item.is === 'divider' ? `-- ${String(item.count)}` : `${item.row.name}${item.pinned ? ' (chosen)' : ''}`,
  );
}

describe('the order', () => {
  test('keeps the host’s order, with unfit rows below a divider', () => {
    expect(shown('')).toEqual(['alpha', 'beta', '-- 2', 'gamma', 'delta']);
  });
  test('doesn’t have a divider if all matching rows are fit', () => {
    expect(shown('beta')).toEqual(['beta']);
  });
  test('shows the number of matches on the divider', () => {
    expect(shown('gam')).toEqual(['-- 1', 'gamma']);
  });
});

describe('while the list is in use', () => {
  const inOrder = (kept: readonly string[], rows: readonly ListRow[]): string[] =>
    arrange(rows, parseFilter(''), { chosen: null, kept }).items.map((item) =>
      item.is === 'divider' ? `-- ${String(item.count)}` : item.row.name,
    );
  const kept = ['beta', 'gamma', 'alpha', 'delta'].map((name) => row(name).id);

  test('rows keep their places, also one that became unfit or fit', () => {
    expect(inOrder(kept, rows)).toEqual(['beta', 'gamma', 'alpha', '-- 1', 'delta']);
    const fit = rows.map((one) => ({ ...one, unfit: null }));
    expect(inOrder(kept, fit)).toEqual(['beta', 'gamma', 'alpha', 'delta']);
  });
  test('a new row comes after the row that it follows', () => {
    expect(inOrder(kept, [row('alpha'), row('aleph'), ...rows.slice(1)])).toEqual([
      ...['beta', 'gamma', 'alpha', 'aleph', '-- 1', 'delta'],
    ]);
  });
  test('another list is in the host’s order', () => {
    expect(inOrder(['other'], rows)).toEqual(shown(''));
  });
});

describe('the selected row', () => {
  test('stays in its place while it matches', () => {
    expect(shown('a', 'beta')).toEqual(['alpha', 'beta', '-- 2', 'gamma', 'delta']);
  });
  test('is pinned at the top while it doesn’t match', () => {
    expect(shown('alph', 'beta')).toEqual(['beta (chosen)', 'alpha']);
  });
  test('is pinned at the top even if it’s unfit', () => {
    expect(shown('alph', 'gamma')).toEqual(['gamma (chosen)', 'alpha']);
  });
  test('is pinned above the divider if only unfit rows match', () => {
    expect(shown('delta', 'alpha')).toEqual(['alpha (chosen)', '-- 1', 'delta']);
  });
  test('isn’t shown if the list doesn’t contain it', () => {
    expect(shown('alph', 'omega')).toEqual(['alpha']);
  });
});

test('totals cover the whole list, and matches exclude the pinned row', () => {
  const { found, fit, matched } = arrange(rows, parseFilter('alph'), { chosen: 'beta' });
  expect({ found, fit, matched }).toEqual({ found: 4, fit: 2, matched: 1 });
});

test('positions don’t count the divider', () => {
  const { items } = arrange(rows, parseFilter(''), { chosen: null });
  expect(items.map((item) => (item.is === 'row' ? item.place : null))).toEqual([1, 2, null, 3, 4]);
});
