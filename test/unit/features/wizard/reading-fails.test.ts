import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import type { Readiness } from '../../../../src/contract/wizard/readiness';
import type { ListState } from '../../../../src/contract/wizard/shared-schemas';
import type { Fault } from '../../../../src/sandbox/faults';
import {
  pickWorkspace,
  denyAllSubnet,
  gate,
  healthy,
  manualClock,
  openWizardAt,
  openWizard,
  withReads,
  type OpenWizard,
  openWizardInOneGroup,
  pickSubnet,
  readinessRowOf,
} from './open-wizard';
import { sampleNetworks } from '../../../support/sample-networks';

const networks = 'providers/Microsoft.Network/virtualNetworks';

function readinessOf(w: OpenWizard): Readiness {
  if (!w.page.readiness) throw new Error('There is no Readiness');
  return w.page.readiness;
}

const dateOf = (readiness: Readiness): number => Date.parse(readiness.readAt ?? '');

describe('a list that fails to load', () => {
  test.each([
    [
      'offline',
      { kind: 'offline' },
      'This computer can’t reach Azure. Check the network connection or the proxy.',
    ],
    ['500', { status: 500 }, 'Azure reported an error: An error occurred.'],
  ] as const)('%s: one sentence and a next step; the other lists stay usable', async (_, fault, text) => {
    const w = openWizard({
      before: (sample) => sample.faults.next({ ...(fault as Fault), match: networks, times: 50 }),
    });
    await w.until('problem', (p) => p.networks?.state.is === 'problem');
    expect(w.page.networks?.state).toEqual({
      is: 'problem',
      text,
      retryAt: null,
      actions: [{ id: 'readNetworks', label: 'Try again' }],
    });
    await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    w.sample.faults.clear();
    await w.call.act({ id: 'readNetworks' });
    expect(w.page.networks?.state.is).toBe('ready');
    expect(w.page.networks?.rows).toHaveLength(sampleNetworks().length);
  });

  const forbidden = { status: 403, code: 'AuthorizationFailed' } as const;
  const labels = (state: ListState | undefined): readonly string[] =>
    state?.is === 'problem' ? [state.text, ...state.actions.map((one) => one.label)] : [];

  test('403 on the networks: the required role, and a link to another subscription or account', async () => {
    const w = openWizard({
      before: (sample) => sample.faults.next({ ...forbidden, match: networks, times: 50 }),
    });
    await w.until('problem', (p) => p.networks?.state.is === 'problem');
    expect(labels(w.page.networks?.state)).toEqual([
      'You don’t have permission to read virtual networks. Required role: Reader on Contoso Research.',
      'Choose another subscription',
      'Choose account…',
      'Try again',
    ]);
    const { led = 0 } = w.page.plan ?? {};
    await w.call.openSection({ section: 'network' });
    await w.call.act({ id: 'chooseSubscription' });
    await w.until('Where', (p) => p.plan?.opened === 'workspace' && p.plan.led === led + 1);
    await w.call.act({ id: 'chooseAccount' });
    expect(w.choices).toEqual(['account']);
  });

  test('403 on subscriptions or workspaces: a link to another account', async () => {
    const w = openWizard({
      before: (sample) => sample.faults.next({ ...forbidden, match: /\/workspaces$/, times: 50 }),
    });
    await w.until('problem', (p) => p.plan?.workspace.workspaces.state.is === 'problem');
    expect(labels(w.page.plan?.workspace.workspaces.state)).toEqual([
      'You don’t have permission to read Azure Machine Learning workspaces. Required role: Reader on Contoso Research.',
      'Choose account…',
      'Try again',
    ]);
    const other = openWizard({
      before: (sample) => sample.faults.next({ ...forbidden, match: /\/subscriptions$/, times: 50 }),
    });
    await other.until('problem', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    expect(labels(other.page.plan?.workspace.subscriptions.state)).toEqual([
      'You don’t have permission to read subscriptions. Required role: Reader.',
      'Choose account…',
      'Try again',
    ]);
  });

  test('401: an expired sign-in, with a button to sign in again', async () => {
    const w = openWizard({ before: (sample) => sample.faults.next({ status: 401, times: 50 }) });
    await w.until('problem', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    expect(w.page.plan?.workspace.subscriptions.state).toMatchObject({
      actions: [{ id: 'signInAgain', label: 'Sign in again' }],
    });
    w.sample.faults.clear();
  });

  test('429: the time of the next retry is shown, and its result is used like an immediate one', async () => {
    const clock = manualClock();
    const w = openWizard({
      clock,
      before: (sample) => sample.faults.next({ status: 429, retryAfter: 12, match: networks, times: 20 }),
    });
    await w.until('throttled', (p) => p.networks?.state.is === 'problem');
    expect(w.page.networks?.state).toMatchObject({
      text: 'Azure is throttling requests.',
      retryAt: '2026-07-30T10:00:12.000Z',
    });
    await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    const id = w.page.plan?.workspace.workspaces.rows.find((one) => one.name === 'mlw-fraud-prod')?.id ?? '';
    await w.call.chooseWorkspace({ id });
    w.sample.faults.clear();
    clock.advance(11_000);
    expect(w.page.networks?.state.is).toBe('problem');
    clock.advance(1_000);
    await w.until('read', (p) => p.networks?.state.is === 'ready');
    // As after any read: the workspace's own network is suggested.
    await w.until('suggested', (p) => p.subnets?.networkName === 'vnet-ml-prod-weu');
  });

  test('a manual retry replaces the scheduled one', async () => {
    const clock = manualClock();
    const w = openWizard({
      clock,
      before: (sample) => sample.faults.next({ status: 429, retryAfter: 12, match: networks, times: 20 }),
    });
    await w.until('throttled', (p) => p.networks?.state.is === 'problem');
    w.sample.faults.clear();
    await w.call.act({ id: 'readNetworks' });
    await w.until('read', (p) => p.networks?.state.is === 'ready');
    const before = w.sample.traffic.length;
    clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(w.sample.traffic.length).toBe(before);
  });

  test('if compute resources can’t be read, names aren’t checked; the page states it and doesn’t block', async () => {
    const w = openWizard({
      before: (sample) => sample.faults.next({ status: 403, match: '/computes', times: 50 }),
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    expect(w.page.plan?.size.nameState).toEqual({
      is: 'problem',
      text: 'The name wasn’t checked: couldn’t read the compute resources of mlw-fraud-prod.',
    });
  });

  test('machine sizes: the list shows the reason, and an unreadable quota doesn’t block', async () => {
    const w = openWizard({
      before: (sample) => {
        sample.faults.next({ status: 403, match: '/vmSizes', times: 1 });
        sample.faults.next({ status: 403, match: '/usages', times: 50 });
      },
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    expect(w.page.plan?.size.vmSizes.state).toMatchObject({ is: 'problem', actions: [{ id: 'readSizes' }] });
    await w.call.act({ id: 'readSizes' });
    expect(w.page.plan?.size.vmSizes.state.is).toBe('ready');
    expect(
      w.page.plan?.size.vmSizes.rows.every((one) => one.quota === 'couldn’t read the quota' && one.available),
    ).toBe(true);
    expect(w.page.plan?.size.quota).toEqual({ text: 'couldn’t read the quota', shortage: null });
    await pickSubnet(w, healthy.network, healthy.subnet);
    await w.until('Readiness', (p) => p.readiness?.state === 'checked');
    expect(readinessRowOf(w.page.readiness, 'quota-aml-compute')).toMatchObject({
      icon: 'info',
      counts: 'note',
    });
  });
});

describe('Readiness whose read fails', () => {
  test.each([
    [
      'offline',
      { kind: 'offline' },
      'This computer can’t reach Azure. Check the network connection or the proxy.',
    ],
    ['500', { status: 500 }, 'Azure reported an error: An error occurred.'],
    ['429', { status: 429, retryAfter: 30 }, 'Azure is throttling requests. Retrying at '],
    ['503', { status: 503, retryAfter: 30 }, 'Azure is temporarily unavailable. Retrying at '],
    ['401', { status: 401 }, 'You’re signed out.'],
  ] as const)(
    '%s: keeps its results, shows their age, and recovers with the next read',
    async (_, fault, why) => {
      const w = await openWizardInOneGroup(denyAllSubnet);
      const before = readinessOf(w);
      w.sample.faults.next({ ...(fault as Fault), match: networks, times: 50 });
      await w.call.refresh({});
      await w.until('stale', (p) => p.readiness?.stale !== null);
      const { stale, summary, readAt, checking, groups } = readinessOf(w);
      expect(stale).toMatch(/^Last read at \d\d:\d\d\. /);
      expect(stale).toContain(why);
      expect([summary, readAt, checking]).toEqual([before.summary, before.readAt, false]);
      expect(groups).toEqual(before.groups);
      w.sample.faults.clear();
      await w.call.refresh({});
      await w.until('fresh', (p) => p.readiness?.stale === null);
      expect(dateOf(readinessOf(w))).toBeGreaterThanOrEqual(dateOf(before));
    },
  );

  test('keeps its age if it’s checked again without a read', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.refresh({});
    const before = dateOf(readinessOf(w));
    expect(before).toBeGreaterThan(0);
    await w.call.chooseProfile({ profile: '2020-12' });
    await w.until('results', (p) => p.readiness?.profile === '2020-12');
    expect(dateOf(readinessOf(w))).toBe(before);
  });

  /** Returns a wizard whose next read of Readiness is pending until the test ends it. */
  async function openHeld() {
    const clock = manualClock();
    let hold: Promise<void> = Promise.resolve();
    const connect = withReads((read) => ({
      refreshSubnet: async (...asked) => {
        await hold;
        return read.refreshSubnet(...asked);
      },
    }));
    const w = await openWizardAt(denyAllSubnet, { clock, connect });
    const held = gate();
    hold = held.promise;
    return { w, clock, end: () => held.open() };
  }

  test('shows “Checking…” only after 300 ms', async () => {
    const { w, clock, end } = await openHeld();
    const reading = w.call.refresh({});
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(w.page.readiness?.checking).toBe(false);
    clock.advance(300);
    await w.until('checking', (p) => p.readiness?.checking === true);
    end();
    await reading;
    await w.until('done', (p) => p.readiness?.checking === false);
  });

  test('doesn’t keep “Checking…” if another selection is made meanwhile', async () => {
    const { w, clock, end } = await openHeld();
    const reading = w.call.refresh({});
    await new Promise((resolve) => setTimeout(resolve, 5));
    clock.advance(300);
    await w.until('checking', (p) => p.readiness?.checking === true);
    const other = w.page.networks?.rows.find((one) => one.name === 'vnet-ml-dev-weu')?.id ?? '';
    await w.call.chooseNetwork({ id: other });
    end();
    await reading;
    await w.until('not checking', (p) => p.readiness?.checking === false);
  });

  test('reports a subnet that was deleted as gone', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    w.sample.faults.next({ status: 404, match: networks, times: 50 });
    await w.call.refresh({});
    await w.until('stale', (p) => p.readiness?.stale !== null);
    expect(w.page.readiness?.stale).toContain('The resource no longer exists in Azure. Choose again.');
  });
});

test('unreadable roles keep the subnet ready in its row as in Readiness, and are counted there', async () => {
  const w = await openWizardInOneGroup(healthy, {
    before: (sample) => sample.faults.next({ match: /authorization\/permissions/i, status: 500, times: 50 }),
  });
  await w.until(
    'unknown',
    (p) => p.readiness?.counts.some((one) => one.text.endsWith('to confirm')) === true,
  );
  // Rows are checked again with the current data.
  await w.call.act({ id: 'readNetworks' });
  const rowOf = () => w.page.subnets?.rows.find((one) => one.name === healthy.subnet);
  await w.call.checkRows({ ids: [rowOf()?.id ?? ''] });
  const row = rowOf();
  expect(row?.outcome).toEqual({ icon: 'warning', text: 'Ready, 1 warning' });
  expect(w.page.readiness?.summary).toBe('Ready, 1 warning');
});

describe('a transient failure is retried automatically', () => {
  const lists: Readonly<Record<string, readonly [match: RegExp, isShown: (w: OpenWizard) => boolean]>> = {
    sizes: [/\/vmSizes/, ({ page }) => page.plan?.size.vmSizes.state.is === 'ready'],
    quotas: [/\/usages/, ({ page }) => page.plan?.size.quota?.text.startsWith('couldn’t') === false],
    identities: [/userAssignedIdentities/, ({ page }) => page.plan?.size.identity.state.is === 'ready'],
  };

  test.each(Object.entries(lists))('%s, while the page is visible', async (_, [match, isShown]) => {
    const clock = manualClock();
    let isWatched = false;
    const w = openWizard({
      clock,
      isWatched: () => isWatched,
      before: ({ faults }) => faults.next({ match, status: 500, times: 50 }),
    });
    await w.until('networks', (p) => p.networks?.state.is === 'ready');
    await pickWorkspace(w, 'mlw-fraud-prod');
    w.sample.faults.clear();
    clock.advance(10_000);
    expect(isShown(w)).toBe(false);
    isWatched = true;
    w.store.look();
    clock.advance(10_000);
    await w.until('read', () => isShown(w));
  });

  test('the connection', async () => {
    const clock = manualClock();
    let isDown = true;
    const w = openWizard({
      clock,
      isWatched: () => true,
      connect: (own) => (isDown ? Promise.reject(new AzureFailure('offline')) : Promise.resolve(own)),
    });
    await w.until('offline', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    isDown = false;
    clock.advance(10_000);
    await w.until('read', (p) => p.networks?.state.is === 'ready');
  });
});
