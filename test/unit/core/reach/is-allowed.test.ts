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

/** Evaluated without a reason. The result with one, for a separate model, must be the same. */
function passes(network: SomeNetwork, flowText = https): boolean {
  const quickly = isAllowed(question(network, flowText));
  expect(reach(question(network, flowText)).outcome.is === 'allowed').toBe(quickly);
  return quickly;
}

test('a deny rule that blocks only flows that an earlier rule allows changes nothing', () => {
  const allowed = 'Allow Outbound 100 Tcp *>20.0.0.0/16:443';
  const denied = 'Deny Outbound 200 * *>20.0.0.0/24:443';
  expect(passes({ rules: [] })).toBe(true);
  expect(passes({ rules: [denied] })).toBe(false);
  expect(passes({ rules: [allowed, denied] })).toBe(true);
  expect(passes({ rules: ['Allow Outbound 300 Tcp *>20.0.0.0/16:443', denied] })).toBe(false);
  expect(passes({ rules: [allowed, denied, 'Deny Outbound 210 * *>20.1.0.0/24:443'] })).toBe(false);
});

test('two rules of which one or the other allows a packet allow it, whatever is unknown', () => {
  const unknownTag = 'Allow Outbound 100 Tcp *>NotInTheList:443';
  expect(passes({ rules: [unknownTag, 'Deny Outbound 200 * *>Internet:443'] })).toBe(false);
  expect(passes({ rules: [unknownTag, 'Allow Outbound 200 Tcp *>Internet:443'] })).toBe(true);
});

test('a rule with the same unlisted tag doesn’t block flows that an earlier rule allows', () => {
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

test('a rule with the same unlisted tag doesn’t block flows that two earlier rules allow in two parts', () => {
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

test('no rule allows a flow that routes send elsewhere', () => {
  expect(passes({ rules: [], routes: ['20.0.0.0/24 -> 10.1.9.4'] })).toBe(false);
  expect(passes({ rules: [], routes: ['20.0.0.0/24 -> None'] })).toBe(false);
});

test('a flow that a network manager always allows passes an NSG that denies it', () => {
  const denyAll = 'Deny Outbound 4096 * *>*:*';
  expect(passes({ rules: [denyAll], adminRules: ['AlwaysAllow Outbound 10 Tcp *>*:443'] })).toBe(true);
  expect(passes({ rules: [denyAll], adminRules: ['Allow Outbound 10 Tcp *>*:443'] })).toBe(false);
  expect(passes({ rules: [], adminRules: ['Deny Outbound 10 Tcp *>*:443'] })).toBe(false);
});

test('a far side that is unknown or has no address isn’t allowed', () => {
  expect(passes({}, 'out TCP 443 NotInTheList')).toBe(false);
  expect(passes({}, 'out TCP 443 20.0.0.0/24,NotInTheList')).toBe(false);
  expect(passes({ subnet: { addressPrefixes: known([]) } })).toBe(false);
});

test('an NSG that can’t be read allows nothing for certain', () => {
  const closed = unknown(reason('unknown.permission', { name: 'nsg', role: 'Reader', scope: 'rg' }));
  expect(passes({ group: closed })).toBe(false);
});

test('a result that was computed with a reason isn’t computed again', () => {
  for (const [rules, expected] of [
    [[], true],
    [['Deny Outbound 200 * *>Internet:443'], false],
  ] as const) {
    const asked = question({ rules }, https);
    reach(asked);
    expect(isAllowed(asked)).toBe(expected);
  }
});
