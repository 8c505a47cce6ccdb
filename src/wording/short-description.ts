import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** Longest description of a security rule that Azure keeps, in characters. */
const longest = 140;

/** A sentence that Azure keeps as a rule's description: cut where it would be refused, never through a character. */
export function shortDescription(say: Say, why: Reason): string {
  const text = formatReason(say, why);
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
