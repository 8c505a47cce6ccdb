import { expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { isAllowed, reach, type ReachQuery } from '../../../../src/core/reach/reach';
import { reason } from '../../../../src/core/reason';
import { ids, someNetwork, type SomeNetwork } from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';
import { parseFlow } from '../../../support/reach-text';

const https = 'out TCP 443 Internet';

function question(network: SomeNetwork, flowText: string): ReachQuery {
  return {
    model: someNetwork(network),
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(true),
    flow: parseFlow(flowText),
  };
}

/** Without a reason; the answer with one, of a model of its own, says the same. */
function passes(network: SomeNetwork, flowText = https): boolean {
  const quickly = isAllowed(question(network, flowText));
  expect(reach(question(network, flowText)).outcome.is === 'allowed').toBe(quickly);
  return quickly;
}

test('a rule that stops nothing which is not allowed before it changes nothing', () => {
  const allowed = 'Allow Outbound 100 Tcp *>20.0.0.0/16:443';
  const denied = 'Deny Outbound 200 * *>20.0.0.0/24:443';
  expect(passes({ rules: [] })).toBe(true);
  expect(passes({ rules: [denied] })).toBe(false);
  expect(passes({ rules: [allowed, denied] })).toBe(true);
  expect(passes({ rules: ['Allow Outbound 300 Tcp *>20.0.0.0/16:443', denied] })).toBe(false);
  expect(passes({ rules: [allowed, denied, 'Deny Outbound 210 * *>20.1.0.0/24:443'] })).toBe(false);
});

test('two rules of which one or the other takes a packet let it pass, whatever is not known', () => {
  const unknownTag = 'Allow Outbound 100 Tcp *>NotInTheList:443';
  expect(passes({ rules: [unknownTag, 'Deny Outbound 200 * *>Internet:443'] })).toBe(false);
  expect(passes({ rules: [unknownTag, 'Allow Outbound 200 Tcp *>Internet:443'] })).toBe(true);
});

test('what a tag that nobody knows allows first is not stopped by a rule with the same tag', () => {
  const allowed = 'Allow Outbound 100 Tcp *>NotInTheList:443';
  expect(passes({ rules: [allowed, 'Deny Outbound 200 Tcp *>NotInTheList:443'] })).toBe(true);
  expect(passes({ rules: [allowed, 'Deny Outbound 200 Tcp *>NorInThisOne:443'] })).toBe(false);
  expect(
    passes({
      rules: [
        'Allow Outbound 100 Tcp *>NotInTheList:443',
        'Allow Outbound 110 Tcp *>20.0.0.0/28:443',
        'Deny Outbound 200 Tcp *>NotInTheList:443',
      ],
    }),
  ).toBe(true);
});

test('what is allowed in two parts by a tag that nobody knows is not stopped by a rule with the same tag', () => {
  const rules = [
    'Allow Outbound 100 Tcp *>NotInTheList:443',
    'Allow Outbound 110 Tcp *>NotInTheList:80',
    'Allow Outbound 120 Tcp *>20.0.0.0/28:443',
    'Deny Outbound 200 Tcp *>NotInTheList:80,443',
  ];
  expect(passes({ rules }, 'out TCP 80,443 Internet')).toBe(true);
  expect(passes({ rules: rules.filter((one) => !one.includes('110')) }, 'out TCP 80,443 Internet')).toBe(
    false,
  );
});

test('where routes lead elsewhere, no rule makes it allowed', () => {
  expect(passes({ rules: [], routes: ['20.0.0.0/24 -> 10.1.9.4'] })).toBe(false);
  expect(passes({ rules: [], routes: ['20.0.0.0/24 -> None'] })).toBe(false);
});

test('what a network manager always allows passes a group that denies it', () => {
  const denyAll = 'Deny Outbound 4096 * *>*:*';
  expect(passes({ rules: [denyAll], adminRules: ['AlwaysAllow Outbound 10 Tcp *>*:443'] })).toBe(true);
  expect(passes({ rules: [denyAll], adminRules: ['Allow Outbound 10 Tcp *>*:443'] })).toBe(false);
  expect(passes({ rules: [], adminRules: ['Deny Outbound 10 Tcp *>*:443'] })).toBe(false);
});

test('a far side without an address, or one that is not known, is not allowed', () => {
  expect(passes({}, 'out TCP 443 NotInTheList')).toBe(false);
  expect(passes({}, 'out TCP 443 20.0.0.0/24,NotInTheList')).toBe(false);
  expect(passes({ subnet: { addressPrefixes: known([]) } })).toBe(false);
});

test('a group that cannot be read lets nothing pass for certain', () => {
  const closed = unknown(reason('unknown.permission', { name: 'nsg', role: 'Reader', scope: 'rg' }));
  expect(passes({ group: closed })).toBe(false);
});

test('what was answered with a reason is not reckoned again', () => {
  for (const [rules, expected] of [
    [[], true],
    [['Deny Outbound 200 * *>Internet:443'], false],
  ] as const) {
    const asked = question({ rules }, https);
    reach(asked);
    expect(isAllowed(asked)).toBe(expected);
  }
});
