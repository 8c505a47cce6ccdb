import { describe, expect, test } from 'vitest';
import type { LoggedChange } from '../../../../src/core/logged-change';
import { relevantChanges } from '../../../../src/features/wizard/actions/read-after-failure';
import type { Fault } from '../../../../src/sandbox/faults';
import { colleague } from '../../../../src/sandbox/other-user';
import { sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  denyAllSubnet,
  hasEnded,
  healthy,
  openWizardInOneGroup,
  withReads,
  type OpenWizard,
  type OpenWizardOptions,
} from './open-wizard';

const nsg = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
const ruleId = `${nsg}/securityRules/Deny-All`;
const principal = 'b1e4a6c2-3f5d-4a07-9c88-7d2e6f10a943';

/** Creates a cluster whose nodes don't start, because a rule blocks them. */
async function failed(options: OpenWizardOptions = {}): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(denyAllSubnet, options);
  await w.call.changeSize({ name: 'cpu-fraud', minNodes: 1 });
  await w.call.create({ anyway: true });
  await w.until('the end', hasEnded);
  return w;
}

const changesOf = ({ page }: OpenWizard): readonly string[] =>
  page.creation?.likely.flatMap(({ changes }) => changes) ?? [];

/** Returns a wizard whose activity log has these changes of the rule and of its NSG. */
function withLog(...logged: readonly Partial<LoggedChange>[]): OpenWizardOptions {
  const at = '2026-11-27T14:02:00.000Z';
  return {
    connect: withReads(() => ({
      lastChange: (place) => {
        const found = logged.find(({ scope = 'own' }) => scope === place.scope);
        return Promise.resolve(found ? { ...place, at, caller: 'ana@contoso.com', ...found } : null);
      },
    })),
  };
}

const askedLog = (w: OpenWizard): boolean =>
  w.sample.traffic.some(({ path }) => path.includes('/eventtypes/'));

describe('after a creation failed because of a rule', () => {
  test('the page adds who last changed the rule, below the most likely cause only', async () => {
    const w = await failed();
    await w.until('the change', () => changesOf(w).length > 0);
    const [most] = w.page.creation?.likely ?? [];
    expect(most?.rank).toBe('Most likely');
    expect(changesOf(w)).toEqual(most?.changes);
    expect(most?.changes).toEqual([
      expect.stringMatching(
        /^ben\.fischer@contoso\.com last changed Deny-All on \d+ \w+ \d{4}, \d\d:\d\d \(activity log\)\. That was \d+ (minutes?|hours?|days?) before you sent the request\.$/,
      ),
    ]);
    expect(w.page.creation?.heading).not.toContain(colleague);
  });

  test('it does in French', async () => {
    const w = await failed({ language: 'fr' });
    await w.until('the change', () => changesOf(w).length > 0);
    expect(changesOf(w)[0]).toMatch(
      /^Dernière modification de Deny-All\u00a0: ben\.fischer@contoso\.com, le \d+ .+ \d{4},? .*\d\d:\d\d \(journal d’activité\)\. C’était \d+ (minutes?|heures?|jours?) avant l’envoi de votre requête\.$/u,
    );
  });

  test('the name is only on the page: not in the copy for support, the saved report, the log, or telemetry', async () => {
    const w = await failed();
    await w.until('the change', () => changesOf(w).length > 0);
    await w.call.copyFailure({});
    await w.call.saveFailure({});
    expect([w.copied, w.savedTexts].map((one) => one.length)).toEqual([1, 1]);
    const elsewhere = JSON.stringify([w.copied, w.savedTexts, w.logged, w.counted, w.notified, w.saved()]);
    expect(elsewhere).not.toContain(colleague);
  });

  test('a service principal is named as such, and a later change of the whole NSG is added', async () => {
    const later = '2026-11-28T09:30:00.000Z';
    const w = await failed(withLog({ scope: 'own' }, { scope: 'whole', at: later, caller: principal }));
    await w.until('the changes', () => changesOf(w).length > 1);
    expect(changesOf(w)).toEqual([
      expect.stringMatching(/^ana@contoso\.com last changed Deny-All on /),
      expect.stringMatching(`^Service principal ${principal} last changed nsg-training as a whole on `),
    ]);
  });

  test.each<readonly [string, Fault | null]>([
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['404', { status: 404 }],
    ['429', { status: 429, retryAfter: 60 }],
    ['500', { status: 500 }],
    ['no connection', { kind: 'offline' }],
    ['no answer', { kind: 'hang' }],
    ['no permission', null],
  ])('%s: the page is complete without it, and shows no problem', async (_, fault) => {
    const type = 'Microsoft.Insights/eventtypes/values';
    const w = await failed({
      before: (sample) => {
        if (fault) sample.faults.next({ ...fault, match: '/eventtypes/', times: Infinity });
        else sample.access.deny({ scope: nsg, verbs: ['read'], type });
      },
    });
    if (fault?.kind === undefined) await w.until('the request', () => askedLog(w));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { likely = [], nextSteps = [], isReading } = w.page.creation ?? {};
    expect([likely[0]?.rank, nextSteps[0]?.does, isReading]).toEqual(['Most likely', 'fix-and-retry', false]);
    expect(changesOf(w)).toEqual([]);
    expect(w.notified).toEqual([]);
    w.dispose();
  });

  test('nothing is shown after the network has changed, because another change can be the last', async () => {
    const w = await failed();
    await w.until('the change', () => changesOf(w).length > 0);
    const body = w.sample.snapshot().resources[ruleId];
    expect(
      w.sample.writeByOther({
        method: 'PUT',
        path: ruleId,
        body: { properties: { ...body, priority: 4095 } },
      }),
    ).toBe(true);
    await w.call.refresh({ what: 'networks' });
    await w.until('the other rule', (p) => p.creation?.likely[0]?.cause.includes('4095') === true);
    expect(changesOf(w)).toEqual([]);
  });

  test('another failure doesn’t read the log', async () => {
    const w = await openWizardInOneGroup(healthy);
    w.sample.faults.next({ status: 400, method: 'PUT', match: '/computes/' });
    await w.call.create({ anyway: false });
    await w.until('the end', hasEnded);
    expect(askedLog(w)).toBe(false);
  });
});

describe('of the last changes of a rule and of its NSG', () => {
  const own: LoggedChange = { id: ruleId, scope: 'own', at: '2026-11-02T00:00:00.000Z', caller: 'a' };
  const before: LoggedChange = { id: nsg, scope: 'whole', at: '2026-11-01T00:00:00.000Z', caller: 'b' };
  const after: LoggedChange = { ...before, at: '2026-11-03T00:00:00.000Z' };
  const unnamed = { caller: null };
  test.each<readonly [string, readonly (LoggedChange | null)[], readonly LoggedChange[]]>([
    ['an earlier one of the NSG isn’t shown', [own, before], [own]],
    ['a later one of the NSG is shown too', [own, after], [own, after]],
    ['one of the NSG alone is shown', [null, before], [before]],
    ['one of the rule alone is shown', [own, null], [own]],
    ['none is shown if there is none', [null, null], []],
    ['none is shown if who changed the rule isn’t known', [{ ...own, ...unnamed }, before], []],
    ['none is shown if who changed the NSG later isn’t known', [own, { ...after, ...unnamed }], []],
    [
      'one of the rule is shown if who changed the NSG before isn’t known',
      [own, { ...before, ...unnamed }],
      [own],
    ],
  ])('%s', (_, found, shown) => {
    expect(relevantChanges(found)).toEqual(shown);
  });
});

describe('permissions', () => {
  const ruledOut = ({ page }: OpenWizard) =>
    page.creation?.likely.find(({ cause }) => cause === 'Permissions');

  test('are ruled out with the time at which roles were read after the failure', async () => {
    const w = await failed();
    expect(ruledOut(w)).toMatchObject({
      rank: 'Ruled out',
      evidence: expect.stringMatching(/^Your roles were checked again at \d\d:\d\d:\d\d\.$/) as string,
    });
    const { traffic } = w.sample;
    const put = traffic.findIndex(({ method, path }) => method === 'PUT' && path.includes('/computes/'));
    const roles = traffic.findLastIndex(({ path }) => path.endsWith('/Microsoft.Authorization/permissions'));
    expect(roles).toBeGreaterThan(put);
  });

  test.each(['mlw-fraud-prod', 'vnet-ml-prod-weu', 'snet-training'])(
    'aren’t ruled out if those on %s can’t be read again, although they were read before',
    async (name) => {
      const w = await openWizardInOneGroup(denyAllSubnet);
      await w.call.changeSize({ name: 'cpu-fraud', minNodes: 1 });
      const match = RegExp(`/${name}/providers/Microsoft\\.Authorization/permissions`);
      w.sample.faults.next({ match, status: 500, times: Infinity });
      await w.call.create({ anyway: true });
      await w.until('the end', hasEnded);
      expect(ruledOut(w)).toBeUndefined();
      w.dispose();
    },
  );

  test('that changed meanwhile aren’t ruled out', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.changeSize({ name: 'cpu-fraud', minNodes: 1 });
    w.sample.faults.next({ kind: 'operation', match: '/computes/' });
    const workspace = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
    await w.call.create({ anyway: true });
    w.sample.access.deny({ scope: workspace, verbs: ['write'] });
    await w.until('the end', hasEnded);
    expect(ruledOut(w)).toBeUndefined();
  });

  test('don’t delay the causes if Azure doesn’t answer', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.changeSize({ name: 'cpu-fraud', minNodes: 1 });
    w.sample.faults.next({ kind: 'hang', match: '/permissions', times: Infinity });
    await w.call.create({ anyway: true });
    await w.until('the end', hasEnded);
    expect(w.page.creation?.likely[0]?.rank).toBe('Most likely');
    expect(ruledOut(w)).toBeUndefined();
    w.dispose();
  });
});
