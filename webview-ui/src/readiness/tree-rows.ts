import type { Readiness, ReadinessCause, ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';
import { foldKey, keyOf, type ReadinessMemory } from './readiness-memory';
import type { ShownGroup } from './shown-groups';

type NotNeeded = Readiness['notNeeded'][number];
type Fold = ReadinessGroup['folds'][number];

interface Place {
  readonly key: string;
  /** Key of the parent line; null for a group. */
  readonly parent: string | null;
  readonly level: number;
  /** Null if there is nothing to open. */
  readonly expanded: boolean | null;
  /** One-based position among its siblings. */
  readonly position: number;
  readonly size: number;
  /** Text that typed letters are compared with. */
  readonly text: string;
  /** The cause that it belongs to; null if there is none. */
  readonly cause: ReadinessCause | null;
}

/** A line of the tree in display form. */
export type TreeRow =
  | (Place & {
      readonly is: 'group';
      readonly group: Pick<ShownGroup, 'title' | 'summary' | 'icon' | 'amongCauses'>;
    })
  | (Place & { readonly is: 'cause'; readonly cause: ReadinessCause })
  | (Place & { readonly is: 'row'; readonly row: ReadinessRow })
  | (Place & { readonly is: 'fold'; readonly fold: Fold })
  | (Place & { readonly is: 'earlier'; readonly cause: ReadinessCause; readonly earlier: Earlier })
  | (Place & {
      readonly is: 'actions';
      readonly cause: ReadinessCause;
      readonly trace: ReadinessRow['trace'];
    })
  | (Place & { readonly is: 'none'; readonly none: NotNeeded });

type Earlier = ReadinessCause['earlier'][number];

export interface Shown {
  /** Groups in display order. */
  readonly groups: readonly ShownGroup[];
  readonly notes: ShownGroup | null;
  readonly notNeeded: readonly NotNeeded[];
  /** Title of the group of requirements that don't apply. */
  readonly notNeededTitle: string;
}

/** Returns all visible lines from top to bottom, according to what the user opened and filtered. */
export function treeRows(shown: Shown, memory: ReadinessMemory): readonly TreeRow[] {
  const groups = memory.openOnly ? openOnly(shown.groups) : shown.groups;
  const notes = shown.notes && !memory.openOnly ? [shown.notes] : [];
  const all = [...groups, ...notes];
  const withNone = memory.notNeeded && shown.notNeeded.length > 0;
  const size = all.length + (withNone ? 1 : 0);
  const rows = all.flatMap((group, index) =>
    groupRows(group, { parent: null, level: 1, position: index + 1, size }, memory),
  );
  return withNone ? [...rows, ...noneRows(shown, memory, size)] : rows;
}

type Position = Pick<Place, 'parent' | 'level' | 'position' | 'size'>;

function groupRows(group: ShownGroup, at: Position, memory: ReadinessMemory): readonly TreeRow[] {
  const expanded = memory.groups[group.id] ?? group.open;
  const key = keyOf('group', group.id);
  const { cause } = group;
  const place = { key, ...at, expanded, text: group.title };
  const head: TreeRow = cause
    ? { is: 'cause', ...place, cause }
    : { is: 'group', ...place, cause: null, group };
  return expanded ? [head, ...memberRows(group, { parent: key, level: at.level + 1 }, memory)] : [head];
}

/** Returns the lines below a group's line. A fold is at the position of its first row. */
function memberRows(
  group: ShownGroup,
  under: Pick<Place, 'parent' | 'level'>,
  memory: ReadinessMemory,
): readonly TreeRow[] {
  const { cause, within } = group;
  const lines = foldLines(group);
  const earlier = cause?.earlier ?? [];
  const size = within.length + lines.length + earlier.length + (cause ? 1 : 0);
  const at = (index: number): Position => ({ ...under, position: index + 1, size });
  return [
    ...within.flatMap((one, index) => groupRows(one, at(index), memory)),
    ...lines.flatMap((line, index) => lineRows(line, { at: at(within.length + index), group }, memory)),
    ...(cause ? causeEnd(group, cause, (index) => at(lines.length + index)) : []),
  ];
}

/**
 * Returns the rows for flows that earlier causes block, and the actions for this cause. Its worst flow shows how it was
 * decided.
 */
function causeEnd(
  { rows: [worst] }: ShownGroup,
  cause: ReadinessCause,
  at: (index: number) => Position,
): readonly TreeRow[] {
  const { key, earlier } = cause;
  const rows = earlier.map((one, index): TreeRow => {
    const id = `${key}/${String(index)}`;
    const place = { key: keyOf('earlier', id), ...at(index), expanded: null, text: one.text };
    return { is: 'earlier', ...place, cause, earlier: one };
  });
  const place = { key: keyOf('actions', key), ...at(earlier.length), expanded: null, text: '' };
  return [...rows, { is: 'actions', ...place, cause, trace: worst?.trace ?? [] }];
}

function lineRows(
  line: Line,
  { at, group }: { readonly at: Position; readonly group: ShownGroup },
  memory: ReadinessMemory,
): readonly TreeRow[] {
  const { cause } = group;
  if (line.is === 'row') return [readinessRow(line.row, { ...at, cause }, memory)];
  const key = foldKey(group.id, line.fold.id);
  const expanded = memory.opened.includes(key);
  const head: TreeRow = { is: 'fold', key, ...at, expanded, cause, text: line.fold.text, fold: line.fold };
  if (!expanded) return [head];
  const size = line.rows.length;
  const level = at.level + 1;
  const under = line.rows.map((row, index) =>
    readinessRow(row, { parent: key, level, position: index + 1, size, cause }, memory),
  );
  return [head, ...under];
}

type Line =
  | { readonly is: 'row'; readonly row: ReadinessRow }
  | { readonly is: 'fold'; readonly fold: Fold; readonly rows: ReadinessRow[] };

function foldLines(group: ShownGroup): readonly Line[] {
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
  place: Position & Pick<Place, 'cause'>,
  memory: ReadinessMemory,
): TreeRow {
  const key = keyOf('row', row.id);
  return { is: 'row', key, ...place, expanded: memory.opened.includes(key), text: row.name, row };
}

function noneRows(shown: Shown, memory: ReadinessMemory, size: number): readonly TreeRow[] {
  const key = keyOf('group', 'not-needed');
  const expanded = memory.groups['not-needed'] ?? true;
  const group = {
    title: shown.notNeededTitle,
    summary: String(shown.notNeeded.length),
    icon: null,
    amongCauses: false,
  };
  const place = { key, parent: null, level: 1, expanded, position: size, size, text: group.title };
  const head: TreeRow = { is: 'group', ...place, cause: null, group };
  if (!expanded) return [head];
  const rows = shown.notNeeded.map((none, index): TreeRow => {
    const at = { parent: key, level: 2, position: index + 1, size: shown.notNeeded.length, cause: null };
    return { is: 'none', key: keyOf('none', none.id), ...at, expanded: null, text: none.name, none };
  });
  return [head, ...rows];
}

const open: readonly ReadinessRow['counts'][] = ['error', 'unknown', 'warning'];

function isOpen(row: ReadinessRow): boolean {
  return open.includes(row.counts);
}

/** Returns only what is open, and complete causes. Folds and groups that would be empty are omitted. */
function openOnly(groups: readonly ShownGroup[]): readonly ShownGroup[] {
  return groups
    .map((group) => {
      if (group.cause) return group;
      const rows = group.rows.filter(isOpen);
      return {
        ...group,
        rows,
        within: [],
        folds: group.folds.filter((fold) => rows.some((row) => row.fold === fold.id)),
      };
    })
    .filter((group) => group.rows.length > 0);
}
