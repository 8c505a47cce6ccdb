import { statusOf, type CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';

/** The DNS records that an instance still needs; null where it needs none. */
export function instanceRecordAdvice(
  say: Say,
  judgements: readonly Pick<CheckResult, 'requirement' | 'verdict' | 'advice'>[],
): string | null {
  const found = judgements.find(
    ({ requirement, verdict }) =>
      requirement === 'dns-custom-instance-record' && statusOf(verdict) === 'note',
  );
  return found ? formatReason(say, found.advice) : null;
}
