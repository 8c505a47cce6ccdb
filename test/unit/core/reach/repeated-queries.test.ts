import { describe, expect, test } from 'vitest';
import { known, unknown, valueOr } from '../../../../src/core/known';
import type { NetworkModel, SecurityRule, Subnet, VirtualNetwork } from '../../../../src/core/network/model';
import { reach, type ReachQuery } from '../../../../src/core/reach/reach';
import { reason } from '../../../../src/core/reason';
import { createTagCatalog, readPrefixes } from '../../../../src/core/tags/tag-catalog';
import { answerLines } from '../../../support/answer-lines';
import { behind, firewall, ownRoutes } from '../../../support/firewalls';
import {
  ids,
  peering,
  testRouteTable,
  parseRule,
  testSecurityGroup,
  someNetwork,
} from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';
import { parseFlow, outcomeSummary } from '../../../support/reach-text';

const https = 'out TCP 443 20.0.0.0/24';

function asked(model: NetworkModel, flowText: string, more: Partial<ReachQuery> = {}): ReachQuery {
  return {
    model,
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(true),
    flow: parseFlow(flowText),
    ...more,
  };
}

const outcome = (model: NetworkModel, flowText: string, more: Partial<ReachQuery> = {}): string =>
  outcomeSummary(reach(asked(model, flowText, more)));

/** Changes the network, with the same subnet objects. */
function withNetwork(model: NetworkModel, change: Partial<VirtualNetwork>): NetworkModel {
  return { ...model, virtualNetworks: model.virtualNetworks.map((one) => ({ ...one, ...change })) };
}

describe('one state with several queries', () => {
  test('for a far side with surrounding blanks', () => {
    const model = someNetwork({ rules: ['Deny Outbound 100 Tcp *>Storage:443'] });
    for (const remotes of [[' Storage '], [' 20.0.2.0/25 ']]) {
      const answer = reach({ ...asked(model, https), flow: { ...parseFlow(https), remotes } });
      expect(outcomeSummary(answer)).toBe('blocked by 100');
    }
  });

  test('with the NSG of NICs, with another one, and without', () => {
    const model = someNetwork({ rules: [] });
    const nic = (rules: readonly string[]) => ({
      networkInterfaceGroup: known(testSecurityGroup(rules, 'nic')),
    });
    expect(outcome(model, https)).toBe('allowed by default by 65001');
    expect(outcome(model, https, nic(['Deny Outbound 100 * *>*:443']))).toBe('blocked by 100');
    expect(outcome(model, https, nic(['Deny Outbound 110 * *>*:443']))).toBe('blocked by 110');
    expect(outcome(model, https)).toBe('allowed by default by 65001');
  });

  test('with two tag lists', () => {
    const model = someNetwork({ rules: ['Deny Outbound 100 * *>Storage:443'] });
    const tags = (prefix: string) =>
      createTagCatalog({
        cloud: 'public',
        date: '2025-11-09T08:00:00Z',
        changeNumber: '376',
        tags: new Map([['Storage', () => readPrefixes([prefix])]]),
      });
    expect(outcome(model, https, { tags: tags('20.0.0.0/24') })).toBe('blocked by 100');
    expect(outcome(model, https, { tags: tags('30.0.0.0/24') })).toBe('allowed by default by 65001');
  });

  test('reports both levels if one NSG is on the subnet and on the NICs', () => {
    const group = testSecurityGroup(['Allow Outbound 100 Tcp *>*:443']);
    const model = someNetwork({ group: known(group) });
    const { trace } = reach(asked(model, https, { networkInterfaceGroup: known(group) }));
    const levels = trace.flatMap(({ by }) => (by?.kind === 'rule' ? [by.level] : []));
    expect(levels).toEqual(['network-interface', 'subnet']);
  });
});

describe('a later state that shares the subnet', () => {
  test('has another route table at the firewall’s own subnet', () => {
    const passes = firewall({ 'net 200 Allow': ['net Aml TCP *>AzureMachineLearning:443'] });
    const hub = (routes: readonly string[]) => someNetwork(behind(passes, ownRoutes(routes)));
    const open = hub(['0.0.0.0/0 -> Internet']);
    const tables = hub(['0.0.0.0/0 -> None']).routeTables;
    const closed = {
      ...open,
      routeTables: open.routeTables.map((one, at) => (one.name === 'rt-hub' ? (tables[at] ?? one) : one)),
    };
    expect(outcome(open, 'out TCP 443 AzureMachineLearning')).toBe('allowed by net/Aml');
    expect(outcome(closed, 'out TCP 443 AzureMachineLearning')).toBe('blocked by route 0.0.0.0/0');
  });

  const before = someNetwork({ rules: [], routes: [] });
  const blocked = [testRouteTable(['0.0.0.0/0 -> None'])];

  test('has another route table', () => {
    expect(outcome(before, https)).toBe('allowed by default by 65001');
    expect(outcome({ ...before, routeTables: blocked }, https)).toBe('blocked by route 0.0.0.0/0');
  });

  describe('with more or fewer rules that don’t decide, and counts those before the deciding rule', () => {
    const group = testSecurityGroup([
      'Allow Outbound 100 Udp *>*:53',
      'Allow Outbound 200 Udp *>*:123',
      'Deny Outbound 300 Tcp *>*:443',
    ]);
    const all = valueOr(group.rules, []);
    const nic = known(testSecurityGroup(['Allow Outbound 500 Tcp *>*:443'], 'nic'));
    const adminRules = ['Allow Outbound 10 Tcp *>*:443', 'Allow Outbound 20 Udp *>*:53'];
    const more = parseRule('Allow Outbound 150 Udp *>*:514', { index: 3 });
    const unread = parseRule('Deny Outbound 400 Tcp *>*:443', {
      priority: unknown(reason('unknown.bgp')),
      index: 4,
    });

    test.each<[string, readonly SecurityRule[], readonly SecurityRule[]]>([
      ['one more before it', all, [...all, more]],
      ['one less before it', [...all, more], all],
      ['none before it anymore', all, all.slice(2)],
      ['one before it for the first time', all.slice(2), [...all.slice(2), more]],
      ['one instead of another', all, [...all.slice(1), more]],
      ['one more that wasn’t read', [...all, unread], [...all, unread, more]],
    ])('%s', (_, was, is) => {
      const model = someNetwork({ group: known(group), adminRules });
      const withRules = (rules: readonly SecurityRule[]) => ({
        ...model,
        securityGroups: [{ ...group, rules: known(rules) }],
      });
      const reported = (state: NetworkModel) =>
        answerLines(reach(asked(state, https, { networkInterfaceGroup: nic })));
      reported(withRules(was));
      expect(reported(withRules(is))).toEqual(reported(structuredClone(withRules(is))));
      expect(reported(withRules(is)).some((line) => line.includes('priority=300'))).toBe(true);
    });
  });

  test('has an NSG with another name and the same rules', () => {
    const group = testSecurityGroup(['Deny Outbound 100 Tcp *>*:443']);
    const model = someNetwork({ group: known(group) });
    const named = (name: string) =>
      reach(asked({ ...model, securityGroups: [{ ...group, name }] }, https)).outcome;
    expect(named('nsg')).toMatchObject({ by: { groupName: 'nsg' } });
    expect(named('renamed')).toMatchObject({ by: { groupName: 'renamed' } });
  });

  test('reuses nothing else', () => {
    expect(outcome(before, https)).toBe('allowed by default by 65001');
    const after = withNetwork({ ...before, routeTables: blocked, privateEndpoints: known([]) }, {});
    const tags = createTagCatalog({ cloud: 'public', date: '', changeNumber: '', tags: new Map() });
    expect(outcome(after, https, { tags })).toBe('blocked by route 0.0.0.0/0');
  });

  test('has another network around it', () => {
    const inside = 'out TCP 443 10.9.0.0/16';
    expect(outcome(before, inside)).toBe('blocked by 65500');
    const after = withNetwork(before, { peerings: known([peering(['10.9.0.0/16'])]) });
    expect(outcome(after, inside)).toBe('allowed by default by 65000');
    expect(outcome(before, inside)).toBe('blocked by 65500');
  });
});

describe('a later state that shares the network, in which only the peered hub changed', () => {
  const hubId = ids.network.replace(/vnet$/, 'hub');

  /** Returns the network of `own`, and a peered hub with the given subnet. */
  function besideHub(
    own: NetworkModel,
    subnet: Partial<Subnet>,
    more: Partial<NetworkModel> = {},
  ): NetworkModel {
    const networks = own.virtualNetworks.flatMap((network) => [
      network,
      {
        ...network,
        id: hubId,
        name: 'hub',
        addressPrefixes: known(['10.2.0.0/16']),
        subnets: network.subnets.map((one) => ({
          ...one,
          id: `${hubId}/subnets/shared`,
          name: 'shared',
          securityGroup: known(null),
          routeTable: known(null),
          ...subnet,
        })),
      },
    ]);
    return { ...own, virtualNetworks: networks, ...more };
  }

  test('routes override a private endpoint once its subnet enables network policies', () => {
    const own = someNetwork({
      routes: ['10.2.0.0/16 -> None'],
      network: { peerings: known([peering(['10.2.0.0/16'])]) },
    });
    const endpoints = known([
      {
        id: '/pe',
        name: 'pe',
        subnetId: `${hubId}/subnets/shared`,
        targetId: '/account',
        groups: ['blob'],
        addresses: known(['10.2.7.4']),
      },
    ]);
    const withPolicies = (policies: string) =>
      besideHub(
        own,
        { addressPrefixes: known(['10.2.7.0/24']), privateEndpointNetworkPolicies: known(policies) },
        { privateEndpoints: endpoints },
      );
    const flowText = 'out TCP 443 10.2.7.4/32';
    expect(outcome(withPolicies('Disabled'), flowText)).toBe('allowed by default');
    expect(outcome(withPolicies('Enabled'), flowText)).toBe('blocked by route 10.2.0.0/16');
  });

  test('a peering of subnets leads to the current addresses of the subnet', () => {
    const parts = { local: ['snet'], remote: ['shared'] };
    const other = peering(['10.3.0.0/16'], { name: 'other', remoteId: hubId.replace(/hub$/, 'other') });
    const own = someNetwork({
      network: { peerings: known([peering(['10.2.0.0/16'], { parts }), other]) },
    });
    const withHub = (prefix: string) => besideHub(own, { addressPrefixes: known([prefix]) });
    const flowText = 'out TCP 443 10.2.7.0/24';
    expect(outcome(withHub('10.2.7.0/24'), flowText)).toBe('allowed by default');
    expect(outcome(withHub('10.2.8.0/24'), flowText)).toBe('blocked by route 10.0.0.0/8');
  });
});

describe('a later state that shares the subnet and its network', () => {
  const denied = 'Deny Outbound 100 Tcp *>20.0.0.0/24:443';
  const elsewhere = 'Deny Outbound 110 Tcp *>30.0.0.0/24:443';

  /** Returns the results of both states for the same flow, and whether the second is the cached first. */
  function bothSay(first: NetworkModel, second: NetworkModel, flowText = https) {
    const [before, after] = [first, second].map((model) =>
      reach(asked(model, flowText, { publicIp: known(false) })),
    );
    if (!before || !after) throw new Error('Nothing was answered');
    return { states: [outcomeSummary(before), outcomeSummary(after)], repeats: before === after };
  }

  function withRules(model: NetworkModel, change: (one: SecurityRule) => SecurityRule[]): NetworkModel {
    const groups = model.securityGroups.map((group) => ({
      ...group,
      rules: known(valueOr(group.rules, []).flatMap(change)),
    }));
    return { ...model, securityGroups: groups };
  }

  const is = (one: SecurityRule, priority: number): boolean => valueOr(one.priority, 0) === priority;
  const model = someNetwork({ rules: [denied, elsewhere], nat: {} });

  test('reuses results that no change affects', () => {
    const port80 = withRules(model, (one) => [
      is(one, 110) ? { ...one, destinationPorts: known(['80']) } : one,
    ]);
    expect(bothSay(model, port80)).toEqual({ states: ['blocked by 100', 'blocked by 100'], repeats: true });
    expect(bothSay({ ...model }, { ...model }).repeats).toBe(true);
  });

  test.each<[string, (one: SecurityRule) => SecurityRule[], string]>([
    [
      'changed to other traffic',
      (one) => [is(one, 100) ? { ...one, destinationPorts: known(['80']) } : one],
      'allowed by default by 65001',
    ],
    ['opened', (one) => [is(one, 100) ? { ...one, access: known('Allow') } : one], 'allowed by 100'],
    ['removed', (one) => (is(one, 100) ? [] : [one]), 'allowed by default by 65001'],
    [
      'moved to another priority',
      (one) => [is(one, 100) ? { ...one, priority: known(4000) } : one],
      'blocked by 4000',
    ],
  ])('detects a rule that was %s', (_how, change, states) => {
    const after = withRules(model, change);
    expect(bothSay(model, after)).toEqual({ states: ['blocked by 100', states], repeats: false });
  });

  test('detects a rule that now applies', () => {
    const after = withRules(model, (one) => [
      is(one, 110) ? { ...one, destinations: known(['20.1.0.0/24']) } : one,
    ]);
    expect(bothSay(model, after, 'out TCP 443 20.1.0.0/24').states).toEqual([
      'allowed by default by 65001',
      'blocked by 110',
    ]);
  });

  test('detects another NAT gateway', () => {
    const open = someNetwork({ rules: [], nat: {} });
    const natGateways = open.natGateways.map((one) => ({ ...one, publicAddresses: known(0) }));
    const { states, repeats } = bothSay(open, { ...open, natGateways });
    expect(states[0]).toBe('allowed by default by 65001');
    expect(states[1]).toMatch(/^no-outbound-access/);
    expect(repeats).toBe(false);
  });

  test('detects another NSG of the NICs', () => {
    const nic = (rules: readonly string[]) => ({
      networkInterfaceGroup: known(testSecurityGroup(rules, 'nic')),
    });
    const open = someNetwork({ rules: [] });
    expect(outcome(open, https, nic([denied]))).toBe('blocked by 100');
    expect(outcome({ ...open }, https, nic([]))).toBe('allowed by default by 65001');
    expect(outcome({ ...open }, https)).toBe('allowed by default by 65001');
  });

  test('detects what a firewall now allows', () => {
    const aml = 'net Aml TCP *>20.0.0.0/24:443';
    const closed = someNetwork(behind(firewall({ 'net 200 Deny': [aml] })));
    const { firewalls } = someNetwork(behind(firewall({ 'net 200 Allow': [aml] })));
    expect(bothSay(closed, { ...closed, firewalls: [...closed.firewalls] }).repeats).toBe(true);
    const opened = bothSay(closed, { ...closed, firewalls });
    expect(opened.states).toEqual([expect.stringMatching(/^blocked/), expect.stringMatching(/^allowed/)]);
    expect(bothSay({ ...closed, firewalls: [] }, { ...closed }).repeats).toBe(false);
  });
});

test('an NSG whose rules can’t be read leaves the result undecided, and the reason is listed first', () => {
  const group = { ...testSecurityGroup([]), rules: unknown(reason('unknown.notRead', { name: 'nsg' })) };
  const lines = answerLines(reach(asked(someNetwork({ group: known(group) }), https)));
  expect(lines[0]).toBe('unknown unknown.notRead');
  expect(lines).toContain('-> unknown.notRead name=nsg');
});

test('a subnet without an address is undecided, and nothing else is reported', () => {
  const model = someNetwork({ subnet: { addressPrefixes: known([]) } });
  expect(answerLines(reach(asked(model, https)))).toEqual([
    'unknown unknown.noAddress',
    'no packet',
    '=> unknown.noAddress',
  ]);
});

test('a protocol that * may not include is undecided, whatever an NSG contains for *', () => {
  for (const rules of [[], ['Allow Outbound 100 * *>*:*'], ['Deny Outbound 100 * *>*:*']]) {
    expect(outcome(someNetwork({ rules }), 'out ESP * 20.0.0.0/24')).toBe('unknown unknown.anyProtocol');
  }
});
