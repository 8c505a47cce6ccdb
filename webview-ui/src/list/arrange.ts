import type { ListRow } from './list-row';
import { rowMatches, type Query } from './match';

export type ListItem =
  | { readonly is: 'row'; readonly row: ListRow; readonly place: number; readonly pinned: boolean }
  | { readonly is: 'divider'; readonly count: number };

/** A list in display form, with the numbers for its head line. */
export interface Arranged {
  readonly items: readonly ListItem[];
  readonly found: number;
  readonly fit: number;
  readonly matched: number;
}

/**
 * Returns the matching rows in the host's order. The chosen row is pinned first if it doesn't match. Unsuitable rows
 * come last under a divider. Typing never moves the selection.
 */
export function arrange(rows: readonly ListRow[], query: Query, chosen: string | null): Arranged {
  const shown = query.terms.length === 0 ? rows : rows.filter((row) => rowMatches(row, query));
  const pinned = pinnedRow(rows, shown, chosen);
  const fitting = shown.filter((row) => row.unfit === null);
  const unfit = shown.filter((row) => row.unfit !== null);
  const ordered = [...(pinned ? [pinned] : []), ...fitting, ...unfit];
  const items: ListItem[] = ordered.map((row, i) => ({
    is: 'row',
    row,
    place: i + 1,
    pinned: row === pinned,
  }));
  if (unfit.length > 0) {
    items.splice(ordered.length - unfit.length, 0, { is: 'divider', count: unfit.length });
  }
  const fit = rows.reduce((sum, row) => sum + (row.unfit === null ? 1 : 0), 0);
  return { items, found: rows.length, fit, matched: shown.length };
}

function pinnedRow(
  rows: readonly ListRow[],
  shown: readonly ListRow[],
  chosen: string | null,
): ListRow | undefined {
  if (chosen === null || shown.some((row) => row.id === chosen)) return undefined;
  return rows.find((row) => row.id === chosen);
}
