import { expect, test } from 'vitest';
import type { EffectiveRule, InterfaceEvidence } from '../../../src/core/evidence';
import type { DecidingRule, CheckResult, Outcome } from '../../../src/core/check-result';
import { blockedAlike, compareEvidence } from '../../../src/wording/compare-evidence';

function effective(
  change: Partial<EffectiveRule> & Pick<EffectiveRule, 'access' | 'priority'>,
): EffectiveRule {
  return {
    name: `rule-${String(change.priority)}`,
    group: 'nsg',
    direction: 'Outbound',
    protocol: '*',
    sources: ['10.0.0.0/24'],
    destinations: ['0.0.0.0/0'],
    sourcePorts: ['0-65535'],
    destinationPorts: ['0-65535'],
    ...change,
  };
}

const by: DecidingRule = {
  kind: 'rule',
  name: 'rule-200',
  priority: 200,
  direction: 'Outbound',
  isDefault: false,
  groupId: '/nsg',
  groupName: 'nsg',
  level: 'subnet',
};
const blocked: Outcome = { is: 'blocked', by };
const allowed: Outcome = { is: 'allowed', explicit: true, by };

function result(outcome: Outcome, change: Partial<CheckResult> = {}): CheckResult {
  return {
    requirement: 'outbound-storage-443',
    subnetId: null,
    kind: 'cluster',
    group: 'outbound',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'fails',
    outcome,
    subject: { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: 'Storage' },
    packet: {
      protocol: 'TCP',
      source: '10.0.0.4',
      sourcePort: 50000,
      destination: '20.1.1.1',
      destinationPort: 443,
    },
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: { key: 'x' },
    ...change,
  };
}

const deny = effective({ access: 'Deny', priority: 200 });
const open = effective({
  access: 'Allow',
  priority: 100,
  destinations: ['20.0.0.0/8'],
  destinationPorts: ['443-443'],
});
const evidence = (...rules: EffectiveRule[]): InterfaceEvidence => ({
  name: 'nic',
  groups: [rules],
  routes: [
    { prefix: '0.0.0.0/0', nextHop: 'VirtualAppliance', nextHopAddress: '10.1.0.4' },
    { prefix: '20.0.0.0/8', nextHop: 'Internet', nextHopAddress: null },
  ],
});
const linesOf = (found: InterfaceEvidence, one: CheckResult) =>
  compareEvidence(found, [one]).map(
    ({ rule, route, agrees }) => `${rule?.name ?? '-'} ${route?.nextHop ?? '-'} ${String(agrees)}`,
  );

test('the first rule that matches decides, and the longest prefix', () => {
  expect(linesOf(evidence(deny, open), result(allowed))).toEqual(['rule-100 Internet true']);
  expect(linesOf(evidence(deny), result(blocked))).toEqual(['rule-200 Internet true']);
});

test('a result that differs from the check isn’t an agreement', () => {
  expect(linesOf(evidence(deny), result(allowed))).toEqual(['rule-200 Internet false']);
  expect(linesOf(evidence(deny, open), result(blocked))).toEqual(['rule-100 Internet false']);
});

test('a next hop that differs from the check isn’t an agreement', () => {
  const via = (nextHop: 'Internet' | 'VirtualAppliance') => ({
    trace: [
      {
        text: { key: 'x' },
        decides: false,
        by: {
          kind: 'route' as const,
          name: 'r',
          destination: '0.0.0.0/0',
          nextHop,
          nextHopAddress: null,
          tableId: null,
          tableName: null,
        },
      },
    ],
  });
  expect(linesOf(evidence(open), result(allowed, via('Internet')))).toEqual(['rule-100 Internet true']);
  expect(linesOf(evidence(open), result(allowed, via('VirtualAppliance')))).toEqual([
    'rule-100 Internet false',
  ]);
});

test('every NSG must allow; without an NSG nothing is filtered', () => {
  const two = { ...evidence(open), groups: [[open], [deny]] };
  expect(linesOf(two, result(blocked))).toEqual(['rule-200 Internet true']);
  expect(linesOf({ ...evidence(), groups: [] }, result(allowed))).toEqual(['- Internet true']);
});

test.each<[string, InterfaceEvidence, CheckResult]>([
  ['a tag without its prefixes', evidence({ ...open, destinations: ['Storage'] }, deny), result(allowed)],
  ['a result without a packet', evidence(deny), result(blocked, { packet: null })],
  [
    'a network manager’s rule',
    evidence(deny),
    result({ is: 'blocked', by: { ...by, level: 'network-manager' } }),
  ],
  ['an unknown result', evidence(deny), result({ is: 'unknown', because: { key: 'x' } })],
])('%s isn’t compared', (_, found, one) => {
  expect(compareEvidence(found, [one])).toEqual([]);
});

test('a dropped flow belongs to the results that the same rule blocks at that port', () => {
  const drop = {
    direction: 'Outbound',
    protocol: 'TCP',
    port: '443',
    far: '20.1.1.1',
    group: 'nsg',
    rule: 'RULE-200',
    flows: 1,
    last: '',
  } as const;
  const one = result(blocked);
  expect(blockedAlike(drop, [one, result(allowed)])).toEqual([one]);
  expect(blockedAlike({ ...drop, port: '44' }, [one])).toEqual([]);
  expect(blockedAlike({ ...drop, rule: 'other' }, [one])).toEqual([]);
  expect(blockedAlike({ ...drop, direction: 'Inbound' }, [one])).toEqual([]);
});
