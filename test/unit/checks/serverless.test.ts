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

describe('serverless compute with a subnet of its own', () => {
  it('is asked what Microsoft asks of it, and nothing that only a cluster or an instance needs', () => {
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
      'egress-explicit-for-npip': 'met',
    });
  });

  it('needs a way in with a public IP alone', () => {
    const rules = ['in 4096 Deny * *>* * Z'];
    expect(outcomes({ rules })['inbound-aml-44224']).toBe('not-applicable');
    expect(outcomes({ rules }, { publicIp: known(true) })['inbound-aml-44224']).toBe('blocked');
  });

  it('takes no subnet of yours where the workspace runs its own network', () => {
    const managed = outcomes({}, { managedNetwork: 'allow-internet-outbound' });
    expect(managed['outbound-aml-443']).toBe('not-applicable');
    expect(managed['managed-vnet-exclusive']).not.toBe('not-applicable');
  });

  it('was not there in December 2020', () => {
    expect(outcomes({}, { profile: '2020-12' })).toEqual({});
  });
});
