import { describe, expect, test } from 'vitest';
import { known, unknown, valueOr } from '../../../../src/core/known';
import type { SecurityGroup, SecurityRule } from '../../../../src/core/network/model';
import { stillAllowed } from '../../../../src/core/reach/still-allowed';
import { reason } from '../../../../src/core/reason';
import { ids, peering, parseRule, testSecurityGroup, someNetwork } from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';

const denyAll = 'Deny Outbound 4096 * *>*:*';
const closed = unknown(reason('unknown.bgp'));

/** Returns whether everything that the first rule allows is still allowed without it. */
function passesWithout(
  rules: readonly (string | SecurityRule)[],
  more: Partial<SecurityGroup> = {},
): boolean {
  const group = { ...testSecurityGroup(rules), ...more };
  const [first, ...rest] = group.rules.known ? group.rules.value : [];
  const model = { ...someNetwork({ rules: [] }), securityGroups: [group] };
  return first !== undefined && stillAllowed(model, { group, rule: first, rest }, randomCatalog);
}

test.each<[string, readonly (string | SecurityRule)[], boolean]>([
  [
    'a later rule allows the same',
    ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', 'Allow Outbound 200 Tcp *>20.0.0.0/16:*', denyAll],
    true,
  ],
  ['a default rule allows it', ['Allow Outbound 100 Tcp *>20.0.0.0/24:443'], true],
  [
    'two later rules allow it together',
    [
      'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
      'Allow Outbound 200 Tcp *>20.0.0.0/25:443',
      'Allow Outbound 210 Tcp *>20.0.0.128/25:443',
      denyAll,
    ],
    true,
  ],
  [
    'a later rule allows a part',
    ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', 'Allow Outbound 200 Tcp *>20.0.0.0/25:443', denyAll],
    false,
  ],
  ['no other rule allows it', ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', denyAll], false],
  [
    'rules of another direction don’t help',
    ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', 'Allow Inbound 200 Tcp *>*:*', denyAll],
    false,
  ],
  [
    'flows that other rules match first don’t matter',
    [
      'Allow Outbound 300 Tcp *>20.0.0.0/24:443',
      'Deny Outbound 100 Tcp *>20.0.0.0/25:443',
      'Allow Outbound 400 Tcp *>20.0.0.128/25:443',
      denyAll,
    ],
    true,
  ],
  [
    'a rule that wasn’t read may block it',
    [
      'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
      parseRule('Deny Outbound 200 Tcp *>*:443', { access: closed }),
    ],
    false,
  ],
  [
    'a rule that wasn’t read may block a part of it',
    [
      'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
      parseRule('Deny Outbound 200 Tcp *>20.0.0.0/25:443', { access: closed }),
    ],
    false,
  ],
  [
    'an unread rule for other packets doesn’t matter',
    [
      'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
      'Allow Outbound 200 Tcp *>20.0.0.0/16:443',
      parseRule('Deny Outbound 300 Udp *>*:53', { access: closed }),
      denyAll,
    ],
    true,
  ],
  [
    'flows that an unread earlier rule matches don’t matter',
    [
      'Allow Outbound 300 Tcp *>20.0.0.0/24:443',
      parseRule('Deny Outbound 100 Tcp *>20.0.0.0/25:443', { access: closed }),
      'Allow Outbound 400 Tcp *>20.0.0.128/25:443',
      denyAll,
    ],
    true,
  ],
  [
    'rules of its direction are unknown',
    [parseRule('Allow Outbound 100 Tcp *>20.0.0.0/24:443', { direction: closed })],
    false,
  ],
])('%s', (_, rules, expected) => expect(passesWithout(rules)).toBe(expected));

describe('in every subnet that uses the NSG', () => {
  const group = {
    ...testSecurityGroup([
      'Allow Outbound 100 Tcp *>10.9.0.0/24:443',
      'Allow Outbound 200 Tcp *>VirtualNetwork:443',
      denyAll,
    ]),
    usedBy: known([ids.subnet, `${ids.subnet}2`]),
  };
  const [first, ...rest] = valueOr(group.rules, []);
  const base = someNetwork({ group: known(group), network: { peerings: known([peering(['10.9.0.0/16'])]) } });

  /** Checks the first rule's flow with a second network, in which a subnet uses the same NSG. */
  function isAllowed(peerings: readonly ReturnType<typeof peering>[], usedBy = group.usedBy): boolean {
    const networks = base.virtualNetworks.map((one) => ({
      ...one,
      id: `${one.id}2`,
      peerings: known(peerings),
      subnets: one.subnets.map((subnet) => ({ ...subnet, id: `${subnet.id}2` })),
    }));
    const model = { ...base, virtualNetworks: [...base.virtualNetworks, ...networks] };
    return (
      first !== undefined &&
      stillAllowed(model, { group: { ...group, usedBy }, rule: first, rest }, randomCatalog)
    );
  }

  test('is allowed by VirtualNetwork if both are peered', () => {
    expect(isAllowed([peering(['10.9.0.0/16'])])).toBe(true);
  });

  test('isn’t allowed if one of them isn’t', () => expect(isAllowed([])).toBe(false));

  test('may not be allowed in a subnet that the model doesn’t contain', () => {
    expect(isAllowed([peering(['10.9.0.0/16'])], known([ids.subnet, '/elsewhere']))).toBe(false);
  });

  test('requires at least one subnet', () => {
    const alike = ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', 'Allow Outbound 200 Tcp *>20.0.0.0/16:443'];
    const unused = { ...testSecurityGroup(alike), usedBy: known([]) };
    const [one, ...others] = valueOr(unused.rules, []);
    const removal = one && { group: unused, rule: one, rest: others };
    expect(removal && stillAllowed(someNetwork({}), removal, randomCatalog)).toBe(false);
    expect(removal && stillAllowed(someNetwork({ group: known(unused) }), removal, randomCatalog)).toBe(true);
  });
});

test('requires that other users of the NSG are known', () => {
  const rules = ['Allow Outbound 100 Tcp *>20.0.0.0/24:443'];
  expect(passesWithout(rules, { usedBy: closed })).toBe(false);
  expect(passesWithout(rules, { usedBy: known(['/subscriptions/0/elsewhere']) })).toBe(false);
});
