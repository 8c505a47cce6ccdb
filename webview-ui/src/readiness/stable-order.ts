import type { ShownGroup } from './shown-groups';

/** The display order of groups and their rows, by ID. */
export interface ReadinessOrder {
  readonly groups: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export function orderOf(groups: readonly ShownGroup[]): ReadinessOrder {
  return {
    groups: groups.map((group) => group.id),
    rows: Object.fromEntries(groups.map((group) => [group.id, group.rows.map((row) => row.id)])),
  };
}

/** Returns Readiness's groups in the current display order: content changes in place without moving rows. */
export function groupsInOrder(groups: readonly ShownGroup[], order: ReadinessOrder): readonly ShownGroup[] {
  return keepOrder(groups, order.groups).map((group) => ({
    ...group,
    rows: [...keepOrder(group.rows, order.rows[group.id] ?? [])],
  }));
}

/** Returns `next` in the order of `kept`. A new item comes after the item that it follows in `next`. */
export function keepOrder<T extends { readonly id: string }>(
  next: readonly T[],
  kept: readonly string[],
): readonly T[] {
  const byId = new Map(next.map((one) => [one.id, one]));
  const ordered = kept.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(kept);
  next.forEach((one, index) => {
    if (known.has(one.id)) return;
    const before = next[index - 1];
    const at = before ? ordered.findIndex((other) => other.id === before.id) + 1 : 0;
    ordered.splice(at, 0, one);
  });
  return ordered;
}
