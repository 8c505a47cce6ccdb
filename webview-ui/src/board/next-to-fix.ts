import type { BoardGroup } from '@contract/wizard/board';

/** The row to fix after (1) or before (-1) the row `from`, and round again; null where nothing is to fix. */
export function findToFix(
  groups: readonly BoardGroup[],
  from: { readonly group: string; readonly row: string | null } | null,
  direction: 1 | -1,
): { readonly group: string; readonly row: string } | null {
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group: group.id, row })));
  const toFix = all.flatMap(({ group, row }, at) =>
    row.counts === 'to-fix' ? [{ at, group, row: row.id }] : [],
  );
  const here = placeOf(groups, from);
  const found =
    direction === 1
      ? (toFix.find((one) => one.at > here.after) ?? toFix[0])
      : (toFix.findLast((one) => one.at < here.before) ?? toFix.at(-1));
  return found ? { group: found.group, row: found.row } : null;
}

/** Where one stands among all rows: on one of them, or between two where one stands on a group's line. */
function placeOf(
  groups: readonly BoardGroup[],
  from: { readonly group: string; readonly row: string | null } | null,
): { readonly after: number; readonly before: number } {
  if (!from) return { after: -1, before: 0 };
  let passed = 0;
  for (const group of groups) {
    if (group.id === from.group) {
      const at = group.rows.findIndex((row) => row.id === from.row);
      return at < 0 ? { after: passed - 1, before: passed } : { after: passed + at, before: passed + at };
    }
    passed += group.rows.length;
  }
  return { after: -1, before: 0 };
}
