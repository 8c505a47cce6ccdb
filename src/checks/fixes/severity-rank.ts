import { statusOf, type Outcome } from '../../core/check-result';

/** How bad a result is, for “no worse”: from fine to blocked. */
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
 * True of a result that gets worse: a note asks for nothing, and what wasn't required before is advice that comes with what
 * was asked for.
 */
export function isWorse(before: Outcome, after: Outcome): boolean {
  return statusOf(before) !== 'hidden' && severityRank(after) > Math.max(severityRank(before), 1);
}
