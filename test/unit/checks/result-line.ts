import type { Decider, CheckResult, Outcome } from '../../../src/core/check-result';

/** A result as one comparable line: `error blocked by 4096 Deny-All`, `warning not-met judge.region.other`. */
export function resultLine(judgement: CheckResult | undefined): string {
  if (!judgement) return 'absent';
  const { severity, verdict } = judgement;
  const state = verdict.is === 'allowed' ? allowedAs(verdict) : verdict.is;
  const grave = ['allowed', 'met', 'not-applicable', 'note'].includes(verdict.is) ? [] : [severity];
  return [...grave, state, ...detail(verdict)].join(' ');
}

function allowedAs(verdict: Extract<Outcome, { is: 'allowed' }>): string {
  return verdict.explicit ? 'allowed' : 'allowed by default';
}

function detail(verdict: Outcome): string[] {
  if ('by' in verdict && verdict.by && verdict.is !== 'note') return [`by ${decider(verdict.by)}`];
  if (verdict.is === 'note') return verdict.by ? [verdict.text.key, `by ${decider(verdict.by)}`] : [];
  if ('text' in verdict) return [verdict.text.key];
  if ('because' in verdict) return [verdict.because.key];
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
