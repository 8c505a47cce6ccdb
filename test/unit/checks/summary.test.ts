import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/checks/judge';
import { countsAs, summarise } from '../../../src/checks/summary';
import { unfitReason } from '../../../src/checks/fitness';
import { known } from '../../../src/core/known';
import {
  buildModel,
  buildPlan,
  facts,
  privateInstance,
  subscription,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';

describe('summary', () => {
  it('counts every judgement once, information not at all', () => {
    const all = judge(
      buildModel({ rules: ['out 4096 Deny * *>* * Deny-All'] }),
      buildPlan(privateInstance),
      facts,
    );
    const { ready, ...counts } = summarise(all);
    const counted = Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(all.filter((one) => countsAs(one) !== null).length);
    expect(all.filter((one) => countsAs(one) === null).every((one) => one.severity === 'info')).toBe(true);
    expect(ready).toBe(false);
    expect(counts.toFix).toBe(10);
  });

  it('tells what is allowed only by default', () => {
    const { ready, toFix, onlyByDefault } = summarise(judge(buildModel(), buildPlan(), facts));
    expect({ ready, toFix }).toEqual({ ready: true, toFix: 0 });
    expect(onlyByDefault).toBeGreaterThan(10);
  });

  it('is empty for nothing, which is ready', () => {
    expect(summarise([])).toEqual({
      toFix: 0,
      unknown: 0,
      advised: 0,
      met: 0,
      onlyByDefault: 0,
      notes: 0,
      notNeeded: 0,
      ready: true,
    });
  });
});

describe('fitness', () => {
  const foreign = `${subscription.replaceAll('1', '2')}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v`;
  const classic = `${subscription}/resourceGroups/rg/providers/Microsoft.ClassicNetwork/virtualNetworks/old`;
  const instance: PlanSpec = { kind: known('instance') };
  const rows: readonly (readonly [string, NetworkSpec, PlanSpec, string | undefined])[] = [
    ['nothing', {}, {}, undefined],
    ['only flows to fix', { rules: ['out 100 Deny * *>* * D'] }, {}, undefined],
    ['other region, instance', { region: 'northeurope' }, instance, 'fit.otherRegion'],
    ['other region, cluster: only advised', { region: 'northeurope' }, {}, undefined],
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
    ['too few, not full', { inUse: 58 }, { maxNodes: known(4), minNodes: known(2) }, undefined],
    ['use not readable', { inUse: null }, {}, undefined],
    ['managed network', {}, { managedNetwork: 'allow-internet-outbound' }, 'fit.managed'],
  ];

  it.each(rows)('%s', (_, network, plan, expected) => {
    expect(unfitReason(buildModel(network), buildPlan(plan))?.key).toBe(expected);
  });

  it('names the service that a subnet is given to', () => {
    const model = buildModel({ delegations: ['Microsoft.Databricks/workspaces'] });
    expect(unfitReason(model, buildPlan())).toEqual({ key: 'fit.given', values: { service: 'Databricks' } });
  });
});
