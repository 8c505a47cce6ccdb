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
