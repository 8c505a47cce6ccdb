import { describe, expect, test } from 'vitest';
import { sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  healthy,
  manualClock,
  openWizardAt,
  readinessRowOf,
  type ManualClock,
  type OpenWizardOptions,
  type OpenWizard,
} from './open-wizard';
import { otherUserAddsRule, otherUserDenies } from './other-user';

const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-train-gpu');
const networks = 'providers/Microsoft.Network/virtualNetworks';

interface Polled {
  readonly w: OpenWizard;
  readonly clock: ManualClock;
  /** Requests since the last time this was asked. */
  readonly asked: () => number;
  /** Advances the clock, and waits for the operations that this starts. */
  readonly pass: (seconds: number) => Promise<void>;
}

async function polled(options: OpenWizardOptions = {}, place = healthy): Promise<Polled> {
  const clock = manualClock();
  const w = await openWizardAt(place, { ...options, clock });
  await settled();
  let seen = w.sample.traffic.length;
  return {
    w,
    clock,
    asked: () => {
      const more = w.sample.traffic.length - seen;
      seen += more;
      return more;
    },
    pass: async (seconds) => {
      clock.advance(seconds * 1000);
      await settled();
    },
  };
}

/** Enough turns to read the sample, which doesn't delay its responses. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('the chosen subnet', () => {
  test('is read every 30 s, and nothing else is; without changes only its age is updated', async () => {
    const { w, asked, pass } = await polled();
    const before = w.page.readiness;
    await pass(29);
    expect(asked()).toBe(0);
    const received = w.received.length;
    await pass(1);
    const calls = asked();
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThanOrEqual(6);
    expect(w.page.readiness).toEqual({ ...before, readAt: w.page.readiness?.readAt ?? null });
    expect(Date.parse(w.page.readiness?.readAt ?? '') - Date.parse(before?.readAt ?? '')).toBe(30_000);
    const reported = w.received.slice(received).flatMap((one) => (one.is === 'signal' ? [one.name] : []));
    // No list, field, or preview is sent again while the user works with it.
    expect(new Set(reported)).toEqual(new Set(['readinessChanged']));
    await pass(30);
    expect(asked()).toBe(calls);
  });

  test('keeps the age of its last read when it’s checked for another plan', async () => {
    const { w, pass } = await polled();
    await pass(30);
    const read = w.page.readiness?.readAt;
    await w.call.changeSize({ name: 'cpu-later' });
    await w.until('another plan', (p) => p.plan?.size.name === 'cpu-later');
    expect(w.page.readiness?.readAt).toBe(read);
  });

  test('a refresh by the user postpones the next read', async () => {
    const { w, asked, pass } = await polled();
    await pass(20);
    await w.call.refresh({});
    // Data outside the network is read after the subnet.
    while (asked() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await pass(20);
    expect(asked()).toBe(0);
    await pass(10);
    expect(asked()).toBeGreaterThan(0);
  });

  test('isn’t read while the window isn’t visible, and is read at once when it is again', async () => {
    let isWatched = false;
    const { w, asked, pass } = await polled({ isWatched: () => isWatched });
    await pass(300);
    w.watched();
    await settled();
    expect(asked()).toBe(0);
    isWatched = true;
    w.watched();
    await settled();
    expect(asked()).toBeGreaterThan(0);
    w.watched();
    await settled();
    expect(asked()).toBe(0);
  });

  test('isn’t read while a fix is previewed or a creation is open', async () => {
    const { w, asked, pass } = await polled();
    await w.call.create({ anyway: false });
    await w.until('the end', (p) => p.creation?.state === 'ready');
    await settled();
    asked();
    await pass(120);
    expect(asked()).toBe(0);
    await w.call.closeCreation({});
    await pass(30);
    expect(asked()).toBeGreaterThan(0);
  });

  test('isn’t read after its wizard closes', async () => {
    const { w, asked, pass } = await polled();
    w.dispose();
    await pass(300);
    expect(asked()).toBe(0);
  });
});

describe('a change by another user', () => {
  test('is shown with its name, Readiness is checked again, and entered values stay', async () => {
    const { w, pass } = await polled();
    await w.call.changeSize({ name: 'cpu-typed', maxNodes: 3 });
    await otherUserDenies(w.sample, group, 'AzureMachineLearning');
    await pass(30);
    expect(w.page.readiness?.notice).toEqual({
      text: expect.stringMatching(
        /^nsg-train-gpu changed in Azure at \d\d:\d\d: rule deny-by-another added\. \d+ results changed\.$/,
      ) as string,
      show: expect.stringMatching(/^outbound-/) as string,
    });
    expect(readinessRowOf(w.page.readiness, 'outbound-aml-443')).toMatchObject({
      word: 'Blocked',
      was: 'Allowed',
    });
    expect(w.page.plan?.size).toMatchObject({ name: 'cpu-typed' });
    expect(w.saved()).toMatchObject({ name: 'cpu-typed', maxNodes: 3 });
    expect(w.page.subnets?.rows.find((one) => one.name === healthy.subnet)?.outcome?.icon).toBe('error');
    await w.call.dismissNotice({});
    await w.until('dismissed', (p) => p.readiness?.notice === null);
  });

  test('can be in the firewall on the path', async () => {
    const { w, pass } = await polled(
      {},
      { network: 'vnet-spoke-orders-weu', subnet: 'snet-train-orders-new' },
    );
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443')).toMatchObject({ word: 'Blocked:' });
    const path = sampleNetworkId('rg-hub-shared', 'ipGroups', 'ipg-ml-spokes');
    const body = { location: 'westeurope', properties: { ipAddresses: ['10.77.0.0/25'] } };
    expect(w.sample.writeByOther({ method: 'PUT', path, body })).toBe(true);
    await pass(30);
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443')).toMatchObject({
      word: 'Allowed',
      was: 'Blocked',
    });
    expect(w.page.readiness?.notice?.text).toMatch(
      /^afw-shared changed in Azure at \d\d:\d\d: rules changed\. \d+ results changed\.$/,
    );
  });

  test('without an effect is shown too, and changes no result', async () => {
    const { w, pass } = await polled();
    const summary = w.page.readiness?.summary;
    await otherUserAddsRule(w.sample, group, 3000);
    await pass(30);
    expect(w.page.readiness?.notice).toEqual({
      text: expect.stringMatching(/rule by-somebody added\. 0 results changed\.$/) as string,
      show: null,
    });
    expect(w.page.readiness?.summary).toBe(summary);
  });

  test('isn’t shown if it’s the user’s own, or in another subnet', async () => {
    const { w, pass } = await polled();
    await otherUserAddsRule(w.sample, group, 3000);
    await pass(30);
    const other = w.page.subnets?.rows.find((one) => one.name === 'snet-training');
    await w.call.chooseSubnet({ id: other?.id ?? '' });
    expect(w.page.readiness?.notice).toBeNull();
    await w.call.previewFix({ ids: ['outbound-batch-443'] });
    await w.until('preview', (p) => p.readiness?.state === 'preview');
    expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
    await w.call.closeFix({});
    await pass(30);
    expect(w.page.readiness?.notice).toBeNull();
  });
});

async function until(check: () => boolean): Promise<void> {
  while (!check()) await settled();
}

describe('while Azure doesn’t respond', () => {
  test('the intervals grow, the results stay, and the first response ends it', async () => {
    const { w, asked, pass } = await polled();
    w.sample.faults.next({ kind: 'offline', match: networks, times: 1000 });
    await pass(30);
    await w.until('stale', (p) => p.readiness?.stale !== null);
    await settled();
    asked();
    await pass(29);
    expect(asked()).toBe(0);
    await pass(1);
    await until(() => asked() > 0);
    await settled();
    // The second wait is twice the first.
    asked();
    await pass(59);
    expect(asked()).toBe(0);
    w.sample.faults.clear();
    await pass(1);
    await w.until('fresh', (p) => p.readiness?.stale === null);
    expect(w.page.readiness?.summary).toMatch(/^Ready/);
  });

  test('reads again only after Retry-After', async () => {
    const { w, asked, pass } = await polled();
    w.sample.faults.next({ status: 429, retryAfter: 90, match: networks, times: 20 });
    await pass(30);
    await w.until('stale', (p) => p.readiness?.stale !== null);
    await settled();
    w.sample.faults.clear();
    asked();
    await pass(89);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBeGreaterThan(0);
    expect(w.page.readiness?.stale).toBeNull();
  });

  test('because the user is signed out, nothing is requested until the next sign-in', async () => {
    const { w, asked, pass } = await polled();
    w.sample.faults.next({ status: 401, times: 200 });
    await pass(30);
    await w.until('stale', (p) => p.readiness?.isSignedOut === true);
    await settled();
    w.sample.faults.clear();
    asked();
    await pass(600);
    expect(asked()).toBe(0);
    await w.call.act({ id: 'signInAgain' });
    await w.until('results', (p) => p.readiness?.state === 'checked' && p.readiness.stale === null);
    expect(w.saved().workspace?.toLowerCase()).toBe(
      sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod').toLowerCase(),
    );
  });
});
