import type { Decider, CheckResult, Outcome } from '../../../src/core/check-result';

/** Returns a result as one comparable line: `error blocked by 4096 Deny-All`, `warning failed check.region.other`. */
export function resultLine(result: CheckResult | undefined): string {
  if (!result) return 'absent';
  const { severity, outcome } = result;
  const state = outcome.is === 'allowed' ? allowedAs(outcome) : outcome.is;
  const grave = ['allowed', 'passed', 'not-applicable', 'note'].includes(outcome.is) ? [] : [severity];
  return [...grave, state, ...detail(outcome)].join(' ');
}

function allowedAs(outcome: Extract<Outcome, { is: 'allowed' }>): string {
  return outcome.explicit ? 'allowed' : 'allowed by default';
}

function detail(outcome: Outcome): string[] {
  if ('by' in outcome && outcome.by && !('text' in outcome)) return [`by ${decider(outcome.by)}`];
  if (outcome.is === 'note') return outcome.by ? [outcome.text.key, `by ${decider(outcome.by)}`] : [];
  if ('text' in outcome) return [outcome.text.key];
  if ('because' in outcome) return [outcome.because.key];
  return [];
}

function decider(by: Decider): string {
  switch (by.kind) {
    case 'rule':
      return `${by.priority} ${by.name}`;
    case 'firewall-rule':
      return by.isDefault
        ? `no rule of ${by.firewallName}`
        : `${by.firewallName} ${by.collection}/${by.name}`;
    case 'route':
      return `${by.destination} ${by.nextHop}`;
  }
}
