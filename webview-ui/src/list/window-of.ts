import type { ListItem } from './arrange';
import type { ListRow } from './list-row';

/** Which items are drawn: `from` to `to` (not included), and the empty heights before and after, in pixels. */
export interface ListWindow {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

export interface Heights {
  readonly row: number;
  readonly divider: number;
}

/** Items drawn beyond what is in view, so that scrolling by a little shows no gap. */
const spare = 4;

export function windowOf(
  items: readonly ListItem[],
  heights: Heights,
  view: { readonly top: number; readonly height: number },
): ListWindow {
  const divider = dividerIndex(items);
  const topOf = (index: number): number =>
    index * heights.row + (divider >= 0 && index > divider ? heights.divider - heights.row : 0);
  const indexAt = (y: number): number => {
    const guess = Math.floor(y / heights.row);
    return topOf(guess) > y ? guess - 1 : guess;
  };
  const from = clamp(indexAt(view.top) - spare, items.length);
  const to = clamp(indexAt(view.top + view.height) + 1 + spare, items.length);
  return { from, to, before: topOf(from), after: topOf(items.length) - topOf(to) };
}

/** Where an item stands in the whole list, in pixels. */
export function itemPosition(
  items: readonly ListItem[],
  heights: Heights,
  index: number,
): { readonly top: number; readonly height: number } {
  const divider = dividerIndex(items);
  const top = index * heights.row + (divider >= 0 && index > divider ? heights.divider - heights.row : 0);
  return { top, height: index === divider ? heights.divider : heights.row };
}

/** The rows that are really in view. */
export function rowsInView(
  items: readonly ListItem[],
  heights: Heights,
  view: { readonly top: number; readonly height: number },
): ListRow[] {
  const rows: ListRow[] = [];
  const { from, to } = windowOf(items, heights, view);
  for (let i = from; i < to; i++) {
    const item = items[i];
    const place = itemPosition(items, heights, i);
    const seen = place.top < view.top + view.height && place.top + place.height > view.top;
    if (item?.is === 'row' && seen) rows.push(item.row);
  }
  return rows;
}

function dividerIndex(items: readonly ListItem[]): number {
  return items.findIndex((item) => item.is === 'divider');
}

function clamp(index: number, most: number): number {
  return Math.min(most, Math.max(0, index));
}
