import type { ShownGroup } from './shown-groups';
import { foldKey, keyOf } from './readiness-memory';

/** The current position on Readiness: a row, or the line of a group (`row` is null). */
export interface ReadinessPlace {
  readonly group: string;
  readonly row: string | null;
}

/**
 * Returns the key of the cause after (1) or before (-1) the cause of group `from`, with wraparound; null if there is
 * none.
 */
export function findCause(
  groups: readonly ShownGroup[],
  from: ReadinessPlace | null,
  direction: 1 | -1,
): string | null {
  const keys = groups.flatMap(({ id, cause }) => (cause ? [id] : []));
  const at = from === null ? -1 : keys.indexOf(from.group);
  const next = at < 0 ? (direction === 1 ? 0 : -1) : (at + direction) % keys.length;
  return keys.at(next) ?? null;
}

/**
 * Returns the position of a line of the tree. A fold counts as its first row. Null if the line isn't part of a group.
 */
export function rowIndex(groups: readonly ShownGroup[], key: string): ReadinessPlace | null {
  for (const group of groups) {
    const ownLines = [keyOf('group', group.id), keyOf('actions', group.id)];
    if (ownLines.includes(key)) return { group: group.id, row: null };
    const row = group.rows.find(
      (one) => key === keyOf('row', one.id) || (one.fold !== null && key === foldKey(group.id, one.fold)),
    );
    if (row) return { group: group.id, row: row.id };
  }
  return null;
}

/** Returns the row to fix after (1) or before (-1) `from`, with wraparound; null if there is nothing to fix. */
export function findToFix(
  groups: readonly ShownGroup[],
  from: ReadinessPlace | null,
  direction: 1 | -1,
): { readonly group: string; readonly row: string } | null {
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group: group.id, row })));
  const toFix = all.flatMap(({ group, row }, at) =>
    row.counts === 'error' ? [{ at, group, row: row.id }] : [],
  );
  const here = betweenOf(groups, from);
  const found =
    direction === 1
      ? (toFix.find((one) => one.at > here.after) ?? toFix[0])
      : (toFix.findLast((one) => one.at < here.before) ?? toFix.at(-1));
  return found ? { group: found.group, row: found.row } : null;
}

/** Returns the current position among all rows: on a row, or between two rows if it is on a group's line. */
function betweenOf(
  groups: readonly ShownGroup[],
  from: ReadinessPlace | null,
): { readonly after: number; readonly before: number } {
  let passed = 0;
  for (const group of groups) {
    if (group.id === from?.group) {
      const at = group.rows.findIndex((row) => row.id === from.row);
      return at < 0 ? { after: passed - 1, before: passed } : { after: passed + at, before: passed + at };
    }
    passed += group.rows.length;
  }
  return { after: -1, before: 0 };
}
