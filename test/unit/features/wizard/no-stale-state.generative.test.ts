import { expect, test } from 'vitest';
import { noPlan } from '../../../../src/contract/wizard/stored-choices';
import { firstState } from '../../../../src/features/wizard/state';
import { createWizardStore, type WizardStore } from '../../../../src/features/wizard/store';
import { createViews } from '../../../../src/features/wizard/views/views';
import { sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { caseCount } from '../../../support/case-count';
import { seeded } from '../../../support/random';
import { messagesIn } from '../../../support/messages-in';
import { manualClock, openWizard, type ManualClock, type OpenWizard } from './open-wizard';
import { otherUserAddsRule, otherUserDenies, otherUserWrites } from './other-user';

type Random = ReturnType<typeof seeded>;

interface Stage {
  readonly w: OpenWizard;
  readonly store: WizardStore;
  readonly clock: ManualClock;
  readonly random: Random;
}

type Step = (stage: Stage) => Promise<unknown>;

const workspaces = [
  sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
  sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'),
  sampleWorkspaceId('rg-ml-ai', 'hub-claims-ai'),
];
const networks = ['prod', 'dev'].map((name) =>
  sampleNetworkId(`rg-network-${name}`, 'virtualNetworks', `vnet-ml-${name}-weu`),
);
const subnets = ['snet-training', 'snet-train-gpu'].map((name) => `${networks[0]}/subnets/${name}`);
const none = { id: 'none' };
const groups = ['nsg-training', 'nsg-train-gpu'].map((name) =>
  sampleNetworkId('rg-network-prod', 'networkSecurityGroups', name),
);
const readings = [
  'readSubscriptions',
  'readWorkspaces',
  'readNetworks',
  'readTargets',
  'readIdentities',
  'readSizes',
];
const faults = [
  { status: 401, times: 3 },
  { status: 403, code: 'AuthorizationFailed', times: 6 },
  { status: 429, retryAfter: 12, times: 4 },
  { status: 500, times: 9 },
  { kind: 'offline', times: 12 },
] as const;

const fixable = ({ w }: Stage): string[] =>
  (w.page.readiness?.groups ?? [])
    .flatMap(({ rows }) => rows)
    .flatMap(({ id, fix }) => (fix === null ? [] : [id]));

const steps: Readonly<Record<string, Step>> = {
  'choose a workspace': ({ w, random }) => w.call.chooseWorkspace({ id: random.pick(workspaces) }),
  'choose a kind': ({ w, random }) =>
    w.call.chooseKind({ kind: random.pick(['cluster', 'instance', 'databricks', 'virtual-machine']) }),
  'choose a public IP': ({ w, random }) => w.call.choosePublicIp({ publicIp: random.below(2) === 0 }),
  'choose a network': ({ w, random }) => w.call.chooseNetwork({ id: random.pick(networks) }),
  'choose a subnet': ({ w, random }) => w.call.chooseSubnet({ id: random.pick(subnets) }),
  'choose a target': ({ w, random }) =>
    w.call.chooseTarget({ id: random.pick([none, ...(w.page.targets?.rows ?? [])]).id }),
  'propose a network': ({ w }) => w.call.act({ id: 'proposeNetwork' }),
  'enter a prefix': ({ w, random }) =>
    w.call.changeNewNetwork({
      field: 'subnetPrefix',
      text: random.pick(['10.90.0.0/28', '10.90.0.0/24', 'x', '']),
    }),
  'leave the new network': ({ w }) => w.call.leaveNewNetwork({}),
  'choose requirements': ({ w, random }) =>
    w.call.chooseProfile({ profile: random.pick(['current', '2020-12']) }),
  'choose regions': ({ w, random }) =>
    w.call.chooseRegions({ service: 'storage', regions: random.pick([[], ['northeurope']]) }),
  'enter a size': ({ w, random }) =>
    w.call.changeSize(
      random.pick([
        { name: 'cpu-typed' },
        { minNodes: 2 },
        { maxNodes: 40 },
        { ssh: { on: true, publicPort: true } },
        { tags: [{ name: 'cost', value: '1' }] },
      ]),
    ),
  'show rows': ({ w }) => w.call.checkRows({ ids: w.page.networks?.rows.map(({ id }) => id) ?? [] }),
  'open a section': ({ w, random }) =>
    w.call.openSection({ section: random.pick(['workspace', 'network', 'size', 'review']) }),
  refresh: ({ w }) => w.call.refresh({}),
  'read a list': ({ w, random }) => w.call.act({ id: random.pick(readings) }),
  diagnose: ({ w }) => w.call.diagnose({}),
  'close the report': ({ w }) => w.call.closeReport({}),
  'preview a fix': (stage) => stage.w.call.previewFix({ ids: fixable(stage) }),
  'put the fix into code': ({ w }) => w.call.putFixIntoCode({ preview: w.page.preview?.id ?? '' }),
  'apply the fix': ({ w }) => w.call.applyFix({ preview: w.page.preview?.id ?? '' }),
  'close the fix': ({ w }) => w.call.closeFix({}),
  create: ({ w }) => w.call.create({ anyway: true }),
  'close the creation': ({ w }) => w.call.closeCreation({}),
  'stop waiting': ({ w }) => w.call.stopWaiting({}),
  'delete what was started': ({ w }) => w.call.deleteStarted({}),
  'test the network': ({ w }) => w.call.testNetwork({}),
  'stop the test': ({ w }) => w.call.stopTest({}),
  'create another': ({ w }) => w.call.act({ id: 'createAnother' }),
  'time passes in Azure': ({ w, random }) =>
    Promise.resolve(w.sample.clock.advance(random.pick([2000, 60_000]))),
  'let time pass': ({ clock }) => Promise.resolve(clock.advance(31_000)),
  'sign in again': ({ w }) => w.call.act({ id: 'signInAgain' }),
  'another user adds a rule': ({ w, random }) =>
    otherUserAddsRule(w.sample, random.pick(groups), 300 + random.below(3000)),
  'another user denies traffic': ({ w, random }) =>
    otherUserDenies(w.sample, random.pick(groups), 'Internet'),
  'another user deletes a compute resource': ({ w }) =>
    otherUserWrites(
      w.sample,
      'DELETE',
      `${workspaces[0]}/computes/cpu-cluster`,
      undefined,
      '&underlyingResourceAction=Delete',
    ),
  'Azure fails': ({ w, random }) => Promise.resolve(w.sample.faults.next(random.pick(faults))),
  'Azure is back': ({ w }) => Promise.resolve(w.sample.faults.clear()),
};

/** Properties that describe past changes, not the current state. A new session hasn't seen any change. */
const history = new Set(['revision', 'was', 'fixed']);

function withoutHistory(shown: unknown): unknown {
  return JSON.parse(JSON.stringify(shown, (key, value: unknown) => (history.has(key) ? undefined : value)));
}

/** Returns the views of a new session with the same facts and choices. */
function freshViews({ store }: Stage): unknown {
  const fresh = createWizardStore(store.get());
  return fresh.atOnce(() => ({ ...createViews(messagesIn('en'), fresh.tracked) }));
}

function shownOn({ w: { page } }: Stage): unknown {
  return Object.fromEntries(Object.entries(page).map(([name, view]) => [`${name}Changed`, view]));
}

/** A creation is stored without texts, so another language shows the same state in other words. */
function expectWordsOfNow({ w: { page }, store }: Stage): void {
  if (!page.creation) return;
  const { creationChanged: french } = createViews(messagesIn('fr'), createWizardStore(store.get()).tracked);
  const kept = JSON.stringify(store.get().creation);
  for (const words of [
    page.creation.heading,
    page.creation.line ?? '',
    ...page.creation.steps.map(({ text }) => text),
  ]) {
    expect(words === '' || !kept.includes(words), words).toBe(true);
  }
  expect(french?.heading).not.toBe(page.creation.heading);
  expect(french?.steps.map(({ at, state }) => [at, state])).toEqual(
    page.creation.steps.map(({ at, state }) => [at, state]),
  );
}

/** Waits until there are no more requests and signals, unless a background operation takes long. */
async function settled({ w }: Stage): Promise<void> {
  let before = '';
  for (let quiet = 0, turn = 0; quiet < 8 && turn < 200; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const now = `${w.sample.traffic.length} ${w.received.length}`;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

const seeds = Array.from({ length: caseCount(3, 12, 200) }, (_, at) => at + 1);
const stepsEach = 24;
const firstSteps = ['choose a workspace', 'choose a network', 'choose a subnet', 'create'];

test.each(seeds)('the shown state equals that of a session that starts now: sequence %i', async (seed) => {
  const random = seeded(seed);
  const clock = manualClock();
  const store = createWizardStore(firstState(noPlan));
  // Half of the runs see each phase of a creation, which the others skip.
  const sample = seed % 2 === 0 ? ({ pace: 'lifelike', latency: 0 } as const) : {};
  const w = openWizard({ clock, stateStore: store, sample, before: (azure) => readOnlyTwo(azure) });
  const stage = { w, store, clock, random };
  await w.until('networks', (p) => p.networks?.state.is === 'ready');
  const done: string[] = [];
  for (let at = 0; at < stepsEach; at += 1) {
    const name = firstSteps[at] ?? random.pick(Object.keys(steps));
    done.push(name);
    // A refused call must not leave stale data either. A call that waits for the clock is still running.
    const call = (steps[name] as Step)(stage).catch(() => undefined);
    await Promise.race([call, settled(stage)]);
    await settled(stage);
    expect(withoutHistory(shownOn(stage)), done.join(', ')).toEqual(withoutHistory(freshViews(stage)));
    expectWordsOfNow(stage);
  }
  w.dispose();
});

/** Two groups of networks are enough, and are read faster. */
function readOnlyTwo(sample: OpenWizard['sample']): void {
  const ids = Object.keys(sample.snapshot().resources).filter((id) => /\/virtualNetworks\/[^/]+$/i.test(id));
  const scopes = new Set(ids.map((id) => id.split('/').slice(0, 5).join('/')));
  for (const scope of scopes) {
    if (!/rg-network-(prod|dev)$/.test(scope)) sample.access.deny({ scope, verbs: ['read'] });
  }
}
