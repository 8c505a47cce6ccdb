import { statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** The DNS records that an instance still needs; null where it needs none. */
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
