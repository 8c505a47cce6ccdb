import { describe, expect, test } from 'vitest';
import { toCompute } from '../../../../src/azure/learning/to-compute';
import { fraud, openCreationSample, production, rewriting } from './creating';

const noStop = new AbortController().signal;

describe('compute resources of the sample', () => {
  test('lists all compute resources of a workspace, page by page', async () => {
    const { azure, sample } = openCreationSample({ pageSize: 1 });
    const all = await azure.computes.list(fraud, noStop);
    expect(all.map((one) => [one.name, one.kind, one.publicIp, one.subnetId])).toEqual([
      ['cpu-train', 'cluster', false, production('snet-train-gpu')],
      ['cpu-cluster', 'cluster', true, null],
      ['ci-anna', 'instance', false, production('snet-train-gpu')],
    ]);
    expect(sample.traffic).toHaveLength(3);
  });

  test('a missing compute resource is null, and a workspace that can’t be read is forbidden', async () => {
    const { azure, sample } = openCreationSample();
    expect(await azure.computes.get(fraud, 'cpu-nowhere', noStop)).toBeNull();
    sample.access.deny({ scope: fraud, verbs: ['read'] });
    await expect(azure.computes.get(fraud, 'cpu-train', noStop)).rejects.toMatchObject({
      code: 'forbidden',
      details: { serviceCode: 'AuthorizationFailed', status: 403 },
    });
  });

  // The client's model is true if Azure omits the member (measured, arm-machinelearning 2.1.1).
  test('a public IP that Azure doesn’t mention is null, not true', async () => {
    const silent = openCreationSample({}, {}, (inner) =>
      rewriting(inner, (body) => body.replaceAll(/"enableNodePublicIp":(true|false),?/g, '')),
    );
    const stated = openCreationSample();
    const publicIp = async ({ azure }: typeof stated) =>
      (await azure.computes.get(fraud, 'cpu-cluster', noStop))?.publicIp;
    expect([await publicIp(silent), await publicIp(stated)]).toEqual([null, true]);
  });
});

describe('bodies', () => {
  const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';

  test('reads an attached compute resource with its target', () => {
    const body = {
      id: `${id}/computes/adb`,
      name: 'adb',
      location: 'West Europe',
      properties: { computeType: 'Databricks', provisioningState: 'Succeeded', resourceId: '/adb' },
    };
    expect(toCompute(body)).toEqual({
      id: `${id}/computes/adb`,
      name: 'adb',
      workspaceId: id,
      kind: 'databricks',
      location: 'westeurope',
      provisioningState: 'Succeeded',
      subnetId: null,
      targetId: '/adb',
      publicIp: null,
      vmSize: null,
      nodes: null,
      state: null,
      publicAddress: null,
      errors: [],
      publicSsh: null,
      identity: { system: false, userIds: [] },
      tags: {},
      assignedTo: null,
      idleShutdownMinutes: null,
      schedules: [],
      setupScripts: [],
    });
  });

  test('reads the options of an instance, however Azure writes its duration', () => {
    const user = '/subscriptions/s/resourceGroups/g/providers/x/userAssignedIdentities/id-train';
    const body = {
      identity: { type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { [user]: {} } },
      tags: { team: 'fraud', wrong: 4 },
      properties: {
        computeType: 'ComputeInstance',
        properties: {
          sshSettings: { sshPublicAccess: 'Enabled' },
          idleTimeBeforeShutdown: 'P1DT30M',
          personalComputeInstanceSettings: { assignedUser: { objectId: 'anna', tenantId: 'contoso' } },
        },
      },
    };
    expect(toCompute(body)).toMatchObject({
      publicSsh: true,
      identity: { system: true, userIds: [user] },
      tags: { team: 'fraud' },
      assignedTo: 'anna',
      idleShutdownMinutes: 1470,
      schedules: [],
      setupScripts: [],
    });
  });

  test.each([
    ['Enabled', true],
    ['Disabled', false],
    ['NotSpecified', null],
  ])('reads a cluster whose public port is %s', (remoteLoginPortPublicAccess, publicSsh) => {
    const body = { properties: { computeType: 'AmlCompute', properties: { remoteLoginPortPublicAccess } } };
    expect(toCompute(body)).toMatchObject({ publicSsh });
  });

  test('lists errors of provisioning and of resizing once each, with their inner errors', () => {
    const full = { code: 'SubnetIsFull', message: 'Subnet snet has no room.' };
    const failed = { error: { code: 'AllocationFailed', message: 'Not allocated.', details: [full] } };
    const other = { error: { code: 'Other', message: 'Also.' } };
    const body = {
      properties: {
        computeType: 'AmlCompute',
        provisioningErrors: [failed],
        properties: { errors: [failed, other] },
      },
    };
    expect(toCompute(body).errors).toEqual([
      {
        code: 'AllocationFailed',
        message: 'Not allocated.\nSubnet snet has no room.',
        inner: ['SubnetIsFull'],
      },
      { code: 'Other', message: 'Also.' },
    ]);
  });

  test('counts running nodes as usable, and missing counts as zero', () => {
    const properties = {
      scaleSettings: { minNodeCount: 1, maxNodeCount: 6 },
      currentNodeCount: 3,
      targetNodeCount: 4,
      nodeStateCounts: { idleNodeCount: 1, runningNodeCount: 2 },
    };
    expect(toCompute({ properties: { computeType: 'AmlCompute', properties } }).nodes).toEqual({
      min: 1,
      max: 6,
      current: 3,
      target: 4,
      idle: 3,
      unusable: 0,
      preparing: 0,
    });
  });
});
