import type { CheckResult } from '../../core/check-result';
import type { Say } from '../../messages/say';
import { formatOutcome } from '../../wording/outcome-text';
import type { Evaluation } from './state';

/** Returns the previous label of each requirement whose label has changed. */
export function previousLabels(say: Say, evaluation: Evaluation | null): ReadonlyMap<string, string> {
  const { before = [], results = [] } = evaluation ?? {};
  const changed = new Map<string, string>();
  for (const one of results) {
    const old = before.find((other) => other.requirement === one.requirement);
    if (!old || isNotReadYet(old) || wasNotRead(old, one) || isNewlyRequired(old, one)) continue;
    const { label } = formatOutcome(say, old);
    if (label !== formatOutcome(say, one).label) changed.set(one.requirement, label);
  }
  return changed;
}

/**
 * Checks whether only a network manager's rules were added. They're read with the subnet, so that isn't a change
 * either.
 */
function isNewlyRequired(old: CheckResult, now: CheckResult): boolean {
  return assumesNoAdminRules(old) && !assumesNoAdminRules(now);
}

function assumesNoAdminRules({ assumptions }: CheckResult): boolean {
  return assumptions.some(({ key }) => key === 'assumed.noAdminRules');
}

/**
 * Checks whether a firewall wasn't read yet. It's read with the chosen subnet: before, it was an appliance, and names
 * were a note.
 */
function wasNotRead(before: CheckResult, { trace, outcome }: CheckResult): boolean {
  if (before.outcome.is === 'note') return outcome.is !== 'note';
  const isByFirewall = trace.some(({ by }) => by?.kind === 'firewall-rule');
  return before.outcome.is === 'forwarded' && (isByFirewall || outcome.is === 'unknown');
}

const notReadReasons: ReadonlySet<string> = new Set(['check.azure.notRead', 'check.services.notRead']);

/** Checks whether Azure wasn't asked yet. Its first answer isn't a change of the result. */
function isNotReadYet({ outcome }: CheckResult): boolean {
  return outcome.is === 'not-applicable' && notReadReasons.has(outcome.because.key);
}
