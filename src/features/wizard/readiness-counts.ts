import { countsAs } from '../../checks/summary';
import type { ReadinessRow } from '../../contract/wizard/readiness';
import { statusOf, type CheckResult } from '../../core/check-result';

type Counts = ReadinessRow['counts'];

const readinessCounts: Readonly<Record<NonNullable<ReturnType<typeof countsAs>>, Counts>> = {
  errors: 'error',
  unknown: 'unknown',
  warnings: 'warning',
  passed: 'passed',
  onlyByDefault: 'default',
  notes: 'note',
  notNeeded: 'note',
};

/** Returns how a result counts in Readiness: as elsewhere, but one that doesn't count is a note. */
export function countsOf(result: CheckResult): Counts {
  const as = countsAs(result);
  return as === null ? 'note' : readinessCounts[as];
}

/** Counts results for Readiness's head. */
export function countAll(results: readonly CheckResult[]): Readonly<Record<Counts, number>> {
  const counts = { error: 0, unknown: 0, warning: 0, passed: 0, default: 0, note: 0 };
  for (const one of results) {
    if (statusOf(one.outcome) !== 'hidden') counts[countsOf(one)] += 1;
  }
  return counts;
}
