import { causesOf } from '../../checks/causes';
import type { CheckReport } from '../../contract/check-report';
import type { Cause } from '../../core/cause';
import type { Fix } from '../../core/fix';
import type { Say } from '../../messages/say';
import { causeTitle } from '../../wording/cause-text';
import { formatReason } from '../../wording/reason-text';
import type { SubnetCheck } from '../check';
import { deciderEntry, reasonOf } from './json-parts';
import { fixJson } from './json-steps';

type ReportedCause = CheckReport['subnets'][number]['causes'][number];

/** What the report says of what decides in a subnet. */
export function causesJson(say: Say, check: SubnetCheck): ReportedCause[] {
  const counted = check.judgements.filter(({ requirement }) => !check.ignored.has(requirement));
  return causesOf(counted).map((cause) => {
    const [worst] = cause.results;
    const at = check.places.ofCause(check, cause);
    return {
      kind: cause.kind,
      title: causeTitle(say, cause),
      status: cause.status,
      severity: cause.severity,
      flows: cause.results.map(({ requirement }) => requirement),
      at,
      decidedBy: cause.by && deciderEntry(cause.by, check.places.ofDecider(cause.by)),
      because: cause.because && reasonOf(say, cause.because),
      packet: worst.packet,
      action: actionOf(say, cause, check.fixOfCause(cause)),
    };
  });
}

function actionOf(say: Say, { status, results: [worst] }: Cause, fix: Fix | null): ReportedCause['action'] {
  if (fix) {
    const text = say('cause.action.fix', { n: fix.requirements.length });
    return { kind: 'fix', text, fix: fixJson(fix) };
  }
  const kind = status === 'to-confirm' ? 'confirm' : 'manual';
  return { kind, text: formatReason(say, worst.advice), fix: null };
}
