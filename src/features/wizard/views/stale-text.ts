import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { formatTime } from '../../../wording/dates';
import { formatFailure } from '../failures';

/** Of when Readiness is, and why it is not newer. What to do about a sign-in that ended stands over the plan. */
export function formatStale(say: Say, readAt: string, because: AzureFailure): string {
  return say('board.stale', { time: formatTime(say, readAt), why: whyStale(say, because) });
}

/** Stands there until the next try, so that it names its time and not the seconds until then. */
function whyStale(say: Say, because: AzureFailure): string {
  const { code, details, at } = because;
  if (code === 'signedOut') return say('board.staleSignedOut');
  if (code === 'throttled' && details.retryAfterSeconds !== undefined) {
    const next = new Date(Date.parse(at) + details.retryAfterSeconds * 1000).toISOString();
    return say('board.staleThrottled', { time: formatTime(say, next, 'seconds') });
  }
  return formatFailure(say, because);
}
