import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known } from '../../../src/core/known';
import { requirements } from '../../../src/requirements/requirements';
import { buildModel, buildPlan, facts, type NetworkSpec, type PlanSpec } from './model-builder';

const serverless: PlanSpec = {
  kind: known('serverless'),
  publicIp: known(false),
  privateLink: true,
  name: null,
};

function outcomes(network: NetworkSpec, plan: PlanSpec = {}): Readonly<Record<string, string>> {
  const all = checkSubnet(buildModel(network), buildPlan({ ...serverless, ...plan }), facts);
  return Object.fromEntries(all.map((one) => [one.requirement, one.outcome.is]));
}

describe('serverless compute with its own subnet', () => {
  it('has the requirements that Microsoft states for it, and none for clusters or instances only', () => {
    const ids = Object.keys(outcomes({}));
    const asked = requirements.filter((one) => one.serverless !== undefined).map(({ id }) => id);
    expect([...ids].sort()).toEqual(asked.sort());
    expect(ids).not.toContain('outbound-websocket');
    expect(ids).not.toContain('compute-name-format');
    expect(ids).not.toContain('inbound-ssh-22-cluster');
  });

  it('needs UDP 5831 and Batch like a cluster', () => {
    const closed = outcomes({
      rules: ['out 200 Allow Tcp *>AzureMachineLearning 443 A', 'out 4096 Deny * *>* * Z'],
    });
    expect(closed).toMatchObject({
      'outbound-aml-443': 'allowed',
      'outbound-aml-udp-5831': 'blocked',
      'outbound-batch-443': 'blocked',
      'egress-explicit-for-npip': 'passed',
    });
  });

  it('needs inbound access only with a public IP', () => {
    const rules = ['in 4096 Deny * *>* * Z'];
    expect(outcomes({ rules })['inbound-aml-44224']).toBe('not-applicable');
    expect(outcomes({ rules }, { publicIp: known(true) })['inbound-aml-44224']).toBe('blocked');
  });

  it('uses no subnet of the customer if the workspace manages its own network', () => {
    const managed = outcomes({}, { managedNetwork: 'allow-internet-outbound' });
    expect(managed['outbound-aml-443']).toBe('not-applicable');
    expect(managed['managed-vnet-exclusive']).not.toBe('not-applicable');
  });

  it('didn’t exist in December 2020', () => {
    expect(outcomes({}, { profile: '2020-12' })).toEqual({});
  });
});
