import { statusOf, type Outcome } from '../../core/check-result';

/** How bad a result is, for “no worse”: from fine to blocked. */
export function severityRank(verdict: Outcome): number {
  switch (statusOf(verdict)) {
    case 'fine':
    case 'hidden':
      return 0;
    case 'note':
      return 1;
    case 'unknown':
      return 2;
    case 'open':
      return verdict.is === 'partly-blocked' ? 3 : 4;
  }
}
