import type { ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';

const open: readonly ReadinessRow['counts'][] = ['to-fix', 'unknown', 'advised'];

function isOpen(row: ReadinessRow): boolean {
  return open.includes(row.counts);
}

/** Only what is open; folds and groups that would stand empty are left out. */
export function openOnly(groups: readonly ReadinessGroup[]): readonly ReadinessGroup[] {
  return groups
    .map((group) => {
      const rows = group.rows.filter(isOpen);
      return {
        ...group,
        rows,
        folds: group.folds.filter((fold) => rows.some((row) => row.fold === fold.id)),
      };
    })
    .filter((group) => group.rows.length > 0);
}
