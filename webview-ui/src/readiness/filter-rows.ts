import type { ReadinessRow } from '@contract/wizard/readiness';
import type { ShownGroup } from './shown-groups';

const open: readonly ReadinessRow['counts'][] = ['to-fix', 'unknown', 'advised'];

function isOpen(row: ReadinessRow): boolean {
  return open.includes(row.counts);
}

/** Returns only what is open, and complete causes. Folds and groups that would be empty are omitted. */
export function openOnly(groups: readonly ShownGroup[]): readonly ShownGroup[] {
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
