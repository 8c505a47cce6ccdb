import { describe, expect, test } from 'vitest';
import {
  create,
  failureIn,
  openCreationSample,
  planned,
  plannedInstance,
  production,
  writesOf,
} from './creating';

const kinds = (events: readonly { is: string }[]): readonly string[] => events.map((one) => one.is);

describe('a creation that succeeds', () => {
  test('a cluster with a minimum of zero nodes is ready as soon as it exists', async () => {
    const opened = openCreationSample();
    const events = await create(opened, planned());
    expect(kinds(events).slice(0, 3)).toEqual(['free', 'sent', 'accepted']);
    expect(new Set(kinds(events).slice(3, -1))).toEqual(new Set(['state']));
    expect(events.at(-1)).toMatchObject({
      is: 'ready',
      compute: {
        name: 'cpu-new',
        kind: 'cluster',
        provisioningState: 'Succeeded',
        state: 'Steady',
        publicIp: false,
        subnetId: production('snet-train-gpu'),
        vmSize: 'Standard_D4s_v5',
        location: 'westeurope',
        nodes: { min: 0, max: 4, current: 0, target: 0, idle: 0, unusable: 0, preparing: 0 },
        errors: [],
      },
    });
  });

  test('a cluster with a minimum of nodes is ready when they are idle, and reports them as they start', async () => {
    const events = await create(openCreationSample(), planned({ min: 2 }));
    const states = events.flatMap((one) => (one.is === 'state' ? [one.compute] : []));
    expect(states.length).toBeGreaterThan(0);
    expect(events.at(-1)).toMatchObject({ is: 'ready', compute: { nodes: { current: 2, idle: 2 } } });
    expect(kinds(events).filter((one) => one === 'accepted')).toHaveLength(1);
  });

  test('at a realistic pace, an instance reports each of its states while the operation runs', async () => {
    let time = Date.UTC(2026, 10, 25);
    const opened = openCreationSample({ pace: 'lifelike', latency: 0, now: () => time });
    const states = new Set<string>();
    const events = await create(opened, plannedInstance(), {
      onEvent: (event) => {
        if (event.is === 'state') states.add(event.compute.state ?? '');
        time += 400;
      },
    });
    expect([...states]).toEqual(['Creating', 'SettingUp', 'Running'].slice(0, states.size));
    expect(states.size).toBeGreaterThanOrEqual(2);
    expect(events.at(-1)).toMatchObject({ is: 'ready', compute: { kind: 'instance', state: 'Running' } });
  });

  test('reports the request ID of the response that accepted the creation', async () => {
    const events = await create(openCreationSample(), planned());
    expect(events[2]).toMatchObject({
      is: 'accepted',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  test('sends one PUT, however many times it polls', async () => {
    const opened = openCreationSample();
    await create(opened, planned({ min: 1 }));
    expect(writesOf(opened)).toEqual(['PUT 201']);
  });

  test('reads the address back if there is a public IP', async () => {
    const plan = plannedInstance({ publicIp: true, subnetId: null });
    const events = await create(openCreationSample(), plan);
    expect(events.at(-1)).toMatchObject({
      is: 'ready',
      compute: {
        publicIp: true,
        subnetId: null,
        publicAddress: expect.stringMatching(/^203\.0\.113\./) as string,
      },
    });
  });
});

describe('an existing compute resource is never overwritten', () => {
  test.each(['cpu-train', 'CPU-Train', 'ci-anna'])('%s exists: sends nothing', async (name) => {
    const opened = openCreationSample();
    const events: unknown[] = [];
    const creation = create(opened, planned({ name }), { onEvent: (event) => events.push(event) });
    await expect(creation).rejects.toMatchObject({ name: 'AzureFailure', code: 'conflict' });
    expect(writesOf(opened)).toEqual([]);
    expect(events).toEqual([]);
  });

  test('sends nothing if the look-up fails', async () => {
    const opened = openCreationSample();
    opened.sample.faults.next({ match: '/computes/', status: 500, times: 9 });
    await expect(create(opened, planned())).rejects.toMatchObject({ code: 'refused' });
    expect(writesOf(opened)).toEqual([]);
  });

  test('Azure refuses a name that another workspace of the region uses', async () => {
    const opened = openCreationSample();
    const name = 'cpu-risk';
    const { code, compute, details } = failureIn(await create(opened, planned({ name })));
    expect({ code, compute, status: details.status }).toEqual({
      code: 'conflict',
      compute: null,
      status: 409,
    });
  });
});
