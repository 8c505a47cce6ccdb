import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import type { TenantSummary } from '../../../../src/azure/ports';
import { healthy, openWizard, withReads, type OpenWizard, openWizardInOneGroup } from './open-wizard';

const otherId = '11111111-0000-0000-0000-00000000000a';
const other = { id: otherId, name: 'Contoso Hub', tenantId: 't' };
const asks = (name: string): TenantSummary => ({
  id: `id of ${name}`,
  name,
  refused: new AzureFailure('signedOut', { signIn: 'tenant', tenant: { id: `id of ${name}`, name } }),
});

const subscriptionsOf = (w: OpenWizard) => w.page.plan?.workspace.subscriptions;
const listed = (w: OpenWizard): Promise<void> =>
  w.until('subscriptions', () => !['waiting', 'reading'].includes(subscriptionsOf(w)?.state.is ?? 'waiting'));
const withTwo = (tenants: readonly TenantSummary[] = []) =>
  withReads((read) => ({
    subscriptions: async (stop) => [...(await read.subscriptions(stop)), other],
    tenants: () => Promise.resolve(tenants),
  }));

describe('a sign-in that expires while the plan is open', () => {
  test('is shown above the plan with one button; signing in again reads everything again and keeps the plan', async () => {
    const w = await openWizardInOneGroup(healthy);
    const before = w.saved();
    w.sample.faults.next({ status: 401, times: 50 });
    await w.call.refresh({});
    await w.until('the message', (p) => Boolean(p.plan?.signIn));
    expect(w.page.plan?.signIn?.text).toMatch(/^Your sign-in expired at \d\d:\d\d\. Your plan is kept\.$/);
    expect(w.page.plan?.signIn?.action).toEqual({ id: 'signInAgain', label: 'Sign in again' });
    w.sample.faults.clear();
    await w.call.act({ id: 'signInAgain' });
    await w.until('Readiness again', (p) => p.readiness?.state === 'checked' && p.plan?.signIn === null);
    expect(w.signIns).toEqual([{ again: true }]);
    expect(w.saved()).toEqual(before);
  });

  test('is also shown if Azure refused a change', async () => {
    const w = await openWizardInOneGroup(healthy);
    w.sample.faults.next({ status: 401, times: 50 });
    await w.call.create({ anyway: true }).catch(() => undefined);
    await w.until('the message', (p) => Boolean(p.plan?.signIn));
  });

  test('is no longer shown once Azure responds again', async () => {
    const w = await openWizardInOneGroup(healthy);
    w.sample.faults.next({ status: 401, times: 50 });
    await w.call.refresh({});
    await w.until('the message', (p) => Boolean(p.plan?.signIn));
    w.sample.faults.clear();
    await w.call.refresh({});
    await w.until('silent', (p) => p.plan?.signIn === null);
    expect(w.signIns).toEqual([]);
  });

  test('stays shown if the user cancels the sign-in', async () => {
    const w = await openWizardInOneGroup(healthy, {
      signIn: () => Promise.reject(new Error('User did not consent.')),
    });
    w.sample.faults.next({ status: 401, times: 50 });
    await w.call.refresh({});
    await w.until('the message', (p) => Boolean(p.plan?.signIn));
    await expect(w.call.act({ id: 'signInAgain' })).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    expect(w.page.plan?.signIn).not.toBeNull();
  });

  test('a change of the account elsewhere reads everything again', async () => {
    const w = await openWizardInOneGroup(healthy);
    const before = w.sample.traffic.length;
    w.store.clear();
    await w.until('read again', () => w.sample.traffic.length > before);
    await w.until('Readiness again', (p) => p.readiness?.state === 'checked');
    expect(w.page.readiness?.title).toBe('Readiness of snet-train-gpu');
  });
});

describe('each reason has its own text and one button', () => {
  test.each([
    ['claims', 'Azure requires you to sign in again', 'signInAgain'],
    ['cli-missing', 'Azure CLI (az) isn’t installed', 'chooseAccount'],
    ['cli-signed-out', 'Azure CLI returned no token. Run “az login”', 'signInAgain'],
    ['no-credential', 'No credential was found', 'chooseAccount'],
    ['refused', 'The sign-in service rejected the credential (AADSTS7000215)', 'chooseAccount'],
    ['endpoint', 'The custom cloud’s address isn’t an https address', 'chooseCloud'],
  ] as const)('%s', async (signIn, text, action) => {
    const failure = new AzureFailure('signedOut', { signIn, serviceCode: 'AADSTS7000215' });
    const w = openWizard({ connect: () => Promise.reject(failure) });
    await listed(w);
    const state = subscriptionsOf(w)?.state;
    expect(state).toMatchObject({ is: 'problem', actions: [{ id: action }] });
    expect(state?.is === 'problem' ? state.text : '').toContain(text);
    expect(state?.is === 'problem' ? state.text : '').toContain('Your plan is kept.');
    await w.call.act({ id: action });
    expect([...w.choices, ...w.signIns.map(() => 'signIn')]).toEqual([
      { signInAgain: 'signIn', chooseAccount: 'account', chooseCloud: 'cloud' }[action],
    ]);
  });

  test('an untrusted certificate', async () => {
    const w = openWizard({ connect: () => Promise.reject(new AzureFailure('offline', { untrusted: true })) });
    await listed(w);
    expect(subscriptionsOf(w)?.state).toMatchObject({
      is: 'problem',
      text: expect.stringContaining('doesn’t trust the certificate') as string,
      actions: [{ id: 'readSubscriptions' }],
    });
  });
});

describe('guest tenants', () => {
  test('a tenant that requires a separate sign-in, without other subscriptions: its name and its button', async () => {
    const w = openWizard({
      connect: withReads(() => ({
        subscriptions: () => Promise.resolve([]),
        tenants: () => Promise.resolve([{ id: 'c', name: 'Contoso', refused: null }, asks('Fabrikam')]),
      })),
    });
    await listed(w);
    await w.until('empty', () => subscriptionsOf(w)?.state.is === 'empty');
    await w.until('who', () => JSON.stringify(subscriptionsOf(w)).includes('Fabrikam'));
    expect(subscriptionsOf(w)?.state).toEqual({
      is: 'empty',
      text: 'Fabrikam requires a separate sign-in. Your plan is kept.',
      actions: [{ id: 'signInTo:id of Fabrikam', label: 'Sign in to Fabrikam…' }],
    });
    await w.call.act({ id: 'signInTo:id of Fabrikam' });
    expect(w.signIns).toEqual([{ tenant: 'id of Fabrikam' }]);
  });

  test('is a note if other subscriptions are read', async () => {
    const w = openWizard({ connect: withTwo([asks('Fabrikam')]) });
    await w.until('note', () => Boolean(subscriptionsOf(w)?.note));
    expect(subscriptionsOf(w)?.note).toEqual({
      text: 'Fabrikam requires a separate sign-in. Its subscriptions aren’t shown.',
      action: { id: 'signInTo:id of Fabrikam', label: 'Sign in to Fabrikam…' },
    });
    const several = openWizard({ connect: withTwo([asks('Fabrikam'), asks('Tailwind')]) });
    await several.until('note', () => Boolean(subscriptionsOf(several)?.note));
    expect(subscriptionsOf(several)?.note?.text).toContain('2 tenants require');
    await several.call.act({ id: 'chooseOrganization' });
    expect(several.choices).toEqual(['organization']);
  });

  test('a sign-in to another tenant is refused', async () => {
    const w = openWizard({ connect: withTwo([asks('Fabrikam')]) });
    await w.until('note', () => Boolean(subscriptionsOf(w)?.note));
    await expect(w.call.act({ id: 'signInTo:evil' })).rejects.toMatchObject({
      problem: { code: 'notFound' },
    });
    expect(w.signIns).toEqual([]);
  });
});

describe('the filter of subscriptions', () => {
  test('shows the chosen ones, and how many aren’t shown', async () => {
    const w = openWizard({ connect: withTwo(), shown: () => [otherId] });
    await w.until('note', () => Boolean(subscriptionsOf(w)?.note));
    expect(subscriptionsOf(w)?.rows).toEqual([{ id: otherId, name: 'Contoso Hub' }]);
    expect(subscriptionsOf(w)?.note).toEqual({
      text: '1 of 2 subscriptions shown.',
      action: { id: 'chooseSubscriptions', label: 'Change' },
    });
    // The only subscription that is shown is selected.
    expect(w.page.plan?.workspace.subscription).toBe(otherId);
    await w.call.act({ id: 'chooseSubscriptions' });
    expect(w.choices).toEqual(['subscriptions']);
  });

  test('that hides all subscriptions is reported', async () => {
    const w = openWizard({ connect: withTwo(), shown: () => ['gone'] });
    await w.until('empty', () => subscriptionsOf(w)?.state.is === 'empty');
    expect(subscriptionsOf(w)).toMatchObject({
      state: {
        text: 'Your subscription filter hides all 2 subscriptions.',
        actions: [{ id: 'chooseSubscriptions' }],
      },
      note: null,
    });
  });

  test('that changes elsewhere applies at once, without a read; the selection stays', async () => {
    let shown: readonly string[] | null = null;
    const w = openWizard({ connect: withTwo(), shown: () => shown });
    await w.until('two', () => subscriptionsOf(w)?.rows.length === 2);
    const [first] = subscriptionsOf(w)?.rows ?? [];
    await w.call.chooseSubscription({ id: first?.id ?? '' });
    const before = w.sample.traffic.length;
    shown = [otherId];
    w.session.refilter();
    shown = ['gone'];
    w.session.refilter();
    await w.until('one', () => subscriptionsOf(w)?.rows.length === 1);
    expect(subscriptionsOf(w)?.rows).toEqual([first]);
    expect(w.sample.traffic).toHaveLength(before);
  });
});

describe('an incomplete live list of service tags', () => {
  test.each([
    ['empty', []],
    ['without AzureMachineLearning', ['AzureMachineLearning']],
  ])('%s: the built-in list stays, and Readiness states it', async (what, missing) => {
    const w = await openWizardInOneGroup(healthy, {
      connect: withReads((read) => ({
        serviceTags: async (...place) => {
          const live = await read.serviceTags(...place);
          const kept = Object.entries(live.tags).filter(([name]) => !missing.includes(name));
          return { ...live, changeNumber: '999', tags: what === 'empty' ? {} : Object.fromEntries(kept) };
        },
      })),
    });
    await w.until('the message', (p) => p.readiness?.dates.includes('shipped') === true);
    expect(w.page.readiness?.dates).toContain(
      '9 Nov 2025 (shipped list: Azure’s list is empty or incomplete)',
    );
    expect(w.page.readiness?.summary).toMatch(/^Ready/);
  });

  test('a complete one is used with its own date', async () => {
    const w = await openWizardInOneGroup(healthy, {
      connect: withReads((read) => ({
        serviceTags: async (...place) => ({ ...(await read.serviceTags(...place)), changeNumber: '999' }),
      })),
    });
    await w.until('live', (p) => p.readiness?.dates.includes('9 Nov 2025') === false);
    expect(w.page.readiness?.dates).not.toContain('shipped');
  });
});
