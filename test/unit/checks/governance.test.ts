import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { isPermitted, type PlannedCores } from '../../../src/core/governance';
import { known, unknown } from '../../../src/core/known';
import { reason } from '../../../src/core/reason';
import { buildGovernance, type GovernanceSpec } from './governance-builder';
import { buildModel, buildPlan, facts, type PlanSpec } from './model-builder';
import { resultLine } from './result-line';

const publicIp: PlanSpec = { publicIp: known(true) };

function states(id: string, spec: GovernanceSpec | null, plan: PlanSpec = publicIp): string {
  const governance = spec ? { governance: buildGovernance(spec) } : {};
  const checked = checkSubnet(buildModel(), buildPlan(plan), { ...facts, ...governance });
  return resultLine(checked.find((one) => one.requirement === id));
}

const ids = [
  'rbac-vnet-join',
  'rbac-subnet-join',
  'rbac-compute-write',
  'lock-on-vnet-resource-group',
  'lock-on-workspace-resource-group',
  'policy-forbids-network-resources',
  'quota-network-per-compute',
];

describe('requirements that only Azure can answer', () => {
  test.each(ids)('%s doesn’t apply to a file', (id) => {
    expect(states(id, null)).toBe('not-applicable check.azure.notRead');
  });

  test.each(ids)('%s is unknown if it can’t be read, and doesn’t block', (id) => {
    expect(states(id, { isUnread: true })).toBe('warning unknown unknown.permission');
  });

  test.each(ids.filter((id) => !id.includes('workspace') && !id.includes('compute')))(
    '%s of another subnet doesn’t apply to this one',
    (id) => {
      const spec: GovernanceSpec = { subnet: 'snet-other', networkLocks: ['ReadOnly'], actions: [] };
      expect(states(id, spec)).toBe('not-applicable check.azure.notRead');
    },
  );

  test('without a public IP a lock is only a warning, and policy and quota don’t apply', () => {
    const quiet: PlanSpec = { publicIp: known(false), privateLink: true };
    const spec: GovernanceSpec = {
      networkLocks: ['CanNotDelete'],
      denied: ['Microsoft.Network/loadBalancers'],
    };
    expect(states('lock-on-vnet-resource-group', spec, quiet)).toBe('warning failed check.lock.canNotDelete');
    expect(states('policy-forbids-network-resources', spec, quiet)).toBe('not-applicable check.onlyPublicIp');
    expect(states('quota-network-per-compute', spec, quiet)).toBe('not-applicable check.onlyPublicIp');
  });

  test('a quota: room, nearly used up, and used up by the sets that so many nodes need', () => {
    const quota = (used: number, nodes: number): string =>
      states(
        'quota-network-per-compute',
        { used: { PublicIPAddresses: used } },
        { ...publicIp, maxNodes: known(nodes) },
      );
    expect(quota(899, 100)).toBe('passed check.quota.room');
    expect(quota(900, 100)).toBe('warning failed check.quota.near');
    expect(quota(999, 100)).toBe('warning failed check.quota.near');
    expect(quota(999, 101)).toBe('error failed check.quota.full');
  });
});

describe('the vCPU quota of the planned size', () => {
  const family = 'standardDv2Family';
  const quota = (name: string, left: number) => ({ family: name, used: 100 - left, limit: 100 });
  const state = (
    { quotas, ...cores }: Partial<PlannedCores> & Pick<PlannedCores, 'quotas'>,
    plan: PlanSpec = {},
  ): string =>
    states('quota-aml-compute', null, {
      ...plan,
      cores: known({ perNode: 2, family, isLowPriority: false, ...cores, quotas }),
    });

  test('doesn’t apply until it was read', () => {
    expect(states('quota-aml-compute', null)).toBe('not-applicable check.azure.notRead');
  });

  test('is unknown, and only information, if it can’t be read', () => {
    const cores = unknown(reason('unknown.coreQuotas'));
    expect(states('quota-aml-compute', null, { cores })).toBe('info unknown unknown.coreQuotas');
  });

  test.each([
    [8, 'passed check.cores.room'],
    [7, 'warning failed check.cores.short'],
    [2, 'warning failed check.cores.short'],
    [1, 'error failed check.cores.short'],
    [0, 'error failed check.cores.short'],
  ])('four nodes of two vCPUs, none at first, with %i left', (left, expected) => {
    expect(state({ quotas: [quota(family, left)] })).toBe(expected);
  });

  test('an error if the first nodes can’t start', () => {
    expect(state({ quotas: [quota(family, 5)] }, { minNodes: known(3) })).toBe(
      'error failed check.cores.short',
    );
  });

  test('an instance needs its own vCPUs only', () => {
    const instance: PlanSpec = { kind: known('instance'), maxNodes: known(1), minNodes: known(1) };
    expect(state({ quotas: [quota(family, 2)] }, instance)).toBe('passed check.cores.room');
    expect(state({ quotas: [quota(family, 1)] }, instance)).toBe('error failed check.cores.short');
  });

  test('the quota of the region counts too, in any letter case', () => {
    const quotas = [quota(family.toUpperCase(), 50), quota('totaldedicatedcores', 6)];
    expect(state({ quotas })).toBe('warning failed check.cores.short');
  });

  test('low-priority nodes have one quota for all families', () => {
    const quotas = [quota(family, 0), quota('TotalDedicatedCores', 0), quota('LowPriorityCores', 8)];
    expect(state({ isLowPriority: true, quotas })).toBe('passed check.cores.room');
  });

  test('is unknown and only information if Azure doesn’t list the family', () => {
    expect(state({ quotas: [quota('standardNCFamily', 8)] })).toBe('info unknown check.cores.notListed');
  });
});

describe('a permission', () => {
  const action = 'Microsoft.Network/virtualNetworks/subnets/join/action';

  test.each([
    ['*', true],
    ['Microsoft.Network/*', true],
    ['microsoft.network/virtualnetworks/subnets/join/action', true],
    ['*/join/action', true],
    ['Microsoft.Network/*/subnets/*/action', true],
    ['Microsoft.Network/virtualNetworks/subnet/join/action', false],
    ['Microsoft.Network/*/read', false],
    ['Microsoft.Network/virtualNetworks/subnets/join/action/*', false],
    ['Microsoft.Network/virtualNetworks/subnets/join/action*action', false],
  ])('%s', (pattern, gives) => {
    expect(isPermitted([{ actions: [pattern], notActions: [] }], action)).toBe(gives);
    expect(isPermitted([{ actions: ['*'], notActions: [pattern] }], action)).toBe(!gives);
  });

  test('a role can permit an action that another role excludes', () => {
    const contributor = { actions: ['*'], notActions: [action] };
    expect(isPermitted([contributor], action)).toBe(false);
    expect(isPermitted([contributor, { actions: [action], notActions: [] }], action)).toBe(true);
    expect(isPermitted([], action)).toBe(false);
  });
});
