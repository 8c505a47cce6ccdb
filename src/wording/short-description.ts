import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** Maximum length of a security rule's description in Azure, in characters. */
const longest = 140;

/** Returns a rule's description, shortened to the length that Azure accepts, but never in the middle of a character. */
export function shortDescription(say: Say, why: Reason): string {
  const text = formatReason(say, why);
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
