import type { ListItem } from './arrange';
import type { ListRow } from './list-row';

/** Items to draw: `from` to `to` (excluded), and the empty heights before and after in pixels. */
export interface ListWindow {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

export interface Heights {
  /** Height of a row that wasn't drawn yet. */
  readonly row: number;
  readonly divider: number;
  /** Heights of drawn rows by ID: a name or a cell that wraps makes its row taller. */
  readonly measured: ReadonlyMap<string, number>;
}

/** Number of items drawn outside of the visible area, so that small scrolls don't show a gap. */
const spare = 4;

export function windowOf(
  items: readonly ListItem[],
  heights: Heights,
  view: { readonly top: number; readonly height: number },
): ListWindow {
  const tops = topsOf(items, heights);
  const from = clamp(indexAt(tops, view.top) - spare, items.length);
  const to = clamp(indexAt(tops, view.top + view.height) + 1 + spare, items.length);
  const end = tops[items.length] ?? 0;
  return { from, to, before: tops[from] ?? 0, after: end - (tops[to] ?? end) };
}

/** Returns the position of an item in the whole list in pixels. */
export function itemPosition(
  items: readonly ListItem[],
  heights: Heights,
  index: number,
): { readonly top: number; readonly height: number } {
  const tops = topsOf(items, heights);
  const top = tops[index] ?? 0;
  return { top, height: (tops[index + 1] ?? top) - top };
}

/** Returns the rows that are actually visible. */
export function rowsInView(
  items: readonly ListItem[],
  heights: Heights,
  view: { readonly top: number; readonly height: number },
): ListRow[] {
  const tops = topsOf(items, heights);
  return items.flatMap((item, i) => {
    const isSeen = (tops[i] ?? 0) < view.top + view.height && (tops[i + 1] ?? 0) > view.top;
    return item.is === 'row' && isSeen ? [item.row] : [];
  });
}

/** Returns the top of each item, and the end of the last. */
function topsOf(items: readonly ListItem[], heights: Heights): readonly number[] {
  const tops = [0];
  let top = 0;
  for (const item of items) {
    top += item.is === 'divider' ? heights.divider : (heights.measured.get(item.row.id) ?? heights.row);
    tops.push(top);
  }
  return tops;
}

/** Returns the last item that begins at or before `y`. */
function indexAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(index: number, most: number): number {
  return Math.min(most, Math.max(0, index));
}
