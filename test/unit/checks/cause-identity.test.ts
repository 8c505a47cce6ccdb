import { describe, expect, it } from 'vitest';
import { causesOf, neededRole, unreadResource } from '../../../src/checks/causes';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { Cause } from '../../../src/core/cause';
import type {
  CheckResult,
  Decider,
  DecidingFirewallRule,
  DecidingRoute,
  DecidingRule,
  Outcome,
} from '../../../src/core/check-result';
import type { Reason } from '../../../src/core/reason';
import { buildModel, buildPlan, facts, privateInstance } from './model-builder';

const results = checkSubnet(buildModel({}), buildPlan(privateInstance), facts);

/** Returns two results of different requirements with these outcomes. */
function two(a: Outcome, b: Outcome): readonly CheckResult[] {
  const [first, second] = results.filter(({ subject }) => subject !== null);
  return [
    { ...first!, outcome: a },
    { ...second!, outcome: b },
  ];
}

function causeOf(outcome: Outcome): Cause {
  return causesOf(two(outcome, outcome))[0]!;
}

const rule: DecidingRule = {
  kind: 'rule',
  name: 'Deny',
  priority: 200,
  direction: 'Outbound',
  isDefault: false,
  groupId: '/groups/nsg',
  groupName: 'nsg',
  level: 'subnet',
};
const route: DecidingRoute = {
  kind: 'route',
  name: 'to-hub',
  destination: '0.0.0.0/0',
  nextHop: 'VirtualAppliance',
  nextHopAddress: '10.0.0.4',
  tableId: '/tables/rt',
  tableName: 'rt',
};
const firewallRule: DecidingFirewallRule = {
  kind: 'firewall-rule',
  name: 'deny',
  collection: 'all',
  isDefault: false,
  firewallId: '/firewalls/fw',
  firewallName: 'fw',
  writtenIn: '/policies/p/groups/g',
};

const differences: readonly [string, Decider, Decider][] = [
  ['name', rule, { ...rule, name: 'Deny-2' }],
  ['direction', rule, { ...rule, direction: 'Inbound' }],
  ['NSG', rule, { ...rule, groupId: '/groups/other' }],
  ['name', route, { ...route, name: 'to-spoke' }],
  ['table', route, { ...route, tableId: '/tables/other' }],
  ['destination', { ...route, tableId: null }, { ...route, tableId: null, destination: '10.0.0.0/8' }],
  ['next hop', { ...route, tableId: null }, { ...route, tableId: null, nextHop: 'None' }],
  ['address', { ...route, tableId: null }, { ...route, tableId: null, nextHopAddress: '10.0.0.5' }],
  ['name', firewallRule, { ...firewallRule, name: 'deny-2' }],
  ['collection', firewallRule, { ...firewallRule, collection: 'some' }],
  ['group', firewallRule, { ...firewallRule, writtenIn: '/policies/p/groups/h' }],
];

/** Changes the letter case of a component's names. */
function shouted(by: Decider): Decider {
  switch (by.kind) {
    case 'rule':
      return { ...by, name: by.name.toUpperCase(), groupId: by.groupId.toUpperCase() };
    case 'route':
      return { ...by, name: by.name.toUpperCase(), tableId: by.tableId?.toUpperCase() ?? null };
    case 'firewall-rule':
      return { ...by, name: by.name.toUpperCase(), writtenIn: by.writtenIn.toUpperCase() };
  }
}

describe('the identity of a rule or route', () => {
  it.each(differences)('includes its %s', (_, a, b) => {
    const causes = causesOf(two({ is: 'blocked', by: a }, { is: 'blocked', by: b }));
    expect(causes.map(({ results: own }) => own.length)).toEqual([1, 1]);
  });

  it.each([rule, route, firewallRule])('ignores the letter case of its names: $kind', (by) => {
    const causes = causesOf(two({ is: 'blocked', by }, { is: 'partly-blocked', by: shouted(by) }));
    expect(causes.map(({ results: own }) => own.length)).toEqual([2]);
  });

  // The same in every run, so that the page and the side bar find a cause again.
  it.each<[Decider, string]>([
    [rule, '["nsg-rule-blocks","/groups/nsg","deny","outbound"]'],
    [{ ...rule, isDefault: true }, '["nsg-default-blocks","/groups/nsg","deny","outbound"]'],
    [{ ...rule, level: 'network-manager' }, '["admin-rule-blocks","/groups/nsg","deny","outbound"]'],
    [route, '["route-drops","/tables/rt","to-hub","0.0.0.0/0","virtualappliance","10.0.0.4"]'],
    [
      { ...route, tableId: null, nextHop: 'None', nextHopAddress: null },
      '["route-drops","","to-hub","0.0.0.0/0","none",""]',
    ],
    [firewallRule, '["firewall-blocks","/policies/p/groups/g","all","deny"]'],
  ])('is its key', (by, key) => {
    expect(causeOf({ is: 'blocked', by }).key).toBe(key);
  });

  it('has no name if it’s the default of a firewall', () => {
    expect(causeOf({ is: 'blocked', by: firewallRule }).name).toBe('deny');
    expect(causeOf({ is: 'blocked', by: { ...firewallRule, name: '' } }).name).toBeNull();
  });
});

/** Returns two failed settings: a requirement with two reasons, or two requirements. */
function settings(
  ids: readonly [string, string],
  reasons: readonly [Reason, Reason],
): readonly CheckResult[] {
  return ids.map((id, at) => {
    const found = results.find(({ requirement }) => requirement === id) ?? results[0]!;
    return { ...found, requirement: id, subject: null, outcome: { is: 'failed', text: reasons[at]! } };
  });
}

const join = ['rbac-subnet-join', 'rbac-vnet-join'] as const;
const lock = ['lock-on-vnet-resource-group', 'lock-on-workspace-resource-group'] as const;

const policy = ['policy-forbids-network-resources', 'policy-forbids-network-resources'] as const;
const quota = ['quota-network-per-compute', 'quota-aml-compute'] as const;

describe('the identity of a setting', () => {
  it.each<[string, readonly [string, string], Reason['values'], Reason['values'], boolean]>([
    ['a role on a resource', join, { role: 'A', name: 'v' }, { role: 'a', name: 'V' }, true],
    ['another role', join, { role: 'A', name: 'v' }, { role: 'B', name: 'v' }, false],
    ['another resource', join, { role: 'A', name: 'v' }, { role: 'A', name: 'w' }, false],
    ['no role', join, { name: 'v' }, { name: 'v' }, false],
    ['a lock', lock, { name: 'L', scope: 'rg' }, { name: 'l', scope: 'RG' }, true],
    ['another lock', lock, { name: 'L', scope: 'rg' }, { name: 'M', scope: 'rg' }, false],
    ['a policy', policy, { policy: 'P', scope: 'rg' }, { policy: 'P', scope: 'rg' }, true],
    ['another policy', policy, { policy: 'P', scope: 'rg' }, { policy: 'Q', scope: 'rg' }, false],
    ['a quota', quota, { kind: 'vCPU' }, { kind: 'vcpu' }, true],
    ['another quota', quota, { kind: 'vCPU' }, { kind: 'public IP' }, false],
    ['another scope', lock, { name: 'L', scope: 'rg' }, { name: 'L', scope: 'rg2' }, false],
  ])('%s', (_, ids, a, b, isSame) => {
    const failed = settings(ids, [
      { key: 'check.permission.missing', ...(a && { values: a }) },
      { key: 'check.permission.missing', ...(b && { values: b }) },
    ]);
    expect(causesOf(failed)).toHaveLength(isSame ? 1 : 2);
  });

  it('of a shortage of addresses is the subnet', () => {
    const ids = ['subnet-free-ips-cluster', 'subnet-minimum-prefix'] as const;
    const short = settings(ids, [{ key: 'check.free.short' }, { key: 'check.size.small' }]);
    expect(causesOf(short)).toHaveLength(1);
    const elsewhere = short.map((one, at) => (at === 0 ? one : { ...one, subnetId: '/subnets/other' }));
    expect(causesOf(elsewhere)).toHaveLength(2);
    expect(causesOf(settings(ids, [{ key: 'check.free.none' }, { key: 'check.size.small' }]))).toHaveLength(
      2,
    );
  });

  it('of a delegation is the subnet and the service', () => {
    const ids = ['subnet-no-delegation', 'subnet-not-shared-with-databricks'] as const;
    const given = (service: string): Reason => ({ key: 'check.delegation.given', values: { service } });
    expect(causesOf(settings(ids, [given('Databricks'), given('databricks')]))).toHaveLength(1);
    expect(causesOf(settings(ids, [given('Databricks'), given('Batch')]))).toHaveLength(2);
  });
});

describe('what isn’t known', () => {
  const unknown = (because: Reason): Outcome => ({ is: 'unknown', because });

  it.each<[string, Reason, Reason, boolean]>([
    [
      'a resource that wasn’t read, whichever permission it needs',
      { key: 'unknown.permission', values: { name: 'nsg', role: 'Reader' } },
      { key: 'unknown.notRead', values: { name: 'NSG' } },
      true,
    ],
    [
      'another resource',
      { key: 'unknown.notRead', values: { name: 'nsg' } },
      { key: 'unknown.notRead', values: { name: 'rt' } },
      false,
    ],
    [
      'the same reason with other numbers',
      { key: 'unknown.tag', values: { tag: 'Storage', n: 1 } },
      { key: 'unknown.tag', values: { tag: 'Storage', n: 2 } },
      true,
    ],
    [
      'the same reason about something else',
      { key: 'unknown.tag', values: { tag: 'Storage' } },
      { key: 'unknown.tag', values: { tag: 'Sql' } },
      false,
    ],
    [
      'the same list in another order',
      { key: 'unknown.tags', values: { tags: ['A', 'B'] } },
      { key: 'unknown.tags', values: { tags: ['B', 'A'] } },
      true,
    ],
    ['another reason', { key: 'unknown.tag' }, { key: 'unknown.tags' }, false],
  ])('%s', (_, a, b, isSame) => {
    expect(causesOf(two(unknown(a), unknown(b)))).toHaveLength(isSame ? 1 : 2);
  });

  it('names the resource, and the role if one is missing', () => {
    const permission = { key: 'unknown.permission', values: { name: 'nsg' } } as const;
    const endpoint = { key: 'unknown.endpointSubnet', values: { name: 'pe' } } as const;
    expect(unreadResource(permission)).toBe('nsg');
    expect(unreadResource({ key: 'unknown.notRead', values: { name: 'rt' } })).toBe('rt');
    expect(unreadResource(endpoint)).toBe('pe');
    expect(unreadResource({ key: 'unknown.tag', values: { name: 'x' } })).toBeUndefined();
    expect(unreadResource({ key: 'unknown.notRead', values: { name: 4 } })).toBeUndefined();
    expect(neededRole({ because: permission })).toBe(permission);
    expect(neededRole({ because: endpoint })).toBeUndefined();
    expect(neededRole({ because: null })).toBeUndefined();
  });
});

describe('the status of a cause', () => {
  it('is that something fails if one of its results does', () => {
    const because: Reason = { key: 'unknown.notRead', values: { name: 'nsg' } };
    const [blocked, allowed] = two(
      { is: 'reply-lost', by: route },
      { is: 'forwarded', to: 'appliance', by: route },
    );
    const kinds = causesOf([blocked!, allowed!]).map(({ kind, status }) => `${kind}: ${status}`);
    expect(kinds.toSorted()).toEqual(['appliance-decides: to-confirm', 'reply-route: fails']);
    expect(causeOf({ is: 'unknown', because }).status).toBe('to-confirm');
    expect(causeOf({ is: 'no-outbound-access', because })).toMatchObject({
      kind: 'no-outbound-access',
      status: 'fails',
    });
  });
});
