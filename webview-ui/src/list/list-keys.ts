import type { ListItem } from './arrange';

export type ListMove = 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

const moves: Readonly<Record<string, ListMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

export function moveOf(key: string): ListMove | null {
  return moves[key] ?? null;
}

/** The row that a key leads to from `at`; dividers are stepped over. -1 where there is no row. */
export function indexAfter(
  items: readonly ListItem[],
  at: number,
  move: { how: ListMove; page: number },
): number {
  switch (move.how) {
    case 'up':
      return rowFrom(items, at - 1, -1) ?? at;
    case 'down':
      return rowFrom(items, at + 1, 1) ?? at;
    case 'first':
      return rowFrom(items, 0, 1) ?? -1;
    case 'last':
      return rowFrom(items, items.length - 1, -1) ?? -1;
    case 'pageUp':
      return rowFrom(items, Math.max(0, at - move.page), 1) ?? at;
    case 'pageDown':
      return rowFrom(items, Math.min(items.length - 1, at + move.page), -1) ?? at;
  }
}

/** The next row after `at` whose name starts with what was typed, round the end; `at` itself still counts. */
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
