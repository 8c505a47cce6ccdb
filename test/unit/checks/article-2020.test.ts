import { describe, expect, it } from 'vitest';
import { findFix } from '../../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known } from '../../../src/core/known';
import { buildModel, buildPlan, facts, type NetworkSpec, type PlanSpec } from './model-builder';
import { resultLine } from './result-line';

/** Statements of the article how-to-secure-training-vnet (2020-12-10), and how each is checked. */
const article: PlanSpec = { profile: '2020-12' };
const instance: PlanSpec = {
  kind: known('instance'),
  name: 'ci-anna',
  maxNodes: known(1),
  minNodes: known(1),
};
const denyAll = 'out 4096 Deny * *>* * Deny-All';

function states(id: string, network: NetworkSpec, plan: PlanSpec): string {
  const checked = checkSubnet(buildModel(network), buildPlan(plan), facts);
  return resultLine(checked.find(({ requirement }) => requirement === id));
}

describe('the article’s outbound list', () => {
  const list = (ports: string, more: readonly string[] = []): NetworkSpec => ({
    rules: [
      `out 110 Allow * *>AzureActiveDirectory ${ports} Entra`,
      `out 120 Allow * *>AzureMachineLearning ${ports} AzureML`,
      `out 130 Allow * *>AzureResourceManager ${ports} ARM`,
      `out 140 Allow * *>Storage.WestEurope ${ports} Storage`,
      `out 150 Allow * *>AzureContainerRegistry.WestEurope ${ports} Registry`,
      ...more,
      denyAll,
    ],
  });
  const id = 'restricted-egress-composite-2020';

  it('is recognized as written, with every port', () => {
    expect(states(id, list('*'), {})).toBe('info failed check.list2020.yes');
  });

  it('is recognized with port 443 alone', () => {
    expect(states(id, list('443'), {})).toBe('info failed check.list2020.yes');
  });

  it.each([
    ['Batch is allowed', ['out 160 Allow * *>BatchNodeManagement.WestEurope 443 Batch']],
    ['its own rule allows Azure ML on UDP 5831', ['out 105 Allow Udp *>AzureMachineLearning 5831 Newer']],
  ])('isn’t recognized if %s', (_what, more) => {
    expect(states(id, list('*', more), {})).toBe('not-applicable check.list2020.no');
  });
});

describe('the load balancer’s probe', () => {
  const id = 'inbound-azure-load-balancer';
  const closed: NetworkSpec = {
    rules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 A', 'in 4096 Deny * *>* * D'],
  };

  it('is recommended for an instance, the only kind that needed 44224', () => {
    expect(states(id, closed, { ...article, ...instance })).toBe('warning blocked by 4096 D');
  });

  it('isn’t recommended for a cluster, which needs it today', () => {
    expect(states(id, closed, article)).toBe('not-applicable check.otherKind.instance');
    expect(states(id, closed, {})).toBe('warning blocked by 4096 D');
  });
});

describe('whether an appliance allows storage', () => {
  const id = 'udr-storage-through-appliance';

  it.each([
    ['an appliance', '0.0.0.0/0 appliance 10.40.1.4'],
    ['a gateway', '0.0.0.0/0 gateway'],
  ])('needs confirmation if a route leads to %s', (_what, route) => {
    expect(states(id, { routes: [route], rules: [denyAll] }, article)).toBe('note');
  });

  it.each([
    ['every rule is open', {}],
    ['rules limit outbound traffic', { rules: [denyAll] }],
    [
      'a route keeps storage direct',
      { routes: ['0.0.0.0/0 appliance 10.40.1.4', 'Storage.WestEurope internet'] },
    ],
  ])('doesn’t need confirmation if %s', (_what, network) => {
    expect(states(id, network, article)).toMatch(/^not-applicable /);
  });
});

describe('outbound traffic to the virtual network', () => {
  const id = 'outbound-virtualnetwork-any';
  const forcedTunnel: NetworkSpec = { routes: ['0.0.0.0/0 appliance 10.40.1.4'] };

  it('is allowed by default', () => {
    expect(states(id, { rules: [] }, article)).toMatch(/^allowed by default/);
  });

  it('is a warning if a rule blocks one of its ports', () => {
    const rules = ['out 200 Deny Tcp *>VirtualNetwork 22 No-SSH'];
    expect(states(id, { rules }, article)).toBe('warning partly-blocked by 200 No-SSH');
  });

  it.each([
    ['names the service tag', {}, ['VirtualNetwork']],
    ['names the addresses if a default route makes the tag everything', forcedTunnel, ['10.40.0.0/16']],
  ])('has a fix that %s', (_what, more, destinations) => {
    const model = buildModel({ rules: ['out 4000 Deny Tcp *>* *'], addressSpace: ['10.40.0.0/16'], ...more });
    const found = findFix({ model, plan: buildPlan(article), facts }, [id]);
    const rules = found?.fix.changes.flatMap((one) =>
      one.type === 'rule' && one.after ? [one.after.destinations] : [],
    );
    expect(rules).toEqual([destinations]);
  });

  it('is required by the article only', () => {
    expect(states(id, { rules: [denyAll] }, {})).toBe('absent');
  });
});
