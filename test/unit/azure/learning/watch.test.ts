import { describe, expect, test, vi } from 'vitest';
import { exponentialBackoff } from '../../../../src/azure/learning/exponential-backoff';
import { watchCompute } from '../../../../src/azure/learning/watch-compute';
import type { ComputeState, CreationEvent } from '../../../../src/azure/ports';
import { noStop } from '../sample';

const settled: ComputeState = {
  id: '/w/computes/c',
  name: 'c',
  workspaceId: '/w',
  kind: 'cluster',
  location: 'westeurope',
  provisioningState: 'Succeeded',
  subnetId: null,
  targetId: null,
  publicIp: false,
  vmSize: null,
  nodes: { min: 2, max: 4, current: 1, target: 2, idle: 1, unusable: 0, preparing: 0 },
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
};

describe('polling interval', () => {
  test('increases each wait slightly, up to ten times the first', () => {
    const waits = Array.from({ length: 60 }, exponentialBackoff());
    expect(waits.slice(0, 3).map((one) => one.toFixed(2))).toEqual(['1.00', '1.10', '1.21']);
    expect(waits.every((one, at) => at === 0 || one >= waits[at - 1]!)).toBe(true);
    expect(waits.at(-1)).toBe(10);
  });

  test('reads a creation of twenty minutes about 150 times, not 1,200 times', async () => {
    vi.useFakeTimers();
    const started = Date.now();
    const look = vi.fn(() => {
      const isDone = Date.now() - started >= 20 * 60_000;
      const nodes = { ...settled.nodes!, idle: isDone ? 2 : 0, preparing: isDone ? 0 : 2 };
      return Promise.resolve({ ...settled, nodes });
    });
    const events: CreationEvent[] = [];
    const watching = watchCompute({ look, stop: noStop, interval: 1000 }, (event) => void events.push(event));
    await vi.advanceTimersByTimeAsync(21 * 60_000);
    await watching;
    vi.useRealTimers();
    expect(events.at(-1)?.is).toBe('ready');
    expect(look.mock.calls.length).toBeLessThan(160);
  });
});

describe('a cluster that settled short of its nodes', () => {
  async function watched(states: (minute: number) => ComputeState, minutes: number) {
    vi.useFakeTimers();
    const started = Date.now();
    const look = () => Promise.resolve(states((Date.now() - started) / 60_000));
    const events: { readonly event: CreationEvent; readonly minute: number }[] = [];
    const stop = new AbortController();
    const watching = watchCompute({ look, stop: stop.signal, interval: 1000 }, (event) => {
      events.push({ event, minute: (Date.now() - started) / 60_000 });
    }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(minutes * 60_000);
    stop.abort();
    await watching;
    vi.useRealTimers();
    return events;
  }

  test('fails if it stays so for about three minutes', async () => {
    const events = await watched(() => settled, 10);
    const { event, minute } = events.at(-1)!;
    expect(event).toMatchObject({ is: 'failed', code: 'timeout', compute: { name: 'c' } });
    expect(minute).toBeGreaterThan(2.5);
    expect(minute).toBeLessThan(3.5);
  });

  test('doesn’t fail if it starts again in between', async () => {
    const preparing: ComputeState = { ...settled, nodes: { ...settled.nodes!, preparing: 1 } };
    const events = await watched((minute) => (Math.floor(minute) % 2 === 0 ? settled : preparing), 9);
    expect(events.map((one) => one.event.is)).not.toContain('failed');
  });
});
