import { statusOf, type Outcome } from '../../core/check-result';

/** Returns a number for how bad a result is, from fine to blocked. Used to check that no result is worse. */
export function severityRank(outcome: Outcome): number {
  switch (statusOf(outcome)) {
    case 'fine':
    case 'hidden':
      return 0;
    case 'note':
      return 1;
    case 'unknown':
      return 2;
    case 'open':
      return outcome.is === 'partly-blocked' ? 3 : 4;
  }
}

/**
 * True if a result gets worse. A note doesn't require anything. A requirement that didn't apply before is a
 * recommendation that comes with the requested fix.
 */
export function isWorse(before: Outcome, after: Outcome): boolean {
  return statusOf(before) !== 'hidden' && severityRank(after) > Math.max(severityRank(before), 1);
}
