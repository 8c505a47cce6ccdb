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

/** True of a result that passed, or was a note, and no longer does: a note asks for nothing. */
export function isWorse(before: Outcome, after: Outcome): boolean {
  return severityRank(after) > Math.max(severityRank(before), 1);
}
