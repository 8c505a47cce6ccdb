import { statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** Returns the DNS records that an instance still needs; null if it needs none. */
export function instanceRecordAdvice(
  say: Say,
  results: readonly Pick<CheckResult, 'requirement' | 'outcome' | 'advice'>[],
): string | null {
  const found = results.find(
    ({ requirement, outcome }) =>
      requirement === 'dns-custom-instance-record' && statusOf(outcome) === 'note',
  );
  return found ? formatReason(say, found.advice) : null;
}
