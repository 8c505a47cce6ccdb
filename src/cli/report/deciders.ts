import type { Decider, Verdict } from '../../core/judgement';

/** The rule or route that had the last word; null where none had, or where it is a setting. */
export function shownDecider(verdict: Verdict): Decider | null {
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
