import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { countsAs, isForEverySubnet, summarize } from '../../../src/checks/summary';
import { unfitReason } from '../../../src/checks/subnet-suitability';
import { byEffect, type DecidingRule, type Severity, type Outcome } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import { reason } from '../../../src/core/reason';
import { delegatedTo } from './attached-cases';
import {
  buildModel,
  buildPlan,
  facts,
  privateInstance,
  subnetIdOf,
  modelSubscription,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { databricksPlan, hdInsightPlan, machineId, machinePlan } from './target-builder';

describe('summary', () => {
  it('counts every result once, but not information or results that are the same for every subnet', () => {
    const all = checkSubnet(
      buildModel({ rules: ['out 4096 Deny * *>* * Deny-All'] }),
      buildPlan(privateInstance),
      facts,
    );
    const { ready, dnsUnchecked, toAppliance, causes, ...counts } = summarize(all);
    expect(toAppliance).toBe(false);
    const blocked = all.filter(({ outcome }) => outcome.is === 'blocked');
    expect(causes.errors).toEqual({ causes: 2, flows: blocked.length });
    expect(dnsUnchecked).toBe(false);
    const counted = Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(all.filter((one) => countsAs(one) !== null).length);
    const others = all.filter((one) => countsAs(one) === null && !isForEverySubnet(one));
    expect(others.every((one) => one.severity === 'info')).toBe(true);
    expect(all.filter(isForEverySubnet).map(countsAs)).toEqual([null, null, null, null]);
    expect(ready).toBe(false);
    const required = blocked.filter(({ severity }) => severity === 'error');
    expect(required.length).toBeGreaterThan(5);
    // The missing private endpoint is an error without a flow.
    expect(counts.errors).toBe(required.length + 1);
  });

  it('is sorted by the consequence: refused, fails, documented', () => {
    const all = checkSubnet(
      buildModel({ rules: ['out 4096 Deny * *>* * Deny-All'], inUse: 59 }),
      buildPlan({ ...privateInstance, maxNodes: known(1), minNodes: known(1) }),
      facts,
    );
    const ids = byEffect(all).map((one) => one.requirement);
    const [full, batch, graph] = ['subnet-free-ips-instance', 'outbound-batch-443', 'outbound-graph-443'].map(
      (id) => ids.indexOf(id),
    );
    expect(full).toBeLessThan(batch ?? 0);
    expect(batch).toBeLessThan(graph ?? 0);
    expect([...ids].sort()).toEqual(all.map((one) => one.requirement).sort());
  });

  it('lists missing outbound access before the flows that it blocks', () => {
    const rows = byEffect([
      { effect: 'fails', outcome: { is: 'no-outbound-access' } },
      { effect: 'fails', outcome: { is: 'failed' } },
      { effect: 'documented', outcome: { is: 'failed' } },
    ]);
    expect(rows.map(({ effect, outcome }) => `${effect} ${outcome.is}`)).toEqual([
      'fails failed',
      'fails no-outbound-access',
      'documented failed',
    ]);
  });

  it('counts flows that are only allowed by default', () => {
    const { ready, errors, onlyByDefault } = summarize(checkSubnet(buildModel(), buildPlan(), facts));
    expect({ ready, errors }).toEqual({ ready: true, errors: 0 });
    expect(onlyByDefault).toBeGreaterThan(10);
  });

  it('is empty and ready without results', () => {
    const none = { causes: 0, flows: 0 };
    expect(summarize([])).toEqual({
      toAppliance: false,
      causes: { errors: none, toConfirm: none, warnings: none, infos: none },
      dnsUnchecked: false,
      errors: 0,
      unknown: 0,
      warnings: 0,
      passed: 0,
      onlyByDefault: 0,
      notes: 0,
      notNeeded: 0,
      ready: true,
    });
  });
});

describe('one result', () => {
  const [some] = checkSubnet(buildModel(), buildPlan(), facts);
  const { by } = { by: { kind: 'rule', name: 'Own' } as DecidingRule };
  const text = reason('x');
  const rows: readonly (readonly [Outcome, Severity, ReturnType<typeof countsAs>])[] = [
    [{ is: 'allowed', explicit: true, by }, 'error', 'passed'],
    [{ is: 'allowed', explicit: false, by }, 'error', 'onlyByDefault'],
    [{ is: 'allowed', explicit: true, by: null }, 'error', 'onlyByDefault'],
    [{ is: 'passed', text }, 'error', 'passed'],
    [{ is: 'note', text }, 'error', 'notes'],
    [{ is: 'not-applicable', because: text }, 'error', 'notNeeded'],
    [{ is: 'failed', text }, 'error', 'errors'],
    [{ is: 'blocked', by }, 'warning', 'warnings'],
    [{ is: 'blocked', by }, 'info', null],
    [{ is: 'unknown', because: text }, 'error', 'unknown'],
    [{ is: 'unknown', because: text }, 'warning', 'unknown'],
    [{ is: 'unknown', because: text }, 'info', null],
  ];
  it.each(rows)('%j of severity %s counts as %s', (outcome, severity, expected) => {
    expect(some && countsAs({ ...some, outcome, severity })).toBe(expected);
  });
});

describe('fitness of a subnet', () => {
  const foreign = `${modelSubscription.replaceAll('1', '2')}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v`;
  const classic = `${modelSubscription}/resourceGroups/rg/providers/Microsoft.ClassicNetwork/virtualNetworks/old`;
  const instance: PlanSpec = { kind: known('instance') };
  const rows: readonly (readonly [string, NetworkSpec, PlanSpec, string | undefined])[] = [
    ['nothing', {}, {}, undefined],
    ['only flows to fix', { rules: ['out 100 Deny * *>* * D'] }, {}, undefined],
    ['other region, instance', { region: 'northeurope' }, instance, 'fit.otherRegion'],
    ['other region, cluster: only a warning', { region: 'northeurope' }, {}, undefined],
    [
      'other subscription',
      { networkId: foreign },
      { subnetId: `${foreign}/subnets/snet-training` },
      'fit.otherSubscription',
    ],
    [
      'classic network',
      { networkId: classic },
      { subnetId: `${classic}/subnets/snet-training` },
      'fit.classic',
    ],
    ['overlap', { addressSpace: ['172.17.0.0/16'] }, {}, 'fit.containerOverlap'],
    ['full', { inUse: 59 }, {}, 'fit.full'],
    ['full, instance', { inUse: 59 }, instance, 'fit.full'],
    ['delegated', { delegations: ['Microsoft.ContainerInstance/containerGroups'] }, {}, 'fit.given'],
    [
      'reserved for a gateway',
      { name: 'GatewaySubnet' },
      { subnetId: subnetIdOf('GatewaySubnet') },
      'fit.reservedName',
    ],
    ['public addresses', { addressSpace: ['168.63.129.0/24'] }, {}, 'fit.addresses'],
    ['too few, not full', { inUse: 58 }, { maxNodes: known(4), minNodes: known(2) }, undefined],
    ['unreadable usage', { inUse: null }, {}, undefined],
    [
      'full, and delegated to a service',
      { inUse: 59, delegations: ['Microsoft.Web/serverFarms'] },
      {},
      'fit.given',
    ],
    [
      'too few free addresses, and reserved for a gateway',
      { inUse: 58, name: 'GatewaySubnet' },
      { subnetId: subnetIdOf('GatewaySubnet'), maxNodes: known(4), minNodes: known(2) },
      'fit.reservedName',
    ],
    ['other region, cluster of 2020', { region: 'northeurope' }, { profile: '2020-12' }, 'fit.otherRegion'],
    [
      'Databricks in another region',
      delegatedTo,
      databricksPlan({ location: known('northeurope') }),
      'fit.otherRegion',
    ],
    ['not Ubuntu', {}, machinePlan({ image: known('RedHat RHEL 9_4') }), 'fit.notUbuntu'],
    [
      'already attached',
      {},
      { ...machinePlan(), attachedTargets: known([machineId]) },
      'fit.attachedAlready',
    ],
    ['only by private link', {}, hdInsightPlan({ outboundOnly: known(true) }), 'fit.privateLink'],
    ['managed virtual network', {}, { managedNetwork: 'allow-internet-outbound' }, 'fit.managed'],
  ];

  it.each(rows)('%s', (_, network, plan, expected) => {
    expect(unfitReason(buildModel(network), buildPlan(plan))?.key).toBe(expected);
  });

  it('names the service that a subnet is delegated to', () => {
    const model = buildModel({ delegations: ['Microsoft.Databricks/workspaces'] });
    expect(unfitReason(model, buildPlan())).toEqual({ key: 'fit.given', values: { service: 'Databricks' } });
    expect(unfitReason(model, buildPlan(machinePlan()))).toEqual({
      key: 'fit.given',
      values: { service: 'Databricks' },
    });
    const other = buildModel({ delegations: ['Contoso.Microsoft.Ml/workspaces'] });
    expect(unfitReason(other, buildPlan())).toEqual({
      key: 'fit.given',
      values: { service: 'Contoso.Microsoft.Ml' },
    });
  });
});
