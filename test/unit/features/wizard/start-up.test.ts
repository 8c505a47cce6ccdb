import { describe, expect, test } from 'vitest';
import { decodeStoredPlan, noChoices } from '../../../../src/contract/wizard/stored-choices';
import { AzureFailure } from '../../../../src/azure/failure';
import { sampleSubnetId, sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  gate,
  pickWorkspace,
  healthy,
  isShown,
  openWizard,
  withReads,
  openWizardInOneGroup,
} from './open-wizard';

const allRead = (w: ReturnType<typeof openWizard>): Promise<void> =>
  w.until(
    'everything read',
    (p) => p.networks?.state.is === 'ready' && p.plan?.workspace.workspaces.state.is === 'ready',
  );

test('the open section is restored on the next page, and in the next window', async () => {
  const w = openWizard();
  await allRead(w);
  expect(w.page.plan?.opened).toBeNull();
  await w.call.openSection({ section: 'size' });
  expect(w.savedOpened()).toBe('size');
  const page = w.reopen();
  await w.until('the next page', () => page.plan?.opened === 'size');
  const next = openWizard({ opened: 'size' });
  await next.until('the next window', (p) => p.plan?.opened === 'size');
});

test('opening a section doesn’t send lists again', async () => {
  const w = openWizard();
  await allRead(w);
  const before = w.received.length;
  await w.call.openSection({ section: 'none' });
  const signals = w.received.slice(before).flatMap((one) => (one.is === 'signal' ? [one.name] : []));
  expect(signals).toEqual(['planChanged']);
});

test('resetting the sample reads everything again', async () => {
  const renewed: string[] = [];
  const w = openWizard({ renewSample: () => void renewed.push('sample') });
  await allRead(w);
  const before = w.sample.traffic.length;
  await w.call.act({ id: 'renewSample' });
  await allRead(w);
  expect(renewed).toEqual(['sample']);
  expect(w.sample.traffic.length).toBeGreaterThan(before);
});

describe('opening', () => {
  test('selects the only subscription', async () => {
    const w = openWizard();
    await allRead(w);
    const workspace = w.page.plan?.workspace;
    expect(workspace?.subscriptions.rows.map((one) => one.name)).toEqual(['Contoso Research']);
    expect(workspace?.subscription).toBe(workspace?.subscriptions.rows[0]?.id);
    expect(workspace?.workspaces.rows.map((one) => [one.name, one.privateLink, one.network])).toEqual([
      ['mlw-fraud-prod', 'yes', 'your network'],
      ['mlw-risk-prod', 'no', 'managed (approved outbound)'],
      ['mlw-risk-dev', 'no', 'your network'],
      ['hub-claims-ai', 'no', 'managed (internet outbound)'],
      ['prj-claims-letters', 'no', 'managed (internet outbound)'],
      ['fs-fraud', 'no', 'your network'],
      ['mlw-underwriting', 'yes', 'your network'],
      ['mlw-actuary', 'no', 'your network'],
    ]);
  });

  test('until the account is known, subscriptions are being read, and none is to be chosen', async () => {
    const w = openWizard({ connect: () => new Promise(() => undefined) });
    await w.until('the first page', (p) => isShown(p.plan));
    expect(w.page.plan?.workspace.subscriptions.state).toEqual({ is: 'reading' });
  });

  test('selects none of several subscriptions', async () => {
    const other = { id: '11111111-0000-0000-0000-000000000000', name: 'Contoso Hub', tenantId: 't' };
    const withOther = withReads((read) => ({
      subscriptions: async (stop) => [...(await read.subscriptions(stop)), other],
    }));
    const w = openWizard({
      connect: async (own) => ({ ...(await withOther(own)), sample: false, account: 'anna@contoso.com' }),
    });
    await w.until('subscriptions', (p) => p.plan?.workspace.subscriptions.state.is === 'ready');
    expect(w.page.plan?.workspace.subscriptions.rows).toHaveLength(2);
    expect(w.page.plan?.workspace.subscription).toBeNull();
    expect(w.page.plan?.workspace.workspaces.state.is).toBe('waiting');
    expect(w.page.plan?.sections.workspace.missing).toBe('Choose a subscription to continue');
  });

  test('selects the first of the sample; its second one has 500 networks and its own workspaces', async () => {
    const w = openWizard({ sample: { large: true } });
    await allRead(w);
    const { subscriptions, subscription } = w.page.plan!.workspace;
    const [first, second] = subscriptions.rows;
    expect([first?.name, second?.name]).toEqual(['Contoso Research', 'Contoso Landing Zones']);
    expect(subscription).toBe(first?.id);
    await w.call.chooseSubscription({ id: second!.id });
    await w.until('networks', (p) => p.networks?.rows.length === 500);
    const workspaces = w.page.plan!.workspace.workspaces.rows.map((one) => one.name);
    expect(workspaces).toEqual(['mlw-lz-shared', 'mlw-lz-secure']);
    expect(w.page.networks!.rows.reduce((sum, one) => sum + one.subnets, 0)).toBe(2500);
  });

  test('reports an empty subscription list, for an account and for the sample', async () => {
    const w = openWizard({
      connect: async (own) => ({
        ...(await withReads(() => ({ subscriptions: () => Promise.resolve([]) }))(own)),
        sample: false,
        account: 'anna@contoso.com',
      }),
    });
    await w.until('empty', (p) => p.plan?.workspace.subscriptions.state.is === 'empty');
    expect(w.page.plan?.workspace.subscriptions.state).toMatchObject({
      text: 'anna@contoso.com can’t see a subscription. Check the roles of the account, or choose another account.',
    });
    const sample = openWizard({ connect: withReads(() => ({ subscriptions: () => Promise.resolve([]) })) });
    await sample.until('empty', (p) => p.plan?.workspace.subscriptions.state.is === 'empty');
    expect(sample.page.plan?.workspace.subscriptions.state).toMatchObject({
      text: 'The sample doesn’t contain a subscription.',
    });
  });

  test('signed out, offers to sign in or to use the sample', async () => {
    const w = openWizard({ connect: () => Promise.reject(new AzureFailure('signedOut')) });
    await w.until('signed out', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    expect(w.page.plan?.workspace.subscriptions.state).toEqual({
      is: 'problem',
      text: 'You’re signed out. Sign in to continue. Your plan is kept.',
      retryAt: null,
      actions: [
        { id: 'signIn', label: 'Sign in to Azure…' },
        { id: 'useSample', label: 'Open sample subscription' },
      ],
    });
    expect(w.page.plan?.workspace.workspaces.state.is).toBe('waiting');
  });

  test('signed out for the first time, shows what is possible without an account', async () => {
    const w = openWizard({ connect: () => Promise.reject(new AzureFailure('signedOut')), networkFiles: 3 });
    await w.until('the first page', (p) => p.plan?.start?.files === 3);
    expect(w.page.plan?.start).toEqual({
      isSigningIn: false,
      problem: null,
      signIn: { id: 'signIn', label: 'Sign in to Azure…' },
      files: 3,
    });
    await w.call.act({ id: 'checkFiles' });
    await w.call.act({ id: 'openFolder' });
    expect(w.opened).toEqual(['check of files', 'folder']);
  });

  test.each([null, 0, 1])('signed out, %j files of the folder describe networks', async (networkFiles) => {
    const w = openWizard({ connect: () => Promise.reject(new AzureFailure('signedOut')), networkFiles });
    await w.until('the count', (p) => p.plan?.start?.files === networkFiles);
  });

  test('a sign-in in progress can be canceled, and a failed one is reported', async () => {
    const refusal = gate<Error>();
    const w = openWizard({
      connect: () => Promise.reject(new AzureFailure('signedOut')),
      changeAccount: async () => Promise.reject(await refusal.promise),
    });
    await w.until('the first page', (p) => Boolean(p.plan?.start));
    const signingIn = w.call.act({ id: 'signIn' }).catch(() => 'given up');
    await w.until('under way', (p) => p.plan?.start?.isSigningIn === true);
    await w.call.act({ id: 'cancelSignIn' });
    await w.until('left', (p) => p.plan?.start?.isSigningIn === false);
    refusal.open(new Error('User did not consent to login.'));
    expect(await signingIn).toBe('given up');
    expect(w.page.plan?.start?.problem).toBeNull();
    await w.call.act({ id: 'signIn' }).catch(() => undefined);
    await w.until('failed', (p) => p.plan?.start?.problem !== null);
    expect(w.page.plan?.start?.problem).toBe('The sign-in didn’t finish. Try again, or explore the sample.');
  });

  test('signed out with a plan, shows the plan with a bar', async () => {
    const w = openWizard({
      connect: () => Promise.reject(new AzureFailure('signedOut')),
      choices: { ...noChoices, workspace: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') },
    });
    await w.until('the bar', (p) => Boolean(p.plan?.signIn));
    expect(w.page.plan?.start).toBeNull();
    expect(w.page.plan?.signIn?.text).toMatch(/^Signed out at \d\d:\d\d\. Sign in to continue\.$/);
  });

  test('the sample is opened by its button, and everything is read', async () => {
    let signedIn = false;
    const w = openWizard({
      connect: (own) => (signedIn ? Promise.resolve(own) : Promise.reject(new AzureFailure('signedOut'))),
      changeAccount: () => Promise.resolve(void (signedIn = true)),
    });
    await w.until('signed out', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    await w.call.act({ id: 'useSample' });
    await allRead(w);
    expect(w.accounts).toEqual(['sample']);
    expect(w.page.plan?.sample).toBe(true);
  });

  test('a canceled sign-in isn’t an internal error', async () => {
    const w = openWizard({
      connect: () => Promise.reject(new AzureFailure('signedOut')),
      changeAccount: () => Promise.reject(new Error('User did not consent to login.')),
    });
    await w.until('signed out', (p) => p.plan?.workspace.subscriptions.state.is === 'problem');
    await expect(w.call.act({ id: 'signIn' })).rejects.toMatchObject({ problem: { code: 'cancelled' } });
  });

  test('another account doesn’t show data of the one before', async () => {
    let account = 0;
    const w = openWizard({
      connect: async (own) => {
        account += 1;
        if (account === 1) return own;
        const none = await withReads(() => ({ subscriptions: () => Promise.resolve([]) }))(own);
        return { ...none, sample: false, account: 'berta@contoso.com' };
      },
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.call.act({ id: 'signIn' });
    await w.until('the other account', (p) => p.plan?.account === 'berta@contoso.com');
    await w.until('no subscription', (p) => p.plan?.workspace.subscriptions.state.is === 'empty');
    const { plan, networks, readiness } = w.page;
    expect(plan?.workspace.subscription).toBeNull();
    expect(plan?.workspace.workspaces).toEqual({ state: { is: 'waiting' }, rows: [] });
    expect(networks).toMatchObject({ state: { is: 'waiting' }, rows: [] });
    expect(readiness?.state).toBe('empty');
    expect(plan?.sections.workspace.complete).toBe(false);
  });
});

describe('stored choices', () => {
  const stored = {
    ...noChoices,
    subscription: '5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10',
    workspace: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
    network: sampleNetworkId('rg-network-prod', 'virtualNetworks', 'vnet-ml-prod-weu'),
    subnet: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training'),
    name: 'cpu-fraud',
    maxNodes: 6,
  };

  test('are restored up to Readiness', async () => {
    const w = openWizard({ choices: stored });
    await w.until('Readiness', (p) => p.readiness?.state === 'checked');
    await w.until('sizes', (p) => p.plan?.sections.size.complete === true);
    expect(w.page.readiness?.title).toBe('Readiness of snet-training');
    expect(w.page.plan?.size).toMatchObject({ name: 'cpu-fraud', nodes: { min: 0, max: 6 } });
    expect(w.page.plan?.sections.network.summary).toBe('snet-training in vnet-ml-prod-weu, rg-network-prod');
  });

  test('a page that is created again gets everything at once', async () => {
    const w = await openWizardInOneGroup(healthy);
    const again = w.reopen();
    await w.until('the second page', () => again.readiness !== undefined && again.creation !== undefined);
    expect(again).toEqual(w.page);
  });

  test('choices that no longer exist aren’t selected, and nothing fails', async () => {
    const w = openWizard({
      choices: {
        ...stored,
        network: sampleNetworkId('rg-network-prod', 'virtualNetworks', 'vnet-gone'),
        subnet: sampleSubnetId('rg-network-prod', 'vnet-gone', 'snet-gone'),
        vmSize: 'STANDARD_GONE',
      },
    });
    await w.until('sizes', (p) => p.plan?.size.vmSizes.state.is === 'ready');
    await w.until('networks', (p) => p.networks?.state.is === 'ready');
    // No choice is left, so a subnet is preselected as on the first visit.
    await w.until('preselected', (p) => p.plan?.network.recommended !== null);
    expect(w.page.plan?.sections.network.summary).toContain('snet-train-gpu');
    // A machine size that is no longer offered is replaced by the default.
    expect(w.page.plan?.size.vmSize).toBe('STANDARD_D2_V2');
    expect(w.logged).toEqual([]);
  });

  test('a workspace and a subscription that no longer exist aren’t selected', async () => {
    const gone = openWizard({
      choices: { ...stored, workspace: sampleWorkspaceId('rg-ml-prod', 'mlw-gone') },
    });
    await gone.until('another is preselected', (p) => Boolean(p.plan?.workspace.recommended));
    expect(gone.page.plan?.workspace.workspace).toBe(stored.workspace);
    const other = openWizard({ choices: { ...stored, subscription: 'of-another-account' } });
    await other.until('workspace', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    expect(other.page.plan?.workspace.subscription).toBe(stored.subscription);
  });

  test.each([
    ['nothing', undefined],
    ['text', 'cpu-cluster'],
    ['null', null],
    ['a list', [1, 2]],
    ['another version', { subscription: 's', kind: 'cluster' }],
    ['a wrong kind', { ...stored, kind: 'spark' }],
    ['a number as text', { ...stored, minNodes: '3' }],
    ['a negative number of nodes', { ...stored, minNodes: -1 }],
    ['half a node', { ...stored, maxNodes: 2.5 }],
    ['a network that isn’t text', { ...stored, network: { id: 'x' } }],
  ])('%s as stored data is ignored', (_, raw) => {
    expect(decodeStoredPlan({ choices: raw, opened: null })).toBeUndefined();
  });

  test('contain what the user chose and nothing that was read', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(Object.keys(w.saved()).sort()).toEqual(Object.keys(noChoices).sort());
    const plan = { choices: w.saved(), opened: w.savedOpened() };
    expect(decodeStoredPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    expect(JSON.stringify(w.saved())).not.toContain('sandbox');
  });
});
