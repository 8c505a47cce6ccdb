import { describe, expect, test, vi } from 'vitest';
import {
  create,
  failureIn,
  fraud,
  lookedAtRarely,
  openCreationSample,
  planned,
  plannedInstance,
  production,
  writesOf,
} from './creating';

const noStop = new AbortController().signal;
const slow = { pace: 'lifelike', latency: 0 } as const;

describe('canceling', () => {
  test('ends the wait as canceled, and Azure continues', async () => {
    const opened = openCreationSample(slow);
    const stop = new AbortController();
    const creation = create(opened, planned(), {
      stop: stop.signal,
      onEvent: (event) => {
        if (event.is === 'state') stop.abort();
      },
    });
    await expect(creation).rejects.toMatchObject({ code: 'cancelled' });
    opened.sample.clock.advance(60_000);
    const left = await opened.azure.computes.get(fraud, 'cpu-new', noStop);
    expect(left).toMatchObject({ provisioningState: 'Succeeded' });
  });

  test('takes effect before the next look or poll, an hour later', async () => {
    const opened = openCreationSample(slow, { watchIntervalMs: 3_600_000 }, lookedAtRarely);
    const stop = new AbortController();
    const creation = create(opened, planned(), {
      stop: stop.signal,
      onEvent: (event) => {
        if (event.is !== 'accepted') return;
        setTimeout(() => stop.abort(), 20);
      },
    });
    await expect(creation).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('sends nothing if it was canceled before the start', async () => {
    const opened = openCreationSample();
    await expect(create(opened, planned(), { stop: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(writesOf(opened)).toEqual([]);
  });

  test('a long watch leaves no listeners behind', async () => {
    const opened = openCreationSample(slow);
    const stop = new AbortController();
    const added = vi.spyOn(stop.signal, 'addEventListener');
    const removed = vi.spyOn(stop.signal, 'removeEventListener');
    await create(opened, planned(), { stop: stop.signal, onEvent: () => opened.sample.clock.advance(100) });
    expect(added.mock.calls.length - removed.mock.calls.length).toBeLessThanOrEqual(1);
  });
});

describe('a network that becomes unreachable', () => {
  test('for a moment, while nodes are watched: watching continues', async () => {
    const opened = openCreationSample();
    let isAway = 0;
    let wasAway = false;
    opened.sample.faults.next({
      match: ({ path }) => path.endsWith('/computes/cpu-new') && isAway > 0 && isAway-- > 0,
      kind: 'offline',
      times: 99,
    });
    const events = await create(opened, planned({ min: 1 }), {
      // Each read is sent up to four times. The client's poller also reads once, at its end.
      onEvent: (event) => {
        if (event.is === 'state' && !wasAway) isAway = 12;
        wasAway ||= event.is === 'state';
      },
    });
    expect(isAway).toBe(0);
    expect(events.at(-1)?.is).toBe('ready');
  });

  test('permanently, after Azure accepted the creation: reports offline, with the last known state', async () => {
    const opened = openCreationSample();
    const events = await create(opened, planned({ min: 1 }), {
      onEvent: (event) => {
        if (event.is === 'state') opened.sample.faults.next({ kind: 'offline', times: 9999 });
      },
    });
    const { code, compute } = failureIn(events);
    expect(code).toBe('offline');
    expect(compute?.name).toBe('cpu-new');
  });

  test('permission to read is revoked meanwhile: reports forbidden, with the last known state', async () => {
    const opened = openCreationSample();
    const events = await create(opened, planned({ min: 1 }), {
      onEvent: (event) => {
        if (event.is === 'state') opened.sample.access.deny({ scope: fraud, verbs: ['read'] });
      },
    });
    const { code, compute } = failureIn(events);
    expect({ code, name: compute?.name }).toEqual({ code: 'forbidden', name: 'cpu-new' });
  });

  test('before Azure accepted the creation: reports offline, and nothing remains', async () => {
    const opened = openCreationSample();
    opened.sample.faults.next({ method: 'PUT', kind: 'offline', times: 9 });
    const { code, compute } = failureIn(await create(opened, planned()));
    expect({ code, compute }).toEqual({ code: 'offline', compute: null });
  });

  test('a PUT without a response times out', async () => {
    const opened = openCreationSample({}, { timing: { requestMs: 30 } });
    opened.sample.faults.next({ method: 'PUT', kind: 'hang' });
    const { code, compute } = failureIn(await create(opened, planned()));
    expect({ code, compute }).toEqual({ code: 'timeout', compute: null });
  });

  test.each([404, 403, 503])('polls that end with %i don’t fail the creation', async (status) => {
    const opened = openCreationSample();
    opened.sample.faults.next({ match: 'computeOperationsStatus', status, times: 9 });
    expect((await create(opened, planned({ min: 1 }))).at(-1)?.is).toBe('ready');
  });
});

describe('deleting', () => {
  test('releases the addresses of a deleted cluster', async () => {
    const { azure, sample } = openCreationSample();
    await create({ azure }, planned({ min: 2 }));
    const used = () => sample.snapshot().addresses[production('snet-train-gpu')]?.length;
    const before = used() ?? 0;
    await azure.computes.delete(fraud, 'cpu-new', noStop);
    expect(await azure.computes.get(fraud, 'cpu-new', noStop)).toBeNull();
    expect(used()).toBe(before - 2);
  });

  test('a compute resource whose creation failed can be deleted and created again', async () => {
    const { azure } = openCreationSample();
    failureIn(await create({ azure }, plannedInstance({ subnetId: production('snet-training') })));
    await azure.computes.delete(fraud, 'ci-new', noStop);
    const events = await create({ azure }, plannedInstance());
    expect(events.at(-1)?.is).toBe('ready');
  });

  test('a missing compute resource isn’t a failure; missing permission to delete is', async () => {
    const { azure, sample } = openCreationSample();
    await azure.computes.delete(fraud, 'cpu-nowhere', noStop);
    sample.access.deny({ scope: fraud, verbs: ['delete'] });
    await expect(azure.computes.delete(fraud, 'cpu-train', noStop)).rejects.toMatchObject({
      code: 'forbidden',
      details: { serviceCode: 'AuthorizationFailed' },
    });
  });

  test('canceling takes effect while nodes are removed', async () => {
    const { azure } = openCreationSample(slow, {}, lookedAtRarely);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await expect(azure.computes.delete(fraud, 'cpu-train', stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
