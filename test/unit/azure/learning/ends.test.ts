import { describe, expect, test } from 'vitest';
import { endOfCompute } from '../../../../src/azure/learning/compute-end-state';
import { watchCompute } from '../../../../src/azure/learning/watch-compute';
import type { ComputeState, CreationEvent } from '../../../../src/azure/ports';

type Nodes = NonNullable<ComputeState['nodes']>;

const noNodes: Nodes = { min: 2, max: 4, current: 0, target: 2, idle: 0, unusable: 0, preparing: 0 };

function cluster(nodes: Partial<Nodes>, change: Partial<ComputeState> = {}): ComputeState {
  return {
    id: '/computes/cpu',
    name: 'cpu',
    workspaceId: '',
    kind: 'cluster',
    location: 'westeurope',
    provisioningState: 'Succeeded',
    subnetId: null,
    targetId: null,
    publicIp: false,
    vmSize: 'Standard_D4s_v5',
    nodes: { ...noNodes, ...nodes },
    state: 'Steady',
    publicAddress: null,
    errors: [],
    publicSsh: false,
    identity: { system: false, userIds: [] },
    tags: {},
    assignedTo: null,
    idleShutdownMinutes: null,
    schedules: [],
    setupScripts: [],
    ...change,
  };
}

const instance = (provisioningState: string, state: string | null): ComputeState =>
  cluster({}, { kind: 'instance', nodes: null, provisioningState, state });

const anError = { errors: [{ code: 'AllocationFailed', message: 'No room.' }] };

describe('the state of a cluster', () => {
  test.each<[string, ComputeState, string]>([
    ['the pool is being created', cluster({}, { provisioningState: 'Creating' }), 'running'],
    ['the pool failed', cluster({}, { provisioningState: 'Failed' }), 'failed'],
    ['a user canceled it', cluster({}, { provisioningState: 'Canceled' }), 'failed'],
    ['nodes are requested', cluster({}, { state: 'Resizing' }), 'running'],
    ['nodes are preparing', cluster({ current: 2, preparing: 2 }), 'running'],
    [
      'one of two is idle, and the other is preparing',
      cluster({ current: 2, idle: 1, preparing: 1 }),
      'running',
    ],
    ['both are idle', cluster({ current: 2, idle: 2 }), 'ready'],
    ['the minimum is zero', cluster({ min: 0, target: 0 }), 'ready'],
    ['one is unusable, and the other is preparing', cluster({ unusable: 1, preparing: 1 }), 'failed'],
    ['errors while it is resizing', cluster({}, { state: 'Resizing', ...anError }), 'running'],
    ['errors once it is steady', cluster({ current: 1, idle: 1 }, anError), 'failed'],
    ['fewer nodes than the minimum, without a reason', cluster({ current: 1, idle: 1 }), 'stuck'],
  ])('%s', (_, compute, end) => {
    expect(endOfCompute(compute)).toBe(end);
  });
});

describe('the state of an instance', () => {
  test.each([
    ['Creating', 'Creating', 'running'],
    ['Creating', 'SettingUp', 'running'],
    ['Creating', null, 'running'],
    ['Succeeded', 'Running', 'ready'],
    ['Succeeded', 'JobRunning', 'ready'],
    ['Succeeded', 'Stopped', 'ready'],
    ['Creating', 'Running', 'running'],
    ['Creating', 'SetupFailed', 'failed'],
    ['Succeeded', 'Unusable', 'failed'],
    ['Failed', 'CreateFailed', 'failed'],
    ['Failed', null, 'failed'],
    ['Deleting', 'Deleting', 'running'],
  ])('%s, %s: %s', (provisioningState, state, end) => {
    expect(endOfCompute(instance(provisioningState, state))).toBe(end);
  });
});

// In the sandbox, a cluster never settles short of its nodes without an error. A real one may.
describe('watching', () => {
  const watch = async (looks: () => ComputeState | null | 'unseen'): Promise<CreationEvent[]> => {
    const events: CreationEvent[] = [];
    const stop = new AbortController().signal;
    const look = () => Promise.resolve(looks());
    await watchCompute({ look, stop, interval: 0 }, (event) => events.push(event));
    return events;
  };

  test('stops watching a cluster that stays short of its nodes', async () => {
    const events = await watch(() => cluster({ current: 1, idle: 1 }));
    expect(events.at(-1)).toMatchObject({ is: 'failed', code: 'timeout', compute: { name: 'cpu' } });
  });

  test('keeps watching a cluster that is short of nodes for a moment', async () => {
    let looks = 0;
    const events = await watch(() => {
      looks += 1;
      if (looks === 25) return cluster({ current: 2, idle: 2 });
      return looks % 10 === 0 ? cluster({ preparing: 1 }) : cluster({ current: 1, idle: 1 });
    });
    expect(events.at(-1)?.is).toBe('ready');
  });

  test('reports a cluster that disappeared as not found', async () => {
    await expect(watch(() => null)).rejects.toMatchObject({ code: 'notFound' });
  });
});
