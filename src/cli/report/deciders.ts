import type { Decider, Outcome } from '../../core/check-result';

/** The rule or route that had the last word; null where none had, or where it is a setting. */
export function shownDecider(outcome: Outcome): Decider | null {
  switch (outcome.is) {
    case 'allowed':
    case 'partly-blocked':
    case 'blocked':
    case 'reply-lost':
    case 'handed-on':
      return outcome.by;
    case 'note':
      return outcome.by ?? null;
    default:
      return null;
  }
}
