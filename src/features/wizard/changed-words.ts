import type { CheckResult } from '../../core/check-result';
import type { Say } from '../../messages/say';
import { formatOutcome } from '../../wording/outcome-text';
import type { Evaluation } from './state';

/** The old word of each requirement whose word is another now. */
export function changedWords(say: Say, evaluation: Evaluation | null): ReadonlyMap<string, string> {
  const { before = [], results = [] } = evaluation ?? {};
  const changed = new Map<string, string>();
  for (const one of results) {
    const old = before.find((other) => other.requirement === one.requirement);
    if (!old || isNotReadYet(old) || wasNotRead(old, one) || isAskedNow(old, one)) continue;
    const { label } = formatOutcome(say, old);
    if (label !== formatOutcome(say, one).label) changed.set(one.requirement, label);
  }
  return changed;
}

/** A network manager's rules come with the subnet alone: that they hold is no change either. */
function isAskedNow(old: CheckResult, now: CheckResult): boolean {
  return takesNoRules(old) && !takesNoRules(now);
}

function takesNoRules({ assumptions }: CheckResult): boolean {
  return assumptions.some(({ key }) => key === 'assumed.noAdminRules');
}

/** A firewall is read with the subnet that is chosen: until then it was an appliance, and names were a note. */
function wasNotRead(before: CheckResult, { trace, outcome }: CheckResult): boolean {
  if (before.outcome.is === 'note') return outcome.is !== 'note';
  const isByFirewall = trace.some(({ by }) => by?.kind === 'firewall-rule');
  return before.outcome.is === 'handed-on' && (isByFirewall || outcome.is === 'undecided');
}

const notAsked: ReadonlySet<string> = new Set(['judge.azure.notRead', 'judge.services.notRead']);

/** True where Azure was not asked yet: what it says then is no change of a result. */
function isNotReadYet({ outcome }: CheckResult): boolean {
  return outcome.is === 'not-applicable' && notAsked.has(outcome.because.key);
}
