import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../src/checks/causes';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { statusOf } from '../../../src/core/check-result';
import {
  buildModel,
  buildPlan,
  facts,
  privateInstance,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';

function resultsOf(network: NetworkSpec, plan: PlanSpec = privateInstance) {
  return checkSubnet(buildModel(network), buildPlan(plan), facts);
}

function linesOf(network: NetworkSpec, plan?: PlanSpec): readonly string[] {
  return causesOf(resultsOf(network, plan)).map(
    ({ kind, status, severity, results }) => `${kind} ${status} ${severity} ${results.length}`,
  );
}

describe('causes', () => {
  it('are one for a rule that blocks many flows, the most severe flow first', () => {
    const [cause] = causesOf(resultsOf({ rules: [denyAll] }));
    expect(cause).toMatchObject({
      kind: 'nsg-rule-blocks',
      status: 'fails',
      severity: 'error',
      by: { name: 'Deny-All' },
    });
    const severities = cause?.results.map(({ severity }) => severity) ?? [];
    expect(severities.length).toBeGreaterThan(7);
    expect(severities.lastIndexOf('error')).toBeLessThan(severities.indexOf('warning'));
  });

  it.each<[string, NetworkSpec, string]>([
    ['a rule', { rules: ['out 4000 Deny * *>Internet * No-Internet'] }, 'nsg-rule-blocks'],
    ['a route without a next hop', { routes: ['0.0.0.0/0 none'] }, 'route-drops'],
    ['an appliance', { routes: ['0.0.0.0/0 appliance 10.40.1.4'] }, 'appliance-decides'],
    ['no outbound access', { nat: null, defaultOutboundAccess: false }, 'no-outbound-access'],
    ['an NSG that isn’t readable', { rules: 'unread' }, 'not-readable'],
    ['a delegation', { delegations: ['Microsoft.Web/serverFarms'] }, 'subnet-unfit'],
    ['a full subnet', { inUse: 59 }, 'addresses-short'],
  ])('name %s', (_, network, kind) => {
    expect(causesOf(resultsOf(network)).map((one) => one.kind)).toContain(kind);
  });

  it('come in the order of error, to confirm, warning, information', () => {
    const network = {
      rules: ['out 4096 Deny Udp *>* * Deny-UDP'],
      routes: ['0.0.0.0/0 appliance 10.40.1.4'],
    };
    expect(linesOf(network).map((line) => line.replace(/ \d+$/, ''))).toEqual([
      'endpoint-missing fails error',
      'nsg-rule-blocks fails error',
      'appliance-decides to-confirm error',
      'no-outbound-access fails warning',
    ]);
  });

  it('hold each result that fails or isn’t known once, and no other', () => {
    const all = resultsOf({ rules: null, routes: 'unread', inUse: 59 });
    const inCauses = causesOf(all).flatMap(({ results }) => results.map((one) => one.requirement));
    const expected = all.filter(
      ({ requirement, outcome }) =>
        ['open', 'unknown'].includes(statusOf(outcome)) && requirement !== 'outbound-default-open',
    );
    expect(inCauses.toSorted()).toEqual(expected.map((one) => one.requirement).toSorted());
  });
});
