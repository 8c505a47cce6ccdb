import { beforeAll, describe, expect, test } from 'vitest';
import type { Envelope } from '../../../../src/contract/channel';
import { wizardChannel } from '../../../../src/contract/wizard/channel';
import { actions } from '../../../../src/features/wizard/actions/open';
import type { Plan } from '../../../../src/plans/compute-plan';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import {
  denyAllSubnet,
  healthy,
  isQuiet,
  isShown,
  openWizardInOneGroup,
  pickSubnet,
  worstFix,
  writesIn,
  type OpenWizard,
} from './open-wizard';

type CallName = keyof typeof wizardChannel.calls;

/** Calls that don't depend on what the page shows, each with the reason. */
const independent: Readonly<Partial<Record<CallName, string>>> = {
  chooseSubscription: 'names what is chosen',
  chooseWorkspace: 'names what is chosen',
  chooseRegions: 'names what is chosen',
  chooseKind: 'names what is chosen',
  choosePublicIp: 'names what is chosen',
  chooseNetwork: 'names what is chosen',
  chooseSubnet: 'names what is chosen',
  changeNewNetwork: 'states the whole value of a field',
  leaveNewNetwork: 'returns to the existing networks, whichever network was typed',
  chooseTarget: 'names what is chosen',
  changeAccess: 'states the whole value of a field',
  changeSize: 'states the whole value of a field',
  setSshKey: 'states the whole value of a field',
  chooseProfile: 'names what is chosen',
  checkRows: 'names the rows',
  catchUp: 'waits',
  openSection: 'names the section',
  refresh: 'reads again',
  dismissNotice: 'hides a notice',
  dismissFixNotice: 'hides a notice',
  openLink: 'names what is opened',
  stopSettingUp: 'stops waiting, and Azure continues',
  changeFix: 'names the preview',
  closeFix: 'closes a page',
  applyFix: 'names the preview',
  continueFix: 'names the preview',
  stopFix: 'stops before the next resource, and only one fix is applied at a time',
  undoFix: 'names the preview',
  putFixIntoCode: 'names the preview',
  removeFixFromCode: 'names the fix',
  closeRequest: 'closes a page',
  undoConfirmation: 'names the confirmation',
  explainError: 'has the message, and the explanation names the subnet',
  closeReport: 'closes a page',
  openWritten: 'names the file',
};

/** Actions of `act`, which is refused only if the page shows another creation, each with the reason. */
const actionReasons: Readonly<Record<string, string>> = {
  signIn: 'is about the account',
  signInAgain: 'is about the account',
  cancelSignIn: 'is about the account',
  useSample: 'is about the account',
  renewSample: 'is about the account',
  chooseAccount: 'is about the account',
  chooseCloud: 'is about the account',
  chooseOrganization: 'is about the account',
  chooseSubscriptions: 'is about the account',
  chooseHub: 'changes the plan where the user sees it',
  chooseSubscription: 'opens a section',
  proposeNetwork: 'changes the plan where the user sees it',
  manageTrust: 'opens a page of VS Code',
  howToPrivateEndpoint: 'opens a guide',
  howChecksWork: 'opens a guide',
  checkFiles: 'is about the open folder',
  openFolder: 'is about the open folder',
  explainError: 'opens a page',
  readSubscriptions: 'reads again',
  readWorkspaces: 'reads again',
  readNetworks: 'reads again',
  readTargets: 'reads again',
  readIdentities: 'reads again',
  readSizes: 'reads again',
  changeSize: 'is about the creation',
  createAnother: 'is about the creation',
  newPlan: 'starts a plan, whichever is shown',
  requestQuota: 'opens a guide',
  copyRoleRequest: 'is about the creation',
  deleteAndTryAgain: 'is about the creation',
};

const aboutOf = (name: CallName): readonly string[] => {
  const call = wizardChannel.calls[name];
  return 'about' in call ? call.about : [];
};
const names = Object.keys(wizardChannel.calls) as CallName[];
const dependent = names.filter((name) => aboutOf(name).length > 0);

test('every call either names what it acts on, or is refused if the page shows something else', () => {
  expect(names.filter((name) => aboutOf(name).length === 0).sort()).toEqual(Object.keys(independent).sort());
});

test('no other action is run by its ID, because it would act on what another page shows', () => {
  expect(Object.keys(actions).sort()).toEqual(Object.keys(actionReasons).sort());
});

let nextId = 50_000;

async function answerTo(w: OpenWizard, message: object): Promise<Envelope | undefined> {
  const id = (nextId += 1);
  w.post({ is: 'call', id, ...message });
  const answer = (): Envelope | undefined =>
    w.received.find((one) => (one.is === 'problem' || one.is === 'value') && one.id === id);
  await w.until('an answer', () => answer() !== undefined);
  return answer();
}

const shownBy = (w: OpenWizard) => w.received.findLast((one) => one.is === 'shown')?.shown;
const everyParam = {
  id: 'python',
  ids: ['outbound-aml-443'],
  part: 'all',
  format: 'bicep',
  anyway: true,
};

describe('a call about a page that is outdated', () => {
  let w: OpenWizard;
  let before: ReturnType<typeof shownBy>;
  beforeAll(async () => {
    w = await openWizardInOneGroup(denyAllSubnet);
    before = shownBy(w);
    await pickSubnet(w, healthy.network, healthy.subnet);
  });

  const effects = (): unknown => [
    ...[w.confirmed.length, w.asked.length, w.copied.length, w.opened.length, w.written.length],
    ...[
      w.savedTexts.length,
      writesIn(w.sample.traffic).length,
      w.page.preview,
      w.page.request,
      w.page.creation,
    ],
  ];

  test.each(dependent)('%s: the host refuses it, says so, and does nothing', async (name) => {
    const now = effects();
    // Whatever part it depends on has changed.
    const outdated = Object.fromEntries(Object.keys(before ?? {}).map((part) => [part, 'other']));
    const answer = await answerTo(w, { name, params: everyParam, shown: outdated });
    expect(answer).toMatchObject({ is: 'problem', problem: { code: 'changed', retryable: false } });
    expect(JSON.stringify(answer)).toContain('Nothing was done.');
    expect(effects()).toEqual(now);
  });

  test.each(dependent.filter((name) => aboutOf(name).includes('results')))(
    '%s: after the choice of another subnet, the answer names the one that is selected now',
    async (name) => {
      const now = effects();
      const answer = await answerTo(w, { name, params: everyParam, shown: before });
      expect(JSON.stringify(answer)).toContain(`${healthy.subnet} is selected now`);
      expect(effects()).toEqual(now);
    },
  );

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'results'],
    ['a list', ['1']],
    ['numbers', { results: 1, plan: 1, creation: 1 }],
    ['no part', {}],
    ['a member of Object', { __proto__: { results: '1' }, constructor: 'x' }],
  ])('a call that states %s is refused, too', async (_, shown) => {
    for (const name of dependent) {
      const answer = await answerTo(w, { name, params: everyParam, shown });
      expect(answer).toMatchObject({ is: 'problem', problem: { code: 'changed' } });
    }
  });

  test('what the page shows now is accepted', async () => {
    await expect(w.call.copyRequest({})).resolves.toBeNull();
    await expect(w.call.copyPlan({ format: 'text' })).resolves.toBeNull();
  });
});

describe('a fix that is selected right after another subnet', () => {
  test('never previews the fix of either subnet; once the results are shown, it does', async () => {
    const w = await openWizardInOneGroup({ ...denyAllSubnet, subnet: 'snet-sandbox' });
    const other = w.page.subnets?.rows.find(({ name }) => name === denyAllSubnet.subnet);
    const ids = worstFix(w.page.readiness)?.ids ?? [];
    const choosing = w.call.chooseSubnet({ id: other?.id ?? '' });
    await expect(w.call.previewFix({ ids })).rejects.toMatchObject({
      problem: {
        message: `${denyAllSubnet.subnet} is selected now, and the action was for another plan. Nothing was done. Check the results of ${denyAllSubnet.subnet}, and try again.`,
      },
    });
    await choosing;
    expect(isShown(w.page.preview)).toBe(false);
    await w.until('its results', (p) => p.readiness?.title.endsWith(denyAllSubnet.subnet) === true);
    await w.call.previewFix({ ids: worstFix(w.page.readiness)?.ids ?? [] });
    await w.until('the preview', (p) => isShown(p.preview));
    expect(w.page.preview?.heading).toMatch(/of snet-training$/);
  });

  test('a typed name or number doesn’t get in its way, because the fix is the same', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const ids = worstFix(w.page.readiness)?.ids ?? [];
    const typing = w.call.changeSize({ name: 'cpu-typed', maxNodes: 2 });
    await w.call.previewFix({ ids });
    await typing;
    await w.until('the preview', (p) => isShown(p.preview));
  });
});

const changedPlan =
  'The plan changed before the action started. Nothing was done. Check the plan, and try again.';

describe('a plan that changed after Review showed it', () => {
  let plan: Plan;
  let w: OpenWizard;
  beforeAll(async () => {
    w = await openWizardInOneGroup(healthy);
    await w.call.changeSize({ name: 'cpu-typed' });
    const found = w.session.plan()?.plan;
    if (!found) throw new Error('no plan');
    plan = found;
  });
  const create = (shown: unknown) => answerTo(w, { name: 'create', params: { anyway: false }, shown });
  const refused = { is: 'problem', problem: { code: 'changed', message: changedPlan } };

  test('isn’t created if another surface changed it, also together with what the user typed', async () => {
    const shown = shownBy(w);
    await w.session.openPlan('a.amlplan.json', { ...plan, name: 'cpu-file' });
    expect(await create(shown)).toMatchObject(refused);
    await w.call.changeSize({ name: 'cpu-typed' });
    expect(await create(shown)).toMatchObject(refused);
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test.each([
    ['other results', { maxNodes: 5000 }],
    ['another cost', { maxNodes: 3 }],
    ['another size', { vmSize: 'STANDARD_D3_V2' }],
  ])('isn’t created if what the user chose leads to %s', async (_, chosen) => {
    const shown = shownBy(w);
    const choosing = w.call.changeSize(chosen);
    expect(await create(shown)).toMatchObject(refused);
    await choosing;
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test('is created with the name that the user typed, also before the page shows it', async () => {
    const typing = [w.call.changeSize({ name: 'cpu-m' }), w.call.changeSize({ name: 'cpu-mine' })];
    await w.call.create({ anyway: false });
    await Promise.all(typing);
    await w.until('the creation', (p) => p.creation?.state === 'ready');
    expect(Object.keys(w.sample.snapshot().resources).join()).toContain('/computes/cpu-mine');
  });
});

describe('a call about a preview that the page no longer shows', () => {
  const another =
    'Another preview is shown now. Nothing was done. Check the preview that is shown, and try again.';
  const closed =
    'The preview was closed before the action started. Nothing was done. Open the preview again.';
  const started =
    'The fix in this preview was already started. Nothing was done a second time. Check what the page shows.';
  const rejects = async (answer: Promise<unknown>, message: string): Promise<void> =>
    expect(answer).rejects.toMatchObject({ problem: { code: 'changed', message, retryable: false } });
  /** Every call that names a preview, without the undo of an applied fix. */
  const callsOn = (w: OpenWizard, preview: string): readonly (() => Promise<unknown>)[] => [
    () => w.call.changeFix({ preview, includeOthers: true }),
    () => w.call.applyFix({ preview }),
    () => w.call.putFixIntoCode({ preview }),
  ];

  test('is refused with what happened and what to do, and Azure isn’t said to have changed', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const { ids = [] } = worstFix(w.page.readiness) ?? {};
    await w.call.previewFix({ ids });
    const first = w.page.preview?.id ?? '';
    await w.call.previewFix({ ids });
    const second = w.page.preview?.id ?? '';
    expect(second).not.toBe(first);
    for (const call of callsOn(w, first)) await rejects(call(), another);
    await rejects(w.call.continueFix({ preview: first }), another);
    await rejects(
      w.call.undoFix({ preview: first }),
      'The page changed before the action started. Nothing was done. Check what the page shows, and try again.',
    );
    await w.call.closeFix({});
    for (const call of callsOn(w, second)) await rejects(call(), closed);
    expect(writesIn(w.sample.traffic)).toEqual([]);
  });

  test('that is being applied is refused, and nothing is applied twice', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await w.call.previewFix({ ids: worstFix(w.page.readiness)?.ids ?? [] });
    const preview = w.page.preview?.id ?? '';
    const applying = w.call.applyFix({ preview });
    await w.until('its start', (p) => p.preview?.state !== 'preview');
    for (const call of callsOn(w, preview)) await rejects(call(), started);
    await applying;
    expect(writesIn(w.sample.traffic)).toHaveLength(1);
  });
});

test('the request for a peering isn’t copied for another workspace or network than the page showed, and with typed addresses', async () => {
  const scope = sampleNetworkId('rg-network-prod', 'virtualNetworks', 'vnet-ml-prod-weu');
  const w = await openWizardInOneGroup(healthy, {
    before: ({ access }) => access.deny({ scope, verbs: ['write'] }),
  });
  const before = shownBy(w);
  await w.call.act({ id: 'proposeNetwork' });
  await isQuiet(w);
  const request = { name: 'copyPeeringRequest', params: {} };
  expect(await answerTo(w, { ...request, shown: before })).toMatchObject({ problem: { code: 'changed' } });
  expect(w.copied).toEqual([]);
  const shown = shownBy(w);
  const typing = w.call.changeNewNetwork({ field: 'addressSpace', text: '10.90.0.0/16' });
  const typed = await answerTo(w, { ...request, shown });
  await typing;
  expect(typed).toMatchObject({ is: 'value' });
  expect(w.copied).toEqual([expect.stringContaining('10.90.0.0/16')]);
});
