import { keepOrder } from '../readiness/stable-order';
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
 * Returns the matching rows in the host's order, or in the order of `kept`. The chosen row is pinned first if it doesn't
 * match. Unsuitable rows come last under a divider. Typing never moves the selection.
 */
export function arrange(
  rows: readonly ListRow[],
  query: Query,
  { chosen, kept = [] }: { readonly chosen: string | null; readonly kept?: readonly string[] },
): Arranged {
  const shown = query.terms.length === 0 ? rows : rows.filter((row) => rowMatches(row, query));
  const pinned = pinnedRow(rows, shown, chosen);
  const sorted = kept.length > 0 ? keepOrder(shown, kept) : fittingFirst(shown);
  const ordered = [...(pinned ? [pinned] : []), ...sorted];
  const items: ListItem[] = ordered.map((row, i) => ({
    is: 'row',
    row,
    place: i + 1,
    pinned: row === pinned,
  }));
  const end = ordered.findLastIndex((row) => isFit(row) || row === pinned) + 1;
  if (end < ordered.length) items.splice(end, 0, { is: 'divider', count: ordered.length - end });
  return { items, found: rows.length, fit: rows.filter(isFit).length, matched: shown.length };
}

function isFit({ unfit }: ListRow): boolean {
  return unfit === null;
}

function fittingFirst(rows: readonly ListRow[]): readonly ListRow[] {
  return [...rows.filter(isFit), ...rows.filter((row) => !isFit(row))];
}

function pinnedRow(
  rows: readonly ListRow[],
  shown: readonly ListRow[],
  chosen: string | null,
): ListRow | undefined {
  if (chosen === null || shown.some((row) => row.id === chosen)) return undefined;
  return rows.find((row) => row.id === chosen);
}
