/** Groupings of Readiness. */
export const groupings = ['cause', 'requirement'] as const;
export type GroupedBy = (typeof groupings)[number];

/** The user's open lines and filters on Readiness, as plain data, so that they outlive the page. */
export interface ReadinessMemory {
  readonly by: GroupedBy;
  readonly openOnly: boolean;
  readonly notNeeded: boolean;
  /** Groups that the user opened or closed. The others have the host's state. */
  readonly groups: Readonly<Record<string, boolean>>;
  /** Open rows and folds by their key in the tree. */
  readonly opened: readonly string[];
}

export const nothingOpened: ReadinessMemory = {
  by: 'cause',
  openOnly: false,
  notNeeded: false,
  groups: {},
  opened: [],
};

type LineKind = 'group' | 'row' | 'fold' | 'earlier' | 'actions' | 'none';

/** Returns the key of a line in the tree. */
export function keyOf(kind: LineKind, id: string): string {
  return `${kind}:${id}`;
}

/** Returns the key of a fold, whose ID is unique only in its group. */
export function foldKey(group: string, fold: string): string {
  return keyOf('fold', `${group}/${fold}`);
}

/** Returns the memory after a line of the tree was opened or closed. */
export function withOpen(memory: ReadinessMemory, key: string, open: boolean): ReadinessMemory {
  if (key.startsWith('group:')) {
    return { ...memory, groups: { ...memory.groups, [key.slice('group:'.length)]: open } };
  }
  const others = memory.opened.filter((one) => one !== key);
  return { ...memory, opened: open ? [...others, key] : others };
}

/** Returns the memory with every group, row, and fold closed, and with its filters. */
export function allClosed(memory: ReadinessMemory, groupIds: readonly string[]): ReadinessMemory {
  return { ...memory, groups: Object.fromEntries(groupIds.map((id) => [id, false])), opened: [] };
}

/** Decodes the stored memory. Invalid parts, or parts of another version, are omitted. */
export function decodeReadinessMemory(raw: unknown): ReadinessMemory {
  if (typeof raw !== 'object' || raw === null) return nothingOpened;
  const kept = raw as Readonly<Record<keyof ReadinessMemory, unknown>>;
  const groups = typeof kept.groups === 'object' && kept.groups !== null ? Object.entries(kept.groups) : [];
  const opened = Array.isArray(kept.opened) ? kept.opened : [];
  return {
    by: groupings.find((one) => one === kept.by) ?? nothingOpened.by,
    openOnly: kept.openOnly === true,
    notNeeded: kept.notNeeded === true,
    groups: Object.fromEntries(groups.filter((one): one is [string, boolean] => typeof one[1] === 'boolean')),
    opened: opened.filter((one): one is string => typeof one === 'string'),
  };
}
