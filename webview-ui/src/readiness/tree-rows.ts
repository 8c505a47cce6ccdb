import type { Readiness, ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';
import { foldKey, keyOf, type ReadinessMemory } from './readiness-memory';
import { openOnly } from './filter-rows';

type NotNeeded = Readiness['notNeeded'][number];
type Fold = ReadinessGroup['folds'][number];

interface Place {
  readonly key: string;
  /** The key of the line it stands under; null for a group. */
  readonly parent: string | null;
  readonly level: number;
  /** Null where there is nothing to open. */
  readonly expanded: boolean | null;
  /** One-based, among its siblings. */
  readonly position: number;
  readonly size: number;
  /** What typed letters are compared with. */
  readonly text: string;
}

/** One line of the tree as it is shown. */
export type TreeRow =
  | (Place & { readonly is: 'group'; readonly group: Pick<ReadinessGroup, 'title' | 'summary' | 'icon'> })
  | (Place & { readonly is: 'row'; readonly row: ReadinessRow })
  | (Place & { readonly is: 'fold'; readonly fold: Fold })
  | (Place & { readonly is: 'none'; readonly none: NotNeeded });

export interface Shown {
  /** In the order to show. */
  readonly groups: readonly ReadinessGroup[];
  readonly notes: ReadinessGroup | null;
  readonly notNeeded: readonly NotNeeded[];
  /** The title of the group of what is not needed. */
  readonly notNeededTitle: string;
}

/** All lines that are in sight, from top to bottom, as the person has opened and filtered them. */
export function treeRows(shown: Shown, memory: ReadinessMemory): readonly TreeRow[] {
  const groups = memory.openOnly ? openOnly(shown.groups) : shown.groups;
  const notes = shown.notes && !memory.openOnly ? [shown.notes] : [];
  const all = [...groups, ...notes];
  const withNone = memory.notNeeded && shown.notNeeded.length > 0;
  const size = all.length + (withNone ? 1 : 0);
  const rows = all.flatMap((group, index) => groupRows({ group, position: index + 1, size }, memory));
  return withNone ? [...rows, ...noneRows(shown, memory, size)] : rows;
}

function groupRows(
  at: { readonly group: ReadinessGroup; readonly position: number; readonly size: number },
  memory: ReadinessMemory,
): readonly TreeRow[] {
  const { group, position, size } = at;
  const expanded = memory.groups[group.id] ?? group.open;
  const key = keyOf('group', group.id);
  const head: TreeRow = {
    is: 'group',
    key,
    parent: null,
    level: 1,
    expanded,
    position,
    size,
    text: group.title,
    group,
  };
  return expanded ? [head, ...memberRows(group, key, memory)] : [head];
}

/** The rows of a group; a fold stands where the first of its rows would. */
function memberRows(group: ReadinessGroup, parent: string, memory: ReadinessMemory): readonly TreeRow[] {
  const lines = foldLines(group);
  return lines.flatMap((line, index): readonly TreeRow[] => {
    const place = { parent, level: 2, position: index + 1, size: lines.length };
    if (line.is === 'row') return [readinessRow(line.row, place, memory)];
    const key = foldKey(group.id, line.fold.id);
    const expanded = memory.opened.includes(key);
    const head: TreeRow = { is: 'fold', key, ...place, expanded, text: line.fold.text, fold: line.fold };
    if (!expanded) return [head];
    const size = line.rows.length;
    const under = line.rows.map((row, at) =>
      readinessRow(row, { parent: key, level: 3, position: at + 1, size }, memory),
    );
    return [head, ...under];
  });
}

type Line =
  | { readonly is: 'row'; readonly row: ReadinessRow }
  | { readonly is: 'fold'; readonly fold: Fold; readonly rows: ReadinessRow[] };

function foldLines(group: ReadinessGroup): readonly Line[] {
  const lines: Line[] = [];
  const folds = new Map<string, ReadinessRow[]>();
  for (const row of group.rows) {
    const fold = group.folds.find((one) => one.id === row.fold);
    const behind = fold && folds.get(fold.id);
    if (!fold) lines.push({ is: 'row', row });
    else if (behind) behind.push(row);
    else {
      const rows = [row];
      folds.set(fold.id, rows);
      lines.push({ is: 'fold', fold, rows });
    }
  }
  return lines;
}

function readinessRow(
  row: ReadinessRow,
  place: Pick<Place, 'parent' | 'level' | 'position' | 'size'>,
  memory: ReadinessMemory,
): TreeRow {
  const key = keyOf('row', row.id);
  return { is: 'row', key, ...place, expanded: memory.opened.includes(key), text: row.name, row };
}

function noneRows(shown: Shown, memory: ReadinessMemory, size: number): readonly TreeRow[] {
  const key = keyOf('group', 'not-needed');
  const expanded = memory.groups['not-needed'] ?? true;
  const group = { title: shown.notNeededTitle, summary: String(shown.notNeeded.length), icon: null };
  const place = { key, parent: null, level: 1, expanded, position: size, size, text: group.title };
  const head: TreeRow = { is: 'group', ...place, group };
  if (!expanded) return [head];
  const rows = shown.notNeeded.map((none, index): TreeRow => {
    const at = { parent: key, level: 2, position: index + 1, size: shown.notNeeded.length };
    return { is: 'none', key: keyOf('none', none.id), ...at, expanded: null, text: none.name, none };
  });
  return [head, ...rows];
}
