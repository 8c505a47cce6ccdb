import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createAzureStore, type AzureChange, type AzureStore } from '../../../src/azure-store/azure-store';
import { readValue, required, type Read } from '../../../src/azure-store/queries';
import { AzureFailure } from '../../../src/azure/failure';
import type { AzureConnection } from '../../../src/azure/ports';
import { outputLog } from '../../../src/platform/output-log';
import {
  platform,
  researchSubscription,
  sampleNetworkId,
  sampleSubnetId,
  sampleWorkspaceId,
} from '../../../src/sandbox/sample/names';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { gate } from '../features/wizard/open-wizard';
import { addedRule } from '../../support/changes';
import { catalog, sampleConnection, withReads, type ConnectionOptions } from '../features/sample-connection';

interface OpenStore {
  readonly store: AzureStore;
  readonly sample: SandboxAzure;
  readonly waits: { readonly milliseconds: number; readonly end: () => void }[];
  readonly logged: string[];
  passTime(milliseconds: number): void;
  /** Returns the number of requests, by a part of their path. */
  sent(part: string): number;
}

function openStore(options: ConnectionOptions = {}): OpenStore {
  const { sample, connect } = sampleConnection(options);
  const waits: OpenStore['waits'] = [];
  const logged: string[] = [];
  const log = (line: string | Error): void => void logged.push(String(line));
  let now = Date.parse('2026-07-30T10:00:00.000Z');
  const store = createAzureStore({
    connect,
    shippedTags: () => Promise.resolve(catalog),
    now: () => new Date(now),
    after: (milliseconds, stop, end) =>
      void waits.push({ milliseconds, end: () => (stop.aborted ? undefined : end()) }),
    log: outputLog({ debug: log, info: log, error: log }),
  });
  return {
    store,
    sample,
    waits,
    logged,
    passTime: (milliseconds) => void (now += milliseconds),
    sent: (part) => sample.traffic.filter(({ path }) => path.endsWith(part)).length,
  };
}

const { id: subscription } = researchSubscription;
const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const halfMinute = 30_000;

describe('a list that several surfaces show', () => {
  test('is requested once, however many callers wait for it', async () => {
    const { store, sent } = openStore();
    const ask = () => store.reads().computes(fraud).get({ maxAge: halfMinute });
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(required(one)).toBe(required(two));
    expect(required(await store.reads().computes(fraud.toUpperCase()).get())).toBe(required(one));
    expect(sent('/computes')).toBe(1);
  });

  test('is requested again if it is older than a caller accepts', async () => {
    const { store, sent, passTime } = openStore();
    const list = store.reads().computes(fraud);
    const first = await list.get();
    passTime(halfMinute);
    expect(await list.get()).toBe(first);
    expect((await list.get({ maxAge: halfMinute })).readAt).toBe('2026-07-30T10:00:30.000Z');
    expect(sent('/computes')).toBe(2);
  });

  test('leaves no listener on a caller’s signal, which can live as long as the window', async () => {
    const { store } = openStore();
    const stop = new AbortController();
    for (let n = 0; n < 3; n += 1) required(await store.reads().computes(fraud).renew(stop.signal));
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  });

  test('shows a change that one surface wrote in every surface', async () => {
    const { store } = openStore();
    const reads = store.reads();
    const reported: string[] = [];
    store.onRead(({ key }) => void reported.push(key[0]));
    const before = required(await reads.computes(fraud).get());
    await (await reads.azure()).computes.delete(fraud, 'cpu-train', new AbortController().signal);
    await reads.computes(fraud).renew();
    expect(readValue(reads.computes(fraud).peek())?.length).toBe(before.length - 1);
    expect(reported.filter((kind) => kind === 'computes')).toHaveLength(2);
  });

  test('is still read when one of its callers leaves, and is aborted with the last one', async () => {
    const signals: AbortSignal[] = [];
    const hold = gate();
    const { store } = openStore({
      connect: withReads((read) => ({
        networks: async (id, stop) => {
          signals.push(stop);
          await hold.promise;
          return read.networks(id, stop);
        },
      })),
    });
    const [wizard, tree] = [new AbortController(), new AbortController()];
    const list = store.reads().networks(subscription);
    const left = list.get({ stop: wizard.signal });
    const stays = list.get({ stop: tree.signal });
    await expect.poll(() => signals.length).toBe(1);
    wizard.abort();
    expect(await left).toMatchObject({ is: 'problem', failure: { code: 'cancelled' } });
    expect(signals[0]?.aborted).toBe(false);
    const late = list.get({ stop: wizard.signal });
    expect(await late).toMatchObject({ failure: { code: 'cancelled' } });
    hold.open();
    expect((await stays).is).toBe('ready');

    const last = new AbortController();
    const alone = list.get({ maxAge: 0, stop: last.signal });
    await expect.poll(() => signals.length).toBe(2);
    last.abort();
    await alone;
    expect(signals[1]?.aborted).toBe(true);
    expect(list.peek()?.is).toBe('ready');
  });
});

test('a renewal replaces a request in progress, and its callers get the renewed list', async () => {
  let asked = 0;
  const first = gate<readonly []>();
  const { store } = openStore({
    connect: withReads((read) => ({
      workspaces: (id, stop) => ((asked += 1) === 1 ? first.promise : read.workspaces(id, stop)),
    })),
  });
  const list = store.reads().workspaces(subscription);
  const early = list.get();
  await expect.poll(() => asked).toBe(1);
  const renewed = list.renew();
  first.open([]);
  expect(required(await renewed).length).toBeGreaterThan(0);
  expect(await early).toBe(await renewed);
  expect(asked).toBe(2);
});

test('the previous list stays readable until the new response arrives', async () => {
  const { store } = openStore();
  const list = store.reads().subscriptions;
  const before = await list.get();
  const renewed = list.renew();
  expect(list.peek()).toBe(before);
  expect(list.peek()).not.toBe(await renewed);
});

test('reports a failure that isn’t Azure’s as a bug, and logs it without IDs', async () => {
  const { store, logged } = openStore({
    connect: withReads(() => ({ networks: () => Promise.reject(new TypeError('x')) })),
  });
  expect(await store.reads().networks(subscription).get()).toMatchObject({ failure: { code: 'bug' } });
  expect(logged.join('\n')).toContain('reading networks');
  expect(logged.join('\n')).not.toContain(subscription);
});

describe('a list that fails', () => {
  const failing = (failure: () => AzureFailure | null): OpenStore =>
    openStore({
      connect: withReads((read) => ({
        subscriptions: (stop) => {
          const why = failure();
          return why ? Promise.reject(why) : read.subscriptions(stop);
        },
      })),
    });

  test('is requested again at increasing intervals while a surface is visible, and its age is that of the last response', async () => {
    let failure: AzureFailure | null = new AzureFailure('timeout');
    const { store, waits, passTime } = failing(() => failure);
    let isLookedAt = false;
    store.addViewer(() => isLookedAt);
    await store.reads().subscriptions.get();
    expect(waits).toEqual([]);
    isLookedAt = true;
    store.look();
    const wait = async (): Promise<Read<unknown> | undefined> => {
      passTime(60_000);
      waits.at(-1)?.end();
      await new Promise((resolve) => setTimeout(resolve, 10));
      return store.reads().subscriptions.peek();
    };
    expect(await wait()).toMatchObject({ is: 'problem', readAt: '2026-07-30T10:01:00.000Z' });
    failure = new AzureFailure('throttled', { retryAfterSeconds: 300 });
    await wait();
    failure = null;
    expect(await wait()).toMatchObject({ is: 'ready', readAt: '2026-07-30T10:03:00.000Z' });
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([10_000, 20_000, 300_000]);
  });

  test('is requested again immediately by a caller that needs a recent response', async () => {
    let failure: AzureFailure | null = new AzureFailure('forbidden');
    const { store, waits } = failing(() => failure);
    store.addViewer(() => true);
    const list = store.reads().subscriptions;
    expect((await list.get()).is).toBe('problem');
    failure = null;
    expect((await list.get()).is).toBe('problem');
    expect((await list.get({ maxAge: halfMinute })).is).toBe('ready');
    expect(waits).toEqual([]);
  });
});

describe('another account', () => {
  test('gets nothing that was read for the previous account, and drops what that account is still reading', async () => {
    const hold = gate();
    let accounts = 0;
    const { store } = openStore({
      connect: (own: AzureConnection) => {
        accounts += 1;
        return accounts > 1
          ? Promise.resolve(own)
          : withReads((read) => ({
              networks: async (id, stop) => {
                await hold.promise;
                return read.networks(id, stop);
              },
            }))(own);
      },
    });
    const old = store.reads();
    await old.subscriptions.get();
    const reading = old.networks(subscription).get();
    let cleared = 0;
    store.onClear(() => (cleared += 1));
    store.clear();
    hold.open();
    expect(await reading).toMatchObject({ is: 'problem', failure: { code: 'cancelled' } });
    expect(cleared).toBe(1);
    expect([old.subscriptions.peek(), store.reads().subscriptions.peek()]).toEqual([undefined, undefined]);
    expect(await old.subscriptions.get()).toMatchObject({ failure: { code: 'cancelled' } });
    old.subscriptions.put([]);
    expect(store.reads().subscriptions.peek()).toBeUndefined();
    await expect(old.azure()).rejects.toMatchObject({ code: 'cancelled' });
    expect(required(await store.reads().networks(subscription).get()).virtualNetworks.length).toBeGreaterThan(
      0,
    );
    expect(accounts).toBe(2);
  });
});

describe('a change that a surface made', () => {
  test('reads the workspace’s compute resources again if they were read before, and notifies the surfaces', async () => {
    const { store, sent } = openStore();
    const reported: AzureChange[] = [];
    store.onChange((change) => void reported.push(change));
    store.changed({ is: 'computes', workspaceId: fraud });
    const list = store.reads().computes(fraud);
    await list.get();
    expect(sent('/computes')).toBe(1);
    store.changed({ is: 'computes', workspaceId: fraud.toUpperCase() });
    await list.get();
    expect([sent('/computes'), reported.length]).toEqual([2, 2]);
  });

  test('to a compute resource that is being created is known until the creation ends', () => {
    const { store } = openStore();
    const creation = { is: 'creation', workspaceId: fraud, name: 'CPU-new' } as const;
    store.changed({ ...creation, isOver: false });
    expect([...store.creations]).toEqual([`${fraud}/computes/cpu-new`.toLowerCase()]);
    store.changed({ ...creation, isOver: true });
    expect([...store.creations]).toEqual([]);
  });
});

describe('a part of the networks', () => {
  const subnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');

  test('replaces the model when it is refreshed, and the model stays the same object if nothing changed', async () => {
    const { store, sent } = openStore();
    const reads = store.reads();
    const renew = () =>
      reads.renewPart(subscription, (read, model, stop) => read.refreshSubnet(model, subnet, stop));
    await renew();
    const model = await renew();
    expect(await renew()).toBe(model);
    expect(readValue(reads.networks(subscription).peek())).toBe(model);
    expect(sent('/virtualNetworks')).toBe(1);
  });

  test('isn’t lost if another part or the whole list arrives meanwhile', async () => {
    const { store } = openStore();
    const reads = store.reads();
    const first = required(await reads.networks(subscription).get());
    const named = (name: string) =>
      reads.renewPart(subscription, async (_, model) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const networks = model.virtualNetworks.map((one, index) =>
          index === (name === 'a' ? 0 : 1) ? { ...one, name } : one,
        );
        return { ...model, virtualNetworks: networks };
      });
    await Promise.all([named('a'), named('b')]);
    const both = readValue(reads.networks(subscription).peek())?.virtualNetworks.map(({ name }) => name);
    expect(both?.slice(0, 2)).toEqual(['a', 'b']);
    expect(first.virtualNetworks[0]?.name).not.toBe('a');
  });
});

describe('lists of Resource Graph', () => {
  const listedOf = async (store: AzureStore): Promise<readonly boolean[]> => {
    required(await store.reads().listing.get());
    return [subscription, platform.id].map((id) => store.reads().listed(id) !== undefined);
  };
  const never = new AbortController().signal;

  test('aren’t used for a subscription that the product changed, since they lag behind', async () => {
    const { store } = openStore({ sample: { large: true } });
    expect(await listedOf(store)).toEqual([true, true]);
    const reads = store.reads();
    const model = required(await reads.networks(subscription).get());
    const rule = addedRule(sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training'), {
      name: 'Allow-Udp',
      why: { key: 'why' },
      priority: 118,
      direction: 'Outbound',
      access: 'Allow',
      protocol: 'Udp',
      sources: ['VirtualNetwork'],
      destinations: ['AzureMachineLearning'],
      destinationPorts: ['5831'],
    });
    const { change } = await reads.azure();
    const changes = { model, changes: [rule], describe: () => '', done: [] };
    const { changed } = await change.apply(changes, () => undefined, never);
    expect(changed).toHaveLength(1);
    expect(await listedOf(store)).toEqual([false, true]);
  });

  test('aren’t used for a subscription in which the product set up a network', async () => {
    const { store } = openStore({ sample: { large: true } });
    expect(await listedOf(store)).toEqual([true, true]);
    const { change } = required(await store.reads().connection.get()).azure;
    const managed = sampleWorkspaceId('rg-ml-managed', 'mlw-managed-approved');
    // Even a request that failed may have been accepted.
    await change.setUpManagedNetwork(managed, () => undefined, AbortSignal.abort()).catch(() => undefined);
    expect(await listedOf(store)).toEqual([false, true]);
  });

  test('aren’t used after a refresh, until another account signs in', async () => {
    const { store } = openStore({ sample: { large: true } });
    expect(await listedOf(store)).toEqual([true, true]);
    store.forget();
    expect(await listedOf(store)).toEqual([false, false]);
    store.clear();
    expect(await listedOf(store)).toEqual([true, true]);
  });
});
