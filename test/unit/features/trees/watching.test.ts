import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import {
  sampleNetworkId,
  researchSubscription as subscription,
  sampleSubnetId,
} from '../../../../src/sandbox/sample/names';
import { readValue } from '../../../../src/azure-store/queries';
import type { Confirmation } from '../../../../src/core/confirmation';
import { pathFingerprint } from '../../../../src/core/path-fingerprint';
import { closeSubnet } from './close-subnet';
import { openTrees, researchName, withReads, type OpenTreesOptions, type OpenTrees } from './open-trees';

const production = [researchName, 'vnet-ml-prod-weu'] as const;
const gpu = (t: OpenTrees) => t.node('networks', ...production, 'snet-train-gpu');
const watchedGpu = {
  subscriptionId: subscription.id,
  subnetId: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu'),
  isQuiet: false,
};

async function until(what: string, check: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`Waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Long enough for an unwanted action to happen. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

/** Returns a window in which a subnet is watched, was read, and is ready. */
async function openWatching(options: OpenTreesOptions = {}): Promise<OpenTrees> {
  const t = openTrees(options);
  await t.commands.watch(await gpu(t));
  await until('a result', () => t.waits.length === 1);
  await pause();
  return t;
}

describe('a subnet', () => {
  test('is watched from its item, which shows it, until the user stops watching', async () => {
    const t = openTrees();
    const before = await gpu(t);
    expect(before.can).toContain('watch');
    await t.commands.watch(before);
    expect(t.watched()).toEqual([watchedGpu]);
    const after = await gpu(t);
    expect(after.description).toBe('ready, 1 warning, 39 free, watched');
    expect(after.can).toContain('unwatch');
    expect(after.can).not.toContain('watch');
    await t.commands.unwatch(after);
    expect(t.watched()).toEqual([]);
    expect((await gpu(t)).description).toBe('ready, 1 warning, 39 free');
  });

  test('that is watched shows what others confirmed, as long as its path is unchanged', async () => {
    const base = {
      id: '1',
      subnetId: watchedGpu.subnetId,
      requirements: ['outbound-batch-443'],
      by: 'Network team',
    };
    const on = new Date().toISOString().slice(0, 10);
    const t = openTrees({ watched: [watchedGpu] });
    await gpu(t);
    const model = readValue(await t.session.reads().networks(subscription.id).get())!;
    const path = pathFingerprint(model, watchedGpu.subnetId)!;
    const tooltipOf = async (confirmation: Confirmation): Promise<string> =>
      JSON.stringify(
        (await gpu(openTrees({ watched: [watchedGpu], confirmations: [confirmation] }))).tooltip,
      );
    expect(await tooltipOf({ ...base, on, path })).toMatch(/Confirmed by you, .+: Network team/);
    expect(await tooltipOf({ ...base, on, path: 'another' })).not.toContain('Confirmed');
  });

  test('that can’t be used doesn’t offer to be watched', async () => {
    const t = openTrees();
    const gateway = await t.node('networks', ...production, 'GatewaySubnet');
    expect(gateway.can).not.toContain('watch');
  });

  test('is listed with its network even if Azure ML doesn’t use the network', async () => {
    const t = openTrees();
    const model = await (
      await t.session.reads().azure()
    ).read.networks(subscription.id, new AbortController().signal);
    const other = model.virtualNetworks.find((one) => one.name === 'vnet-branch-weu')?.subnets[0];
    const own = openTrees({ watched: [{ ...watchedGpu, subnetId: other?.id ?? '' }] });
    const labels = (await own.lines('networks', researchName)).map((one) => one.label);
    expect(labels).toEqual(['vnet-branch-weu', 'vnet-ml-prod-weu', 'vnet-underwriting-weu', 'Show 19 more']);
  });

  test('that has errors counts on the icon, without any view being open', async () => {
    const training = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');
    const t = openTrees({ watched: [watchedGpu, { ...watchedGpu, subnetId: training }] });
    await until('counted', () => t.session.watcher.toFix() === 1);
    expect(t.offers).toEqual([]);
  });
});

describe('a change that breaks a watched subnet', () => {
  test('is reported once, with a link to the subnet', async () => {
    const t = await openWatching();
    await closeSubnet(t);
    t.waits[0]?.end();
    await until('the notification', () => t.offers.length > 0);
    const [offer] = t.offers;
    expect(offer?.message).toMatch(
      /^snet-train-gpu has 1 new error after a change in Azure: NSG rule 100 Deny-First blocks \d+ flows\.$/,
    );
    expect(offer?.labels).toEqual(['Show subnet', 'Don’t show again for this subnet']);
    expect(t.session.watcher.toFix()).toBe(1);
    offer?.press('Show subnet');
    expect(t.revealed[0]?.subnetId).toMatch(/snet-train-gpu$/);
    await until('another wait', () => t.waits.length === 2);
    t.waits[1]?.end();
    await pause();
    expect(t.offers).toHaveLength(1);
  });

  test('is noticed by any read, such as a refresh of the tree', async () => {
    const t = await openWatching();
    await closeSubnet(t);
    await t.commands.refresh(null);
    await until('the notification', () => t.offers.length > 0);
  });

  test('isn’t reported again if the user opted out, but still counts', async () => {
    const t = await openWatching();
    await closeSubnet(t);
    t.session.watcher.renew();
    await until('the notification', () => t.offers.length > 0);
    t.offers[0]?.press('Don’t show again for this subnet');
    expect(t.watched()).toEqual([{ ...watchedGpu, isQuiet: true }]);
    expect((await gpu(t)).can).toContain('unwatch');

    const quiet = openTrees({ watched: t.watched() });
    await until('read', () => quiet.session.reads().networks(subscription.id).peek() !== undefined);
    await pause();
    await closeSubnet(quiet);
    quiet.session.watcher.renew();
    await until('counted', () => quiet.session.watcher.toFix() === 1);
    expect(quiet.offers).toEqual([]);
  });

  test('can be in the firewall on the path, whose first read isn’t a change', async () => {
    const orders = (name: string) => sampleSubnetId('rg-orders', 'vnet-spoke-orders-weu', name);
    const subnets = ['snet-train-orders', 'snet-train-orders-new'].map(orders);
    const t = openTrees({ watched: subnets.map((id) => ({ ...watchedGpu, subnetId: id })) });
    await until('a result', () => t.waits.length === 1);
    await pause();
    t.waits[0]?.end();
    await until('counted', () => t.session.watcher.toFix() === 1);
    expect(t.offers).toEqual([]);
    const path = sampleNetworkId('rg-hub-shared', 'ipGroups', 'ipg-ml-spokes');
    const body = { location: 'westeurope', properties: { ipAddresses: ['10.99.0.0/26'] } };
    expect(t.sample.writeByOther({ method: 'PUT', path, body })).toBe(true);
    await until('another wait', () => t.waits.length === 2);
    t.waits[1]?.end();
    await until('the notification', () => t.offers.length > 0);
    expect(t.offers[0]?.message).toMatch(/^snet-train-orders has \d+ new errors? after a change in Azure/);
  });

  test('isn’t reported if the subnet was watched only afterwards', async () => {
    const t = await openWatching();
    await t.commands.unwatch(await gpu(t));
    await closeSubnet(t);
    await t.commands.refresh(null);
    await t.commands.watch(await gpu(t));
    await until('counted', () => t.session.watcher.toFix() === 1);
    expect(t.offers).toEqual([]);
  });

  test('of several subnets is one notification', async () => {
    const training = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training');
    const t = openTrees({ watched: [watchedGpu, { ...watchedGpu, subnetId: training }] });
    await until('counted', () => t.session.watcher.toFix() === 1);
    await closeSubnet(t, 'nsg-train-gpu');
    await closeSubnet(t, 'nsg-training');
    await t.commands.refresh(null);
    await until('the notification', () => t.offers.length > 0);
    await pause();
    expect(t.offers.map((one) => one.message)).toEqual([
      'These subnets have new errors after a change in Azure: snet-train-gpu and snet-training.',
    ]);
  });
});

describe('sends no request to Azure', () => {
  const reads = (t: OpenTrees): number => t.sample.traffic.length;

  test('if no subnet is watched', async () => {
    const t = openTrees();
    await pause();
    expect(t.waits).toEqual([]);
    expect(reads(t)).toBe(0);
  });

  test('while the window doesn’t have the focus; once it does, overdue data is read', async () => {
    let isFocused = false;
    const t = openTrees({ watched: [watchedGpu], focused: () => isFocused });
    await pause();
    expect(reads(t)).toBe(0);
    isFocused = true;
    t.session.watcher.focused();
    await until('read', () => reads(t) > 0);
    await pause();
    const before = reads(t);
    t.session.watcher.focused();
    await pause();
    expect(reads(t)).toBe(before);
    expect(t.waits).toHaveLength(1);
    expect(t.waits[0]?.milliseconds).toBe(300_000);
  });

  test('while the user is signed out, and nothing counts then', async () => {
    let isOut = false;
    const t = openTrees({
      watched: [watchedGpu],
      connect: (own) => (isOut ? Promise.reject(new AzureFailure('signedOut')) : Promise.resolve(own)),
    });
    await until('read', () => reads(t) > 0);
    await pause();
    await closeSubnet(t);
    t.session.watcher.renew();
    await until('counted', () => t.session.watcher.toFix() === 1);
    await pause();
    isOut = true;
    const before = reads(t);
    t.store.clear();
    await until('not counted', () => t.session.watcher.toFix() === 0);
    expect(reads(t)).toBe(before);
  });

  test('again at once after a failure: the next read gets it', async () => {
    let isOffline = true;
    let asked = 0;
    const t = openTrees({
      watched: [watchedGpu],
      connect: withReads((read) => ({
        networks: (id, stop) => {
          asked += 1;
          return isOffline ? Promise.reject(new AzureFailure('offline')) : read.networks(id, stop);
        },
      })),
    });
    await until('asked', () => asked === 1);
    await pause();
    expect(asked).toBe(1);
    isOffline = false;
    t.waits[0]?.end();
    await until('read', () => t.session.reads().networks(subscription.id).peek()?.is === 'ready');
  });
});
