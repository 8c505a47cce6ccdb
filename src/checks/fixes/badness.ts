import { standingOf, type Verdict } from '../../core/judgement';

/** How bad a verdict is, for “no worse”: from fine to blocked. */
export function severityRank(verdict: Verdict): number {
  switch (standingOf(verdict)) {
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
