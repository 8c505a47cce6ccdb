import { describe, expect, it } from 'vitest';
import { causesOf, countCauses } from '../../../src/checks/causes';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { causesIn } from '../../../src/checks/causes-in';
import { known } from '../../../src/core/known';
import type { Cause } from '../../../src/core/cause';
import type { CheckResult } from '../../../src/core/check-result';
import type { Requirement } from '../../../src/requirements/requirement';
import { requirements } from '../../../src/requirements/requirements';
import {
  buildModel,
  buildPlan,
  facts,
  modelSecurityGroupId,
  privateInstance,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const deny443 = 'out 200 Deny Tcp *>* 443 Deny-443';
const toAppliance = '0.0.0.0/0 appliance 10.40.1.4 to-hub';

function resultsOf(network: NetworkSpec, plan: PlanSpec = privateInstance) {
  return checkSubnet(buildModel(network), buildPlan(plan), facts);
}

function causesFor(network: NetworkSpec, planSpec: PlanSpec = privateInstance): readonly Cause[] {
  const [model, plan] = [buildModel(network), buildPlan(planSpec)];
  const results = checkSubnet(model, plan, facts);
  return causesIn({ model, plan, facts }, results);
}

function linesOf(network: NetworkSpec, plan?: PlanSpec): readonly string[] {
  return causesFor(network, plan).map(
    ({ kind, status, severity, results }) => `${kind} ${status} ${severity} ${results.length}`,
  );
}

/** Returns the kind of a setting that fails, as the requirement or its group states it. */
function settingKind({ id, group }: Requirement): string | undefined {
  const [example] = resultsOf({});
  if (!example) throw new Error('No result');
  const text = { key: 'check.open.noDeny' };
  const failed = { ...example, requirement: id, group, outcome: { is: 'failed', text } } as const;
  return causesOf([failed])[0]?.kind;
}

function requiredCause(causes: readonly Cause[], kind: Cause['kind']): Cause {
  const found = causes.find((one) => one.kind === kind);
  if (!found) throw new Error(`No cause is ${kind}`);
  return found;
}

function idsOf(results: readonly CheckResult[]): readonly string[] {
  return results.map(({ requirement }) => requirement);
}

describe('causes', () => {
  it('include one for a rule that blocks many flows, the most severe flow first', () => {
    const [cause] = causesOf(resultsOf({ rules: [denyAll] }));
    expect(cause).toMatchObject({
      kind: 'nsg-rule-blocks',
      status: 'fails',
      severity: 'error',
      resourceId: modelSecurityGroupId,
      name: 'Deny-All',
      direction: 'Outbound',
      by: { name: 'Deny-All' },
    });
    expect(cause?.packet).toEqual(cause?.results[0].packet);
    expect(cause?.flows).toBe(cause?.results.length);
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

  it('are sorted: error, to confirm, warning, information; then by number of flows', () => {
    const network = {
      rules: ['out 4096 Deny Udp *>* * Deny-UDP'],
      routes: ['0.0.0.0/0 appliance 10.40.1.4'],
    };
    expect(linesOf(network).map((line) => line.replace(/ \d+$/, ''))).toEqual([
      'nsg-rule-blocks fails error',
      'endpoint-missing fails error',
      'appliance-decides to-confirm error',
      'no-outbound-access fails warning',
    ]);
  });

  it('include a setting about a rule or route together with its flows', () => {
    const dropped = causesFor({ routes: ['0.0.0.0/0 none to-nowhere'] });
    expect(dropped.filter(({ kind }) => kind === 'route-drops')).toHaveLength(1);
    expect(idsOf(requiredCause(dropped, 'route-drops').results)).toEqual(
      expect.arrayContaining(['udr-no-blackhole', 'egress-explicit-for-npip']),
    );

    const tunnel = causesFor({ routes: [toAppliance] }, { publicIp: known(true) });
    expect(tunnel.filter(({ kind }) => kind === 'reply-route')).toHaveLength(1);
    expect(idsOf(requiredCause(tunnel, 'reply-route').results)).toEqual(
      expect.arrayContaining(['inbound-aml-44224', 'udr-forced-tunnel-aml']),
    );
  });

  it('include one for a subnet without outbound access, whichever requirement reports it', () => {
    const causes = causesFor({ nat: null, routes: ['AzureMachineLearning internet'] });
    const found = causes.filter(({ kind }) => kind === 'no-outbound-access');
    expect(found).toHaveLength(1);
    expect(idsOf(found.flatMap(({ results }) => [...results]))).toEqual(
      expect.arrayContaining(['egress-explicit-for-npip', 'route-internet-in-private-subnet']),
    );
  });

  it('include one for a delegation, whichever requirement fails', () => {
    const found = causesFor({ delegations: ['Microsoft.Databricks/workspaces'] });
    expect(idsOf(requiredCause(found, 'subnet-unfit').results)).toEqual([
      'subnet-no-delegation',
      'subnet-not-shared-with-databricks',
    ]);
    expect(found.filter(({ kind }) => kind === 'subnet-unfit')).toHaveLength(1);
  });

  it('leave out a default rule that allows', () => {
    const open = resultsOf({ rules: null }, { publicIp: known(true) });
    expect(
      open.some((one) => one.requirement === 'outbound-default-open' && one.outcome.is === 'failed'),
    ).toBe(true);
    expect(idsOf(causesOf(open).flatMap(({ results }) => [...results]))).not.toContain(
      'outbound-default-open',
    );
  });

  it('have the most common kind of their group: no requirement states that kind again', () => {
    for (const group of new Set(requirements.map((one) => one.group))) {
      const all = requirements.filter((one) => one.group === group);
      const without = all.filter(({ cause }) => cause === undefined);
      const kinds = new Set(without.map((one) => settingKind(one)));
      expect(kinds.size).toBeLessThan(2);
      expect(all.filter(({ cause }) => kinds.has(cause ?? undefined))).toEqual([]);
    }
  });
});

describe('a flow that two components block', () => {
  const both = causesFor({ rules: [deny443, denyAll], routes: [toAppliance] });
  const first = both.find(({ name }) => name === 'Deny-443');

  it('is counted under the first, which shows the next one', () => {
    const [flow] = first?.results ?? [];
    const next = first?.alsoBlockedBy.get(flow?.requirement ?? '') ?? [];
    expect(next.map(({ kind, name }) => [kind, name])).toEqual([
      ['nsg-rule-blocks', 'Deny-All'],
      ['appliance-decides', 'to-hub'],
    ]);
    const inCauses = both.flatMap(({ results }) => idsOf(results));
    expect(new Set(inCauses).size).toBe(inCauses.length);
  });

  it('is listed under the second as blocked earlier', () => {
    const second = both.find(({ name }) => name === 'Deny-All');
    expect(second?.blockedEarlier.map(({ by }) => by.name)).toEqual(['Deny-443']);
    expect(second?.blockedEarlier[0]?.results).toEqual(first?.results);
  });

  it('isn’t blocked by components that it passes: an appliance lists only flows that reach it', () => {
    const causes = causesFor({ rules: [deny443], routes: [toAppliance] });
    const appliance = requiredCause(causes, 'appliance-decides');
    expect(appliance.blockedEarlier.map(({ by }) => by.name)).toEqual(['Deny-443']);
    expect(appliance.results.length).toBeGreaterThan(0);
  });
});

describe('counts of causes', () => {
  it('count causes and their flows', () => {
    const causes = causesFor({ rules: ['out 4096 Deny Udp *>* * Deny-UDP'], routes: [toAppliance] });
    const counts = countCauses(causes);
    expect(counts.errors.causes).toBe(2);
    // The missing endpoint is a setting, and no flow.
    expect(counts.errors.flows).toBe(causes.find(({ name }) => name === 'Deny-UDP')?.results.length);
    expect(counts.toConfirm).toEqual({
      causes: 1,
      flows: requiredCause(causes, 'appliance-decides').results.length,
    });
  });

  it('count information as information, even if it is unknown', () => {
    const results = resultsOf({ rules: 'unread' }).map((one) => ({ ...one, severity: 'info' as const }));
    const counts = countCauses(causesOf(results));
    expect(counts.toConfirm.causes).toBe(0);
    expect(counts.infos.causes).toBeGreaterThan(0);
  });
});
