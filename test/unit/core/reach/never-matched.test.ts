import { describe, expect, test } from 'vitest';
import { known, valueOr } from '../../../../src/core/known';
import type { NetworkModel, SecurityGroup, SecurityRule } from '../../../../src/core/network/model';
import { neverMatched } from '../../../../src/core/reach/never-matched';
import { ids, parseRule, testRouteTable, testSecurityGroup, someNetwork } from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';

/** Returns `300 by 100, 200` for each rule that never matches. */
function never(rules: readonly (string | SecurityRule)[], more: Parameters<typeof someNetwork>[0] = {}) {
  return neverIn(someNetwork({ rules, ...more }));
}

function neverIn(model: NetworkModel, group = model.securityGroups[0]): readonly string[] {
  if (!group) return [];
  return neverMatched(model, { group }, randomCatalog).map(
    ({ rule: found, by, isCertain }) =>
      `${priorityOf(found)} by ${by.map(priorityOf).join(', ')}${isCertain ? '' : ' perhaps'}`,
  );
}

const priorityOf = ({ priority }: SecurityRule): number => valueOr(priority, 0);

describe('a rule that never matches', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'is within one before it',
      ['Allow Outbound 100 * *>Internet:*', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'],
      ['200 by 100'],
    ],
    [
      'is after a deny rule for the internet',
      ['Deny Outbound 100 * *>Internet:*', 'Allow Outbound 200 Tcp VirtualNetwork>AzureMachineLearning:443'],
      ['200 by 100'],
    ],
    [
      'is within the union of several',
      [
        'Allow Outbound 100 Tcp *>20.0.0.0/25:*',
        'Deny Outbound 110 Tcp *>20.0.0.128/25:0-442',
        'Deny Outbound 120 Tcp *>20.0.0.128/25:443-65535',
        'Allow Outbound 200 Tcp *>20.0.0.0/24:*',
      ],
      ['200 by 100, 110, 120'],
    ],
    [
      'misses one port of being covered',
      ['Allow Outbound 100 Tcp *>Internet:0-442,444-65535', 'Allow Outbound 200 Tcp *>Internet:*'],
      [],
    ],
    [
      'has the same result as a later rule, which isn’t a fault',
      ['Allow Outbound 100 Tcp *>AzureMachineLearning:443', 'Allow Outbound 200 Tcp *>Internet:443'],
      [],
    ],
    [
      'has another direction',
      ['Deny Inbound 100 * *>*:*', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'],
      [],
    ],
    [
      'shares its priority, so that the order is unknown',
      ['Deny Outbound 100 * *>*:*', 'Allow Outbound 100 Tcp *>AzureMachineLearning:443'],
      [],
    ],
    [
      'names an unlisted tag twice',
      ['Allow Outbound 100 Tcp *>NotInTheList:443', 'Allow Outbound 200 Tcp *>notinthelist:443'],
      ['200 by 100'],
    ],
    [
      'is certainly decided, so that a rule that only may decide it isn’t named',
      [
        'Allow Outbound 90 Tcp *>NotInTheList:443',
        'Deny Outbound 100 Tcp *>Internet:*',
        'Allow Outbound 200 Tcp *>AzureMachineLearning:443',
      ],
      ['200 by 100'],
    ],
    [
      'names less than an unlisted tag may contain',
      ['Deny Outbound 100 Tcp *>NotInTheList:443', 'Allow Outbound 200 Tcp *>20.0.0.0/28:443'],
      [],
    ],
    [
      'is decided by rules with the same access, of which exceptions aren’t named',
      [
        'Deny Outbound 90 Tcp *>20.0.0.0/28:443',
        'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
        'Allow Outbound 110 Tcp *>20.7.0.0/24:80',
        'Allow Outbound 200 Tcp *>20.0.0.0/25:443',
      ],
      ['200 by 100'],
    ],
    [
      'is decided by rules with the same access, of which one only may decide it and isn’t named',
      [
        'Deny Outbound 90 Tcp *>20.0.0.0/28:443',
        'Allow Outbound 95 Tcp *>NotInTheList:443',
        'Allow Outbound 100 Tcp *>20.0.0.0/24:443',
        'Allow Outbound 200 Tcp *>20.0.0.0/25:443',
      ],
      ['200 by 100'],
    ],
    [
      'is certainly decided by a rule without an unlisted tag, so that one with such a tag isn’t named',
      [
        'Deny Outbound 90 Tcp *>NotInTheList,20.0.0.0/25:443',
        'Deny Outbound 100 Tcp *>20.0.0.0/24:443',
        'Allow Outbound 200 Tcp *>20.0.0.0/26:443',
      ],
      ['200 by 100'],
    ],
    [
      'is decided by rules of both kinds, of which none alone suffices',
      [
        'Deny Outbound 90 Tcp *>20.0.0.0/26:443',
        'Allow Outbound 100 Tcp *>20.0.0.64/26:443',
        'Allow Outbound 200 Tcp *>20.0.0.0/25:443',
      ],
      ['200 by 90, 100'],
    ],
    [
      'is decided by rules that are written in another order than they are evaluated',
      [
        'Allow Outbound 200 Tcp *>20.0.0.0/24:*',
        'Deny Outbound 120 Tcp *>20.0.0.128/25:*',
        'Deny Outbound 110 Tcp *>20.0.0.0/25:*',
      ],
      ['200 by 110, 120'],
    ],
    [
      'is decided by an earlier rule that names other ports too, not by its neighbors',
      [
        'Deny Outbound 100 Tcp *>20.0.0.0/24:80,443',
        'Deny Outbound 110 Tcp *>20.0.0.0/24:8080',
        'Deny Outbound 120 Udp *>20.0.0.0/24:443',
        'Deny Outbound 200 Tcp *>20.0.0.0/25:443',
      ],
      ['200 by 100'],
    ],
    ['has any protocol with ports, twice', twice('*', '443'), ['200 by 100']],
    ['has any protocol with any port, twice', twice('*', '*'), ['200 by 100']],
    ['has ICMP, twice', twice('Icmp', '*'), ['200 by 100']],
    ['has ICMP with ports, twice', twice('Icmp', '443'), ['200 by 100']],
    ['has ESP with ports, twice', twice('Esp', '443'), ['200 by 100']],
    [
      'has any protocol with a port after any protocol with every port',
      ['Deny Outbound 100 * *>*:*', 'Allow Outbound 200 * *>*:443'],
      ['200 by 100'],
    ],
    [
      'has ESP with a port after any protocol, which may not include ESP',
      ['Deny Outbound 100 * *>*:*', 'Allow Outbound 200 Esp *>*:443'],
      [],
    ],
    [
      'has any protocol after all protocols with ports, where a port may exclude ESP',
      [
        'Deny Outbound 100 * *>*:443',
        'Deny Outbound 110 Tcp *>*:*',
        'Deny Outbound 120 Udp *>*:*',
        'Deny Outbound 130 Icmp *>*:*',
        'Allow Outbound 200 * *>*:*',
      ],
      [],
    ],
    [
      'has ICMP after an unlisted tag, while protocols with ports are certainly decided',
      [
        'Deny Outbound 90 Tcp *>20.0.0.0/28:443',
        'Deny Outbound 91 Udp *>20.0.0.0/28:443',
        'Deny Outbound 100 * *>NotInTheList:443',
        'Allow Outbound 200 * *>20.0.0.0/28:443',
      ],
      [],
    ],
    [
      'has ESP after any protocol, which may not include ESP',
      ['Deny Outbound 100 * *>*:*', 'Allow Outbound 200 Esp *>*:*'],
      [],
    ],
    [
      'names no address of the subnet, which no earlier rule decides',
      ['Deny Inbound 100 * *>10.1.2.0/24:*', 'Allow Inbound 200 * *>10.9.9.0/24:*'],
      [],
    ],
  ])('%s', (_why, rules, expected) => {
    expect(never(rules)).toEqual(expected);
  });

  test('Internet may contain less if a route names the tag, so the allow rule below it may matter', () => {
    const rules = ['Deny Outbound 100 * *>Internet:*', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'];
    expect(never(rules, { table: testRouteTable(['AzureMachineLearning -> Internet']) })).toEqual([]);
  });

  test('a rule with an unknown priority precedes no other rule for certain', () => {
    const unread = {
      ...parseRule('Deny Outbound 100 * *>*:*'),
      priority: { known: false, because: { key: 'x' } },
    } as const;
    expect(never([unread, 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'])).toEqual([]);
  });

  test('if other users of the NSG are unknown, only what applies in any subnet is certain', () => {
    const rules = [
      'Deny Outbound 100 * *>VirtualNetwork:*',
      'Allow Outbound 200 Tcp VirtualNetwork>VirtualNetwork:443',
      'Deny Outbound 300 * VirtualNetwork>Internet:*',
      'Allow Outbound 400 Tcp *>Internet:443',
      'Allow Outbound 500 Tcp *>AzureMachineLearning:443',
    ];
    const model = someNetwork({ rules });
    const of = (change: Partial<SecurityGroup>) => {
      const group: SecurityGroup = { ...testSecurityGroup(rules), ...change };
      return neverIn({ ...model, securityGroups: [group] });
    };
    // Whether Internet contains the tag depends on the subnet's network and routes.
    const perhaps = ['200 by 100', '400 by 300', '500 by 300 perhaps'];
    expect(of({ usedBy: known(['/subnets/other']) })).toEqual(perhaps);
    expect(of({ usedBy: { known: false, because: { key: 'x' } } })).toEqual(perhaps);
    expect(of({})).toEqual(['200 by 100', '400 by 300', '500 by 300']);
    // An NSG that no subnet of the model uses.
    expect(of({ id: '/groups/other' })).toEqual(['200 by 100', '400 by 100, 300']);
  });

  test('a rule for more machines than earlier rules may match in unknown subnets', () => {
    const rules = ['Deny Inbound 100 * *>10.1.2.0/24:*', 'Allow Inbound 200 Tcp *>*:443'];
    const usedBy = (...users: string[]) =>
      neverIn(someNetwork({ group: known({ ...testSecurityGroup(rules), usedBy: known(users) }) }));
    expect(usedBy(ids.subnet)).toEqual(['200 by 100']);
    expect(usedBy(ids.subnet, '/subnets/other')).toEqual([]);
  });

  test('may apply to no address in one subnet of the NSG, and be preceded in the other', () => {
    const rules = ['Deny Inbound 100 * *>10.1.2.0/24:*', 'Allow Inbound 200 * *>10.1.2.0/25:*'];
    const second = ids.subnet.replace(/snet$/, 'second');
    const users = known([ids.subnet, second]);
    const model = someNetwork({ group: known({ ...testSecurityGroup(rules), usedBy: users }) });
    const networks = model.virtualNetworks.map((network) => ({
      ...network,
      subnets: network.subnets.flatMap((one) => [
        one,
        { ...one, id: second, name: 'second', addressPrefixes: known(['10.1.3.0/24']) },
      ]),
    }));
    expect(neverIn({ ...model, virtualNetworks: networks })).toEqual(['200 by 100']);
  });
});

function twice(protocol: string, ports: string): readonly string[] {
  return [
    `Deny Outbound 100 ${protocol} *>*:${ports}`,
    `Allow Outbound 200 ${protocol} *>20.0.0.0/28:${ports}`,
  ];
}
