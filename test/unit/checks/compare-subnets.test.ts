import { expect, test } from 'vitest';
import { compareSubnets } from '../../../src/checks/compare-subnets';
import type { FixInput } from '../../../src/checks/fixes/fix-input';
import { wordPacket, wordParts } from '../../../src/wording/subject-words';
import { speaker } from '../../../src/messages/speaker';
import type { FlowChange } from '../../../src/core/reach/compare';
import { buildModel, buildPlan, facts, type NetworkSpec } from './model-builder';

const say = speaker('en');
const denyAll = 'out 4096 Deny * *>* * Deny-All';

const state = (spec: NetworkSpec): FixInput => ({ model: buildModel(spec), plan: buildPlan({}), facts });

const compared = (before: FixInput, after: FixInput) =>
  compareSubnets({ model: before.model, subnetId: before.plan.subnetId ?? '' }, after);

const told = ({ direction, parts, by, packet }: FlowChange) => [
  `${direction} ${wordParts(say, parts)}`,
  by?.name,
  wordPacket(say, packet),
];

test('every packet counts, whether a requirement asks for it or not', () => {
  const before = state({ rules: [denyAll] });
  const after = state({ rules: ['out 200 Allow Tcp *>192.0.2.0/24 8443 Partner', denyAll] });
  const { opens, closes, verdicts } = compared(before, after);
  expect(opens.map(told)).toEqual([['Outbound TCP 8443', 'Partner', 'TCP 10.40.4.4 → 192.0.2.0 port 8443']]);
  expect(closes).toEqual([]);
  expect(verdicts).toEqual([]);
  const back = compared(after, before);
  expect(back.opens).toEqual([]);
  expect(back.closes.map(told)).toEqual([
    ['Outbound TCP 8443', 'Deny-All', 'TCP 10.40.4.4 → 192.0.2.0 port 8443'],
  ]);
});

test('what opens inward counts too', () => {
  const { opens } = compared(
    state({ rules: [] }),
    state({ rules: ['in 200 Allow Tcp 192.0.2.0/24>* 22 Partner'] }),
  );
  expect(opens.map(told)).toEqual([['Inbound TCP 22', 'Partner', 'TCP 192.0.2.0 → 10.40.4.4 port 22']]);
});

test('a verdict differs where its kind does, a rule of one’s own instead of a default among it', () => {
  const { verdicts } = compared(
    state({ rules: [] }),
    state({ rules: ['out 200 Allow Tcp *>AzureResourceManager 443 Own'] }),
  );
  const kinds = verdicts.map(({ before, after }) => [after.requirement, before.verdict, after.verdict]);
  expect(kinds).toEqual([
    [
      'outbound-arm-443',
      expect.objectContaining({ is: 'allowed', explicit: false }),
      expect.objectContaining({ is: 'allowed', explicit: true }),
    ],
  ]);
});
