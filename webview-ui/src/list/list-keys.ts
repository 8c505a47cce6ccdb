import type { ListItem } from './arrange';

export type ListMove = 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

const moves: ReadonlyMap<string, ListMove> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageUp', 'pageUp'],
  ['PageDown', 'pageDown'],
]);

export function moveOf(key: string): ListMove | null {
  return moves.get(key) ?? null;
}

/** Start and direction of the search for a row, to skip dividers. */
const searches: Readonly<
  Record<ListMove, (at: number, page: number, last: number) => readonly [number, 1 | -1]>
> = {
  up: (at) => [at - 1, -1],
  down: (at) => [at + 1, 1],
  first: () => [0, 1],
  last: (_at, _page, last) => [last, -1],
  pageUp: (at, page) => [Math.max(0, at - page), 1],
  pageDown: (at, page, last) => [Math.min(last, at + page), -1],
};

/** Returns the row that a key moves to from `at`; `at` itself if there is no other. */
export function indexAfter(
  items: readonly ListItem[],
  at: number,
  move: { readonly how: ListMove; readonly page: number },
): number {
  const [start, step] = searches[move.how](at, move.page, items.length - 1);
  return rowFrom(items, start, step) ?? at;
}

/** Returns the next row after `at` whose name starts with the typed text, with wraparound. `at` itself also counts. */
export function indexByLetters(items: readonly ListItem[], at: number, typed: string): number {
  const start = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < items.length; step++) {
    const index = (Math.max(0, start) + step) % items.length;
    const item = items[index];
    if (item?.is === 'row' && item.row.name.toLowerCase().startsWith(typed.toLowerCase())) return index;
  }
  return at;
}

function rowFrom(items: readonly ListItem[], start: number, step: 1 | -1): number | undefined {
  for (let i = start; i >= 0 && i < items.length; i += step) if (items[i]?.is === 'row') return i;
  return undefined;
}
