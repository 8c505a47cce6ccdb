import type { Decider, Outcome } from '../../core/check-result';

/** The rule or route that had the last word; null where none had, or where it is a setting. */
export function shownDecider(verdict: Outcome): Decider | null {
  switch (verdict.is) {
    case 'allowed':
    case 'partly-blocked':
    case 'blocked':
    case 'reply-lost':
    case 'handed-on':
      return verdict.by;
    case 'note':
      return verdict.by ?? null;
    default:
      return null;
  }
}
