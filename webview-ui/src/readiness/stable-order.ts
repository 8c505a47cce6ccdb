import type { ShownGroup } from './shown-groups';

/** The order in which groups and their rows stand on the screen, by id. */
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

/** Readiness's groups in the order that is on the screen: contents change in place, nothing jumps. */
export function groupsInOrder(groups: readonly ShownGroup[], order: ReadinessOrder): readonly ShownGroup[] {
  return keepOrder(groups, order.groups).map((group) => ({
    ...group,
    rows: [...keepOrder(group.rows, order.rows[group.id] ?? [])],
  }));
}

/** `next` as `kept` has it; what is new stands behind the one it follows in `next`. */
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
