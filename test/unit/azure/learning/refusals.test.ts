import { describe, expect, test } from 'vitest';
import type { ComputePlan } from '../../../../src/plans/compute-plan';
import { failureTexts } from '../../../../src/sandbox/failure-texts';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { create, failureIn, openCreationSample, planned, plannedInstance, production } from './creating';

const refusedAtOnce: readonly (readonly [string, ComputePlan, string])[] = [
  [
    'a delegated subnet',
    planned({ subnetId: production('snet-dbx-private') }),
    'Microsoft.Databricks/workspaces',
  ],
  [
    'a subnet in a workspace with a managed virtual network',
    planned({ workspaceId: sampleWorkspaceId('rg-ml-risk', 'mlw-risk-prod') }),
    'AllowOnlyApprovedOutbound',
  ],
  [
    'no public IP without a private endpoint',
    planned({ workspaceId: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev') }),
    'no approved private endpoint',
  ],
  ['a family without quota', planned({ vmSize: 'Standard_NC24ads_A100_v4' }), 'vCPU quota of 0'],
];

describe('refused immediately: Azure\u2019s message and request ID, and nothing remains', () => {
  test.each(refusedAtOnce)('%s', async (_, plan, words) => {
    const opened = openCreationSample();
    const events = await create(opened, plan);
    expect(events.map((one) => one.is)).toEqual(['free', 'sent', 'failed']);
    const { code, details, compute } = failureIn(events);
    expect(code).toBe('refused');
    expect(details).toMatchObject({ status: 400, serviceCode: 'BadRequest' });
    expect(details.serviceMessage).toContain(words);
    expect(details.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(compute).toBeNull();
  });

  test('missing permission to join the subnet is forbidden, with the missing action', async () => {
    const opened = openCreationSample();
    opened.sample.access.deny({ scope: production('snet-train-gpu'), verbs: ['action'] });
    const { code, details, compute } = failureIn(await create(opened, planned()));
    expect({ code, compute }).toEqual({ code: 'forbidden', compute: null });
    expect(details.serviceCode).toBe('LinkedAuthorizationFailed');
    expect(details.serviceMessage).toContain('subnets/join/action');
  });
});

describe('accepted, then failed: reports what remains', () => {
  // AzureTRE issue 2780 of October 2022 quotes the message.
  test.each([
    ['cluster', () => planned(), { provisioningState: 'Failed' }],
    ['instance', () => plannedInstance(), { state: 'CreateFailed' }],
  ] as const)(
    'names a rule that the service requires in the service’s words (%s)',
    async (kind, plan, left) => {
      const opened = openCreationSample();
      const { code, message } = failureTexts.groupRulesMissing;
      opened.sample.faults.next({ kind: 'operation', method: 'PUT', match: '/computes/', code, message });
      const found = failureIn(await create(opened, plan()));
      expect(found.details.serviceCode).toBe('BadRequest');
      expect(found.details.serviceMessage).toContain('"Outbound Storage 445"');
      expect(found.compute).toMatchObject({ kind, ...left });
    },
  );

  test('a full subnet starts no node of a cluster, and the inner reason is kept', async () => {
    const plan = planned({ subnetId: production('snet-batch-legacy'), min: 1 });
    const { code, details, compute } = failureIn(await create(openCreationSample(), plan));
    expect(code).toBe('refused');
    expect(details.serviceCode).toBe('AllocationFailed');
    expect(details.serviceMessage).toContain('Subnet snet-batch-legacy with address prefix 10.40.1.64/27');
    expect(compute).toMatchObject({ provisioningState: 'Succeeded', nodes: { current: 0 } });
  });

  test('a full subnet refuses an instance', async () => {
    const plan = plannedInstance({ subnetId: production('snet-batch-legacy') });
    const { details, compute } = failureIn(await create(openCreationSample(), plan));
    expect(details.serviceCode).toBe('SubnetIsFull');
    expect(compute).toMatchObject({ state: 'CreateFailed', provisioningState: 'Failed' });
  });

  test('a cluster that gets only some of its nodes ends, with their number and the reason', async () => {
    const plan = planned({ name: 'gpu-many', vmSize: 'Standard_NC16as_T4_v3', min: 2 });
    const { code, details, compute } = failureIn(await create(openCreationSample(), plan));
    expect(code).toBe('refused');
    expect(details.serviceMessage).toContain('The specified account has reached core quota');
    expect(compute).toMatchObject({ state: 'Steady', nodes: { current: 1, idle: 1, target: 2 } });
  });

  test('nodes that can’t reach the service are unusable', async () => {
    const subnet = sampleSubnetId('rg-legacy', 'vnet-ml-2020-weu', 'snet-train-2020');
    const { code, compute } = failureIn(
      await create(openCreationSample(), planned({ subnetId: subnet, min: 1 })),
    );
    expect(code).toBe('refused');
    expect(compute).toMatchObject({ nodes: { current: 1, idle: 0, unusable: 1 } });
  });

  test('an instance that can’t set itself up fails with the service\u2019s message', async () => {
    const plan = plannedInstance({ subnetId: production('snet-sandbox') });
    const { code, details, compute } = failureIn(await create(openCreationSample(), plan));
    expect(code).toBe('refused');
    expect(details.serviceMessage?.length).toBeGreaterThan(0);
    expect(compute?.provisioningState).toBe('Failed');
    expect(compute?.state).toMatch(/^(Create|Setup)Failed$/);
    expect(compute?.errors).toEqual([{ code: details.serviceCode, message: details.serviceMessage }]);
  });

  test('an operation that fails keeps its error code, whatever characters the code contains', async () => {
    const { sample, azure } = openCreationSample();
    sample.faults.next({ kind: 'operation', code: 'Batch.Pool-Error', message: 'No. Not today.\nSorry.' });
    const { code, details, compute } = failureIn(await create({ azure }, planned()));
    expect({ code, ...details }).toMatchObject({
      code: 'refused',
      serviceCode: 'Batch.Pool-Error',
      serviceMessage: 'No. Not today.\nSorry.',
    });
    expect(details.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(compute?.provisioningState).toBe('Failed');
  });
});
