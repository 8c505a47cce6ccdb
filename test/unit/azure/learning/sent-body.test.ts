import type { HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { computeWriteApiVersion, computeBody } from '../../../../src/plans/compute-body';
import type { ComputePlan } from '../../../../src/plans/compute-plan';
import { sampleGroupId, researchSubscription } from '../../../../src/sandbox/sample/names';
import { computeReadApiVersion as readVersion } from '../../../../src/azure/learning/compute-url';
import { rsa2048 } from '../../plans/ssh-keys';
import { create, failureIn, openCreationSample, planned, plannedInstance } from './creating';

const optional: Partial<ComputePlan> = {
  ssh: { publicPort: true, adminUser: 'anna', publicKey: `ssh-rsa ${rsa2048}` },
  identity: {
    is: 'user',
    id: `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fraud-train`,
  },
  tags: [{ name: 'team', value: 'fraud' }],
};
const assigned = {
  objectId: '0a7b2c3d-1111-4222-8333-444455556666',
  tenantId: researchSubscription.tenantId,
};

const scheduled: Partial<ComputePlan> = {
  schedule: { days: 'weekdays', start: '08:05', stop: '18:30', timeZone: 'W. Europe Standard Time' },
  setupScript: { runs: 'creation', path: 'Users/anna/setup.sh', arguments: '--all' },
};

/** Returns the body that is sent for a plan. A client with an older model would have dropped members of it. */
async function sentFor(plan: ComputePlan): Promise<unknown> {
  const sent: string[] = [];
  const listening = (inner: HttpClient): HttpClient => ({
    sendRequest: (request) => {
      if (request.method === 'PUT') sent.push(String(request.body));
      return inner.sendRequest(request);
    },
  });
  await create(openCreationSample({}, {}, listening), plan);
  expect(sent).toHaveLength(1);
  return JSON.parse(sent[0]!);
}

// A body member that the client doesn't know fails here, before a compute resource is created without it.
describe('the whole planned body reaches Azure', () => {
  const lowPriority = { min: 0, max: 8, idleMinutes: 30, priority: 'LowPriority' as const };
  test.each([
    ['a cluster without a public IP', planned()],
    ['a cluster with one', planned({ publicIp: true })],
    ['a cluster of low priority', planned({ nodes: lowPriority })],
    ['a cluster in a managed virtual network', planned({ subnetId: null })],
    ['an instance without a public IP', plannedInstance()],
    ['an instance with one', plannedInstance({ publicIp: true })],
    ['an instance in a managed virtual network', plannedInstance({ subnetId: null })],
    ['a cluster with every option', planned({ publicIp: true, ...optional })],
    [
      'an instance with every option',
      plannedInstance({ publicIp: true, ...optional, assignedTo: assigned, idleShutdownMinutes: 90 }),
    ],
    ['an instance with a schedule and a setup script', plannedInstance(scheduled)],
  ])('%s', async (_why, plan) => {
    expect(await sentFor(plan)).toEqual(computeBody(plan));
  });
});

test('a schedule is one cron entry for each time, and a script is named by its path', () => {
  const { schedules, setupScripts } = computeBody(plannedInstance(scheduled)).properties
    .properties as Partial<Record<'schedules' | 'setupScripts', unknown>>;
  const cron = (expression: string): unknown => ({ timeZone: 'W. Europe Standard Time', expression });
  expect(schedules).toEqual({
    computeStartStop: [
      { action: 'Start', triggerType: 'Cron', status: 'Enabled', cron: cron('5 8 * * 1-5') },
      { action: 'Stop', triggerType: 'Cron', status: 'Enabled', cron: cron('30 18 * * 1-5') },
    ],
  });
  const script = {
    scriptSource: 'workspaceStorage',
    scriptData: 'Users/anna/setup.sh',
    scriptArguments: '--all',
  };
  expect(setupScripts).toEqual({ scripts: { creationScript: script } });
});

test('creation, reading, and written code use the same API version', () => {
  expect(readVersion).toBe(computeWriteApiVersion);
});

describe('Azure holds what was requested', () => {
  const held = async (plan: ComputePlan): Promise<unknown> =>
    (await create(openCreationSample(), plan)).at(-1);
  test('for a cluster', async () => {
    const id = optional.identity?.is === 'user' ? optional.identity.id : '';
    expect(await held(planned(optional))).toMatchObject({
      is: 'ready',
      compute: {
        publicSsh: false,
        identity: { system: false, userIds: [id] },
        tags: { team: 'fraud' },
        assignedTo: null,
        idleShutdownMinutes: null,
      },
    });
  });

  test('for an instance', async () => {
    const plan = plannedInstance({
      ...optional,
      identity: { is: 'system' },
      assignedTo: assigned,
      idleShutdownMinutes: 90,
    });
    expect(await held(plan)).toMatchObject({
      is: 'ready',
      compute: {
        publicSsh: false,
        identity: { system: true, userIds: [] },
        assignedTo: assigned.objectId,
        idleShutdownMinutes: 90,
      },
    });
  });

  test('for the schedule and the setup script of an instance', async () => {
    expect(await held(plannedInstance(scheduled))).toMatchObject({
      is: 'ready',
      compute: {
        schedules: [
          'Start 5 8 * * 1-5 W. Europe Standard Time',
          'Stop 30 18 * * 1-5 W. Europe Standard Time',
        ],
        setupScripts: ['creation Users/anna/setup.sh --all'],
      },
    });
  });
});

describe('optional settings that Azure refuses', () => {
  const identity = {
    is: 'user',
    id: `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-gone`,
  } as const;
  test.each<[string, ComputePlan, string]>([
    ['an identity that doesn’t exist', planned({ identity }), 'FailedIdentityOperation'],
    [
      'an invalid character in a tag',
      planned({ tags: [{ name: 'a<b', value: '' }] }),
      'InvalidTagNameCharacters',
    ],
    ['a reserved tag', planned({ tags: [{ name: 'Microsoft-x', value: '' }] }), 'ReservedTagName'],
    ['a long value', planned({ tags: [{ name: 'a', value: 'x'.repeat(257) }] }), 'InvalidTagValueLength'],
    [
      '51 tags',
      planned({ tags: Array.from({ length: 51 }, (_, n) => ({ name: `t${n}`, value: '' })) }),
      'TooManyTags',
    ],
    [
      'an invalid key',
      planned({ ssh: { publicPort: false, adminUser: 'anna', publicKey: 'key' } }),
      'BadRequest',
    ],
    [
      'a script without a path',
      plannedInstance({ setupScript: { runs: 'startup', path: '', arguments: '' } }),
      'BadRequest',
    ],
    ['ten minutes of idleness', plannedInstance({ idleShutdownMinutes: 10 }), 'BadRequest'],
    [
      'a user without an ID',
      plannedInstance({ assignedTo: { objectId: 'anna', tenantId: '' } }),
      'BadRequest',
    ],
  ])('%s', async (_why, plan, serviceCode) => {
    const opened = openCreationSample();
    expect(failureIn(await create(opened, plan))).toMatchObject({ compute: null, details: { serviceCode } });
  });

  test('an identity that the user doesn’t have permission to assign', async () => {
    const opened = openCreationSample();
    const id = optional.identity?.is === 'user' ? optional.identity.id : '';
    opened.sample.access.deny({ scope: id, verbs: ['action'] });
    expect(failureIn(await create(opened, planned(optional)))).toMatchObject({
      code: 'forbidden',
      details: { serviceCode: 'LinkedAuthorizationFailed' },
    });
  });
});
