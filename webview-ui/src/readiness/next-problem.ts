import type { ShownGroup } from './shown-groups';
import { foldKey, keyOf } from './readiness-memory';

/** Where one stands on Readiness: on a row, or on the line of a group (`row` is null). */
export interface ReadinessPlace {
  readonly group: string;
  readonly row: string | null;
}

/** The key of the cause after (1) or before (-1) the one of group `from`, and round again; null where there is none. */
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

/** The place of a line of the tree; a fold stands for its first row. Null where the line is of no group here. */
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

/** The row to fix after (1) or before (-1) `from`, and round again; null where nothing is to fix. */
export function findToFix(
  groups: readonly ShownGroup[],
  from: ReadinessPlace | null,
  direction: 1 | -1,
): { readonly group: string; readonly row: string } | null {
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group: group.id, row })));
  const toFix = all.flatMap(({ group, row }, at) =>
    row.counts === 'to-fix' ? [{ at, group, row: row.id }] : [],
  );
  const here = betweenOf(groups, from);
  const found =
    direction === 1
      ? (toFix.find((one) => one.at > here.after) ?? toFix[0])
      : (toFix.findLast((one) => one.at < here.before) ?? toFix.at(-1));
  return found ? { group: found.group, row: found.row } : null;
}

/** Where one stands among all rows: on one of them, or between two where one stands on a group's line. */
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
