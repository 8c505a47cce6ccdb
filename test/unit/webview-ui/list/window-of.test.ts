import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../webview-ui/src/list/arrange';
import { parseFilter } from '../../../../webview-ui/src/list/match';
import { itemPosition, rowsInView, windowOf } from '../../../../webview-ui/src/list/window-of';
import { row } from './rows';

const rows = Array.from({ length: 100 }, (_, i) =>
  row(`r${String(i)}`, { unfit: i < 90 ? null : 'Full (0 addresses free)' }),
);
const { items } = arrange(rows, parseFilter(''), { chosen: null });
const measured = new Map<string, number>();
const flat = { row: 22, divider: 22, measured };
const tall = { row: 44, divider: 22, measured };
/** The tenth and the last row wrap. */
const mixed = {
  row: 22,
  divider: 22,
  measured: new Map([
    ['r9', 58],
    ['r99', 40],
  ]),
};

describe('the rendered part', () => {
  test('in a list of one height is the view and four rows around it', () => {
    const view = windowOf(items, flat, { top: 440, height: 220 });
    expect(view).toEqual({ from: 16, to: 35, before: 16 * 22, after: (101 - 35) * 22 });
  });
  test('doesn’t have space before the first row or after the last', () => {
    expect(windowOf(items, flat, { top: 0, height: 220 })).toMatchObject({ from: 0, before: 0 });
    expect(windowOf(items, flat, { top: 101 * 22 - 220, height: 220 })).toMatchObject({ to: 101, after: 0 });
  });
  test.each([0, 500, 3900, 3960, 4100, 4202])(
    'has heights that always add up to the whole, from %i',
    (top) => {
      const view = windowOf(items, tall, { top, height: 220 });
      const drawn = items.slice(view.from, view.to).map((item) => (item.is === 'divider' ? 22 : 44));
      const sum = view.before + drawn.reduce((a, b) => a + b, 0) + view.after;
      expect(sum).toBe(100 * 44 + 22);
    },
  );
  test.each([3900, 3960, 3982, 4004])(
    'includes all visible items, around a line of another height, from %i',
    (top) => {
      const { from, to } = windowOf(items, tall, { top, height: 220 });
      const seen = items
        .map((_, i) => i)
        .filter((i) => {
          const place = itemPosition(items, tall, i);
          return place.top < top + 220 && place.top + place.height > top;
        });
      expect(seen.every((i) => i >= from && i < to)).toBe(true);
      expect(seen.length).toBeGreaterThan(4);
    },
  );
});

describe('rows that wrap', () => {
  const whole = 100 * 22 + 22 + 36 + 18;
  test.each([0, 180, 198, 250, 257, 2000, whole - 220])('add up to the whole, from %i', (top) => {
    const view = windowOf(items, mixed, { top, height: 220 });
    const drawn = items
      .slice(view.from, view.to)
      .map((_, i) => itemPosition(items, mixed, view.from + i).height);
    expect(view.before + drawn.reduce((a, b) => a + b, 0) + view.after).toBe(whole);
  });
  test('are positioned where they’re drawn', () => {
    expect(itemPosition(items, mixed, 9)).toEqual({ top: 198, height: 58 });
    expect(itemPosition(items, mixed, 10)).toEqual({ top: 256, height: 22 });
    expect(rowsInView(items, mixed, { top: 199, height: 60 }).map((one) => one.name)).toEqual(['r9', 'r10']);
  });
});

test('only visible rows are checked, not those rendered around them', () => {
  const seen = rowsInView(items, flat, { top: 440, height: 44 });
  expect(seen.map((one) => one.name)).toEqual(['r20', 'r21']);
});
