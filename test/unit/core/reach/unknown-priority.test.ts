import { expect, test } from 'vitest';
import { unknown } from '../../../../src/core/known';
import { reason } from '../../../../src/core/reason';
import { messagesIn } from '../../../support/messages-in';
import { formatOutcome } from '../../../../src/wording/outcome-text';
import { parseRule } from '../../../support/networks';
import { reachOf } from '../../../support/reach-text';

const unread = unknown(reason('unknown.parameter', { name: 'priority' }));

test('a rule with an unknown priority is named without it', () => {
  const denied = parseRule('Deny Outbound 100 * *>*:*', { priority: unread });
  const { outcome, trace } = reachOf({ rules: [denied] }, 'out TCP 443 AzureMachineLearning');
  const reported = [
    ...trace.map(({ text }) => text.values?.['priority'] ?? ''),
    JSON.stringify(outcome),
  ].join(' ');
  expect(reported).not.toContain('4097');
});

test('and its result shows a dash', () => {
  const by = {
    kind: 'rule',
    name: 'Deny-All',
    priority: null,
    direction: 'Outbound',
    isDefault: false,
    groupId: 'nsg',
    groupName: 'nsg',
    level: 'subnet',
  } as const;
  const result = {
    requirement: 'outbound-aml-443',
    subnetId: null,
    kind: null,
    group: 'outbound',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'fails',
    outcome: { is: 'blocked', by },
    subject: null,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: { key: '' },
  } as const;
  expect(formatOutcome(messagesIn('en'), result).rest).toBe('by rule – Deny-All');
});
