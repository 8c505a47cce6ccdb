import type { Decider, Outcome } from '../../core/check-result';

/** Returns the deciding rule or route, or null if there is none, or a setting decides. */
export function shownDecider(outcome: Outcome): Decider | null {
  switch (outcome.is) {
    case 'allowed':
    case 'partly-blocked':
    case 'blocked':
    case 'reply-lost':
    case 'forwarded':
      return outcome.by;
    case 'note':
      return outcome.by ?? null;
    default:
      return null;
  }
}
