import { expect } from 'vitest';
import { ProblemError, type CallError } from '../../../../src/contract/call-error';
import type { WizardChannel } from '../../../../src/contract/wizard/channel';
import type { StoredChoices } from '../../../../src/contract/wizard/stored-choices';
import type { Fault } from '../../../../src/sandbox/faults';
import { sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  denyAllSubnet,
  healthy,
  hasEnded,
  manualClock,
  openWizardAt,
  readinessRowOf,
  previewEvery,
  type ManualClock,
  type OpenWizard,
  writesIn,
} from './open-wizard';
import { caseCount } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { pickTarget, targetRow } from './attach-in-wizard';
import { otherUserWrites } from './other-user';
import { sampleSummary } from '../../../support/sample-summary';

/** The faults: those with `lasting` stay until they're removed, the others happen once. */
const troubles = {
  '401': { status: 401, times: Infinity },
  '403': { status: 403, code: 'AuthorizationFailed', times: Infinity },
  '404': { status: 404, code: 'ResourceNotFound', times: Infinity },
  '409': { status: 409, code: 'AnotherOperationInProgress', times: Infinity },
  '412': { status: 412, code: 'PreconditionFailed', times: Infinity },
  '429': { status: 429, retryAfter: 12, times: Infinity },
  '429 once': { status: 429, retryAfter: 12 },
  '500': { status: 500, times: Infinity },
  '503': { status: 503, times: Infinity },
  offline: { kind: 'offline', times: Infinity },
  hang: { kind: 'hang', times: Infinity },
  'lost answer': { kind: 'lost', method: 'PUT' },
  'lost answer, then offline': { kind: 'lost', method: 'PUT', times: 6 },
  slow: { kind: 'slow', milliseconds: 20, times: Infinity },
  'fails late': { kind: 'operation' },
  'changed meanwhile': { kind: 'meanwhile', method: 'PUT' },
} as const satisfies Record<string, Fault>;

export type CallName = keyof WizardChannel['calls'];

interface Stage {
  readonly w: OpenWizard;
  readonly clock: ManualClock;
}

interface Entry {
  readonly place: Parameters<typeof openWizardAt>[0];
  /** True if its effect isn't undone, so that each fault needs its own sample. */
  readonly isAfresh?: boolean;
  /** Brings the wizard to the state in which the call is possible. */
  readonly prepare?: (stage: Stage, round: number) => Promise<void>;
  readonly call: (stage: Stage) => Promise<unknown>;
  /** Checks that must hold once no fault is active and the user has repeated the call. */
  readonly tidy?: (stage: Stage) => Promise<void>;
  /** Replaces the checks of its call for this row. */
  readonly expects?: (outcome: Outcome) => void;
}

const hub = sampleWorkspaceId('rg-ml-ai', 'hub-claims-ai');
const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
export const fixed = ['outbound-aml-udp-5831'];
const lacksEndpoint = 'npip-requires-private-endpoint';
const endpoint = sampleNetworkId('rg-network-dev', 'privateEndpoints', 'pe-mlw-risk-dev');
const addedRule = `${group}/securityRules/Allow-AzureML-UDP-5831`;

const idOf = (w: OpenWizard, list: 'networks' | 'subnets', name: string): string =>
  w.page[list]?.rows.find((one) => one.name === name)?.id ?? '';

const ownComputeResources = (w: OpenWizard): string[] =>
  Object.keys(w.sample.snapshot().resources).filter((id) => /\/computes\/cpu-matrix-/.test(id));

async function begin({ w }: Stage, round: number): Promise<void> {
  await w.call.changeSize({ name: `cpu-matrix-r${round}`, minNodes: 0 });
}

async function backToPlan({ w }: Stage): Promise<void> {
  await w.until('no creation runs', (p) => p.creation === null || hasEnded(p));
  await w.call.closeCreation({});
  for (const id of ownComputeResources(w)) {
    await otherUserWrites(w.sample, 'DELETE', id, undefined, '&underlyingResourceAction=Delete');
  }
  await w.until('the plan', (p) => p.creation === null);
}

/**
 * Every call of the channel: calls that send requests to Azure, and calls that don't. A new call without an entry
 * doesn't compile.
 */
export const matrix: Readonly<Record<CallName, Entry | 'no Azure' | 'another test'>> = {
  chooseSubscription: 'another test',
  chooseWorkspace: {
    place: healthy,
    call: async ({ w }) => w.call.chooseWorkspace({ id: w.page.plan?.workspace.workspace ?? '' }),
  },
  chooseNetwork: {
    place: healthy,
    prepare: async ({ w }) => {
      await w.call.chooseNetwork({ id: idOf(w, 'networks', 'vnet-ml-prod-weu') });
    },
    call: ({ w }) => w.call.chooseNetwork({ id: idOf(w, 'networks', 'vnet-ml-dev-weu') }),
    tidy: async ({ w }) => {
      await w.call.chooseNetwork({ id: idOf(w, 'networks', 'vnet-ml-prod-weu') });
      await w.until('subnets', (p) => p.subnets?.networkName === 'vnet-ml-prod-weu');
      await w.call.chooseSubnet({ id: idOf(w, 'subnets', healthy.subnet) });
    },
  },
  chooseSubnet: {
    place: healthy,
    call: ({ w }) => w.call.chooseSubnet({ id: idOf(w, 'subnets', healthy.subnet) }),
  },
  refresh: { place: healthy, call: ({ w }) => w.call.refresh({}) },
  act: { place: healthy, call: ({ w }) => w.call.act({ id: 'readNetworks' }) },
  applyFix: {
    place: denyAllSubnet,
    prepare: async ({ w }) => {
      await w.call.previewFix({ ids: fixed });
      await w.until('preview', (p) => p.preview?.state === 'preview');
    },
    call: ({ w }) => w.call.applyFix({ preview: w.page.preview?.id ?? '' }),
    tidy: async ({ w }) => {
      await w.call.closeFix({});
      await otherUserWrites(w.sample, 'DELETE', addedRule);
      await w.call.refresh({});
      await w.until(
        'as it was',
        (p) => p.readiness?.state === 'checked' && p.readiness.summary === sampleSummary('snet-training'),
      );
      await w.call.dismissNotice({});
    },
  },
  create: {
    place: healthy,
    prepare: begin,
    call: async ({ w, clock }) => {
      await w.call.create({ anyway: false });
      await ended(w, clock);
    },
    tidy: backToPlan,
  },
  deleteStarted: {
    place: { network: 'vnet-ml-prod-weu', subnet: 'snet-sandbox' },
    prepare: async (stage, round) => {
      const { w } = stage;
      await w.call.chooseKind({ kind: 'instance' });
      await w.call.changeSize({ name: `cpu-matrix-r${round}` });
      await w.call.create({ anyway: true });
      await w.until('failed', (p) => p.creation?.state === 'failed' && p.creation.canDelete);
    },
    call: ({ w }) => w.call.deleteStarted({}),
    tidy: backToPlan,
  },
  setUpNetwork: {
    place: healthy,
    isAfresh: true,
    prepare: async ({ w }) => {
      await w.call.chooseWorkspace({ id: hub });
      await w.until('not set up', (p) => p.plan?.network.managed?.setUpButton?.does === 'set-up');
    },
    call: ({ w }) => w.call.setUpNetwork({}),
  },
  stopSettingUp: 'no Azure',
  chooseKind: 'no Azure',
  chooseTarget: {
    place: { ...healthy, workspace: 'mlw-fraud-prod' },
    prepare: async ({ w }) => {
      await listMachines(w);
      await w.call.chooseTarget({ id: targetRow(w, 'vm-dsvm-risk').id });
    },
    call: ({ w }) => w.call.chooseTarget({ id: targetRow(w, 'vm-dsvm-churn').id }),
    tidy: ({ w }) => pickTarget(w, 'vm-dsvm-risk'),
  },
  changeAccess: 'no Azure',
  choosePublicIp: 'no Azure',
  chooseRegions: 'no Azure',
  changeNewNetwork: 'no Azure',
  // Its requests to Azure run in the background.
  leaveNewNetwork: 'another test',
  copyPeeringRequest: 'no Azure',
  writeNewTarget: 'no Azure',
  changeSize: 'no Azure',
  setSshKey: 'no Azure',
  chooseProfile: 'no Azure',
  checkRows: 'no Azure',
  catchUp: 'no Azure',
  openSection: 'no Azure',
  dismissNotice: 'no Azure',
  dismissFixNotice: 'no Azure',
  openLink: 'no Azure',
  previewFix: 'no Azure',
  denyOtherOutbound: 'no Azure',
  changeFix: 'no Azure',
  continueFix: 'another test',
  stopFix: 'no Azure',
  undoFix: 'no Azure',
  closeFix: 'no Azure',
  putFixIntoCode: 'no Azure',
  removeFixFromCode: 'no Azure',
  copyRequest: 'no Azure',
  openRequest: 'no Azure',
  closeRequest: 'no Azure',
  showInRequest: 'no Azure',
  copyReadRoleRequest: 'no Azure',
  copyShownRequest: 'no Azure',
  saveRequest: 'no Azure',
  mailRequest: 'no Azure',
  confirmRequest: 'no Azure',
  undoConfirmation: 'no Azure',
  stopWaiting: 'no Azure',
  closeCreation: 'no Azure',
  copyFailure: 'no Azure',
  explainError: 'no Azure',
  diagnose: 'another test',
  closeReport: 'no Azure',
  saveFailure: 'no Azure',
  testNetwork: 'another test',
  stopTest: 'no Azure',
  copySnippet: 'no Azure',
  openInStudio: 'no Azure',
  showInCompute: 'no Azure',
  write: 'no Azure',
  openWritten: 'no Azure',
  copyPlan: 'no Azure',
};

/** Runs a creation to its end, and waits whenever Azure requests it. */
async function ended(w: OpenWizard, clock: ManualClock): Promise<void> {
  for (let turn = 0; turn < 400 && !hasEnded(w.page); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (turn % 20 === 19) clock.advance(15_000);
  }
  if (!hasEnded(w.page)) throw new Error(`The creation never ends: ${JSON.stringify(w.page.creation)}`);
}

/**
 * Returns the response of a call. It fails if there is none in time, since the page would hang. A read that Azure postpones
 * continues when its time has come. If it's postponed as long as the fault lasts, the page reports it and waits.
 */
async function answered({ w, clock }: Stage, asked: Promise<unknown>): Promise<CallError | null> {
  const answer = asked.then(() => null, problemOf);
  for (let turn = 0; turn < 800; turn += 1) {
    const first = await Promise.race([answer, pause(5)]);
    if (first !== pending) return first;
    if (turn % 20 === 19) clock.advance(15_000);
    if (turn > 100 && isPutOff(w)) return null;
  }
  throw new Error('The call is not answered.');
}

const pending = Symbol('pending');

function pause(milliseconds: number): Promise<typeof pending> {
  return new Promise((resolve) => setTimeout(() => resolve(pending), milliseconds));
}

function problemOf(error: unknown): CallError {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

function isPutOff({ page }: OpenWizard): boolean {
  return [page.networks?.state, page.plan?.size.vmSizes.state].some((one) => one?.is === 'problem');
}

interface Sentence {
  readonly text: string;
  /** True if the page offers an action next to the sentence. */
  readonly offers: boolean;
}

/** Returns all sentences that report a failure. */
function reported(w: OpenWizard, problem: CallError | null): readonly Sentence[] {
  return [
    ...(problem ? [{ text: problem.message, offers: problem.retryable }] : []),
    ...reportedByLists(w),
    ...reportedByPages(w),
  ];
}

function reportedByLists({ page: { plan, networks } }: OpenWizard): readonly Sentence[] {
  const lists = [
    plan?.workspace.subscriptions.state,
    plan?.workspace.workspaces.state,
    networks?.state,
    plan?.size.vmSizes.state,
  ];
  return lists.flatMap((one) =>
    one?.is === 'problem' ? [{ text: one.text, offers: one.actions.length > 0 || one.retryAt !== null }] : [],
  );
}

function reportedByPages({ page: { readiness, preview, creation } }: OpenWizard): readonly Sentence[] {
  const texts = [
    readiness?.stale ?? null,
    preview?.state === 'refused' ? preview.outcome : null,
    creation?.state === 'failed' ? `${creation.line ?? ''} ${creation.left ?? ''}` : null,
  ];
  return texts.flatMap((text) => (text === null ? [] : [{ text, offers: true }]));
}

const nextStep = /try|again|choose|sign in|required role: |look|refresh|ask|fix/i;

/** Attaching uses the same call as creating. It ends with Azure ML's connection to the resource. */
const attaching: Entry = {
  place: healthy,
  prepare: async ({ w }, round) => {
    await listMachines(w);
    await pickTarget(w, 'vm-dsvm-risk');
    await w.call.changeSize({ name: `cpu-matrix-r${round}` });
  },
  call: async ({ w, clock }) => {
    await w.call.create({ anyway: true });
    await ended(w, clock);
  },
  tidy: async ({ w }) => {
    await w.until('no creation runs', (p) => p.creation === null || hasEnded(p));
    await w.call.closeCreation({});
    for (const id of ownComputeResources(w)) {
      await otherUserWrites(w.sample, 'DELETE', id, undefined, '&underlyingResourceAction=Detach');
    }
    await w.until('the plan', (p) => p.creation === null);
  },
};

/** A fix of many resources, of which one needs an approval: the workspace's private endpoint, its zones and links. */
const makingEndpoint: Entry = {
  place: { workspace: 'mlw-risk-dev', network: 'vnet-ml-dev-weu', subnet: 'snet-dev-open' },
  isAfresh: true,
  prepare: async ({ w }) => {
    await w.call.choosePublicIp({ publicIp: false });
    await w.until('not met', ({ readiness }) => readinessRowOf(readiness, lacksEndpoint).word === 'Failed:');
    await previewEvery(w, [lacksEndpoint]);
  },
  call: ({ w }) => w.call.applyFix({ preview: w.page.preview?.id ?? '' }),
  tidy: async ({ w }) => {
    await w.call.closeFix({});
  },
  expects: expectEndpoint,
};

async function listMachines(w: OpenWizard): Promise<void> {
  await w.call.chooseKind({ kind: 'virtual-machine' });
  await w.until('machines', (p) => p.targets?.kind === 'virtual-machine' && p.targets.state.is === 'ready');
}

const entries = Object.entries(matrix).filter((one): one is [CallName, Entry] => typeof one[1] === 'object');
type Round = readonly [title: string, name: CallName, entry: Entry];

const rounds: readonly Round[] = [
  ...entries.map(([name, entry]) => [name, name, entry] as const),
  ['create, of what is attached', 'create', attaching],
  ['applyFix, of a private endpoint', 'applyFix', makingEndpoint],
];

/** Calls that change something in Azure, and calls that only read. */
const writing: readonly CallName[] = ['applyFix', 'create', 'deleteStarted', 'setUpNetwork'];

export const roundsOf = (does: 'reads' | 'writes'): readonly Round[] =>
  rounds.filter(([, name]) => writing.includes(name) === (does === 'writes'));

/** With few cases, each call gets some faults and the next call gets others, so that every fault is tested. */
function troublesOf(round: Round): readonly (readonly [string, Fault])[] {
  const all = Object.entries<Fault>(troubles);
  const count = caseCount(1, Math.ceil(all.length / 3), all.length);
  const first = rounds.indexOf(round) * count;
  return Array.from({ length: count }, (_, at) => all[(first + at) % all.length]!);
}

/** Returns the faults after which the page doesn't report what happened or doesn't continue, or something is done twice. */
export async function failingFaults(round: Round): Promise<readonly string[]> {
  const [, name, entry] = round;
  const table: Table = { entry, stage: await openStage(entry), round: 0, isTidy: true };
  const failures = await failuresIn(troublesOf(round), (fault, trouble) =>
    expectReported(table, name, trouble, fault),
  );
  table.stage.w.dispose();
  return failures;
}

/** The state in which the faults of one call are tested, one after the other. */
interface Table {
  readonly entry: Entry;
  stage: Stage;
  round: number;
  isTidy: boolean;
}

async function openStage({ place }: Entry): Promise<Stage> {
  const clock = manualClock();
  const w = await openWizardAt(place, {
    clock,
    timing: { requestMs: 25 },
    isWatched: () => false,
    secret: 'made-up',
  });
  return { w, clock };
}

async function expectReported(table: Table, name: CallName, trouble: string, fault: Fault): Promise<void> {
  const { entry } = table;
  table.round += 1;
  await untilPrepared(table);
  const { stage } = table;
  const { w, clock } = stage;
  const before = { choices: w.saved(), traffic: w.sample.traffic.length, received: w.received.length };
  w.sample.faults.next(fault);
  const problem = await answered(stage, entry.call(stage));
  w.sample.faults.clear();

  expectWaysOn(reported(w, problem));
  expectNoFaultOfOurs(w, before.received);
  // Nothing is created or changed twice, and the page shows what was created.
  expect(ownComputeResources(w).length).toBeLessThanOrEqual(1);
  const writes = writesIn(w.sample.traffic.slice(before.traffic));
  (entry.expects ?? expectations[name])?.({ w, trouble, problem, writes });
  if (name !== 'chooseNetwork' && name !== 'chooseTarget') expectSamePlan(w, before.choices);

  // Everything works again as soon as Azure does.
  clock.advance(60_000);
  await entry.tidy?.(stage);
  table.isTidy = true;
  await w.call.act({ id: 'readNetworks' });
  await w.call.refresh({});
  await w.until('well again', (p) => p.readiness?.state === 'checked' && p.readiness.stale === null);
}

/** A failed row leaves its state behind, so the next starts with a new one. */
async function untilPrepared(table: Table): Promise<void> {
  const { entry, round } = table;
  if (entry.isAfresh === true && round > 1) {
    table.stage.w.dispose();
    table.stage = await openStage(entry);
  }
  table.stage.w.sample.faults.clear();
  if (!table.isTidy) await entry.tidy?.(table.stage);
  table.isTidy = false;
  await entry.prepare?.(table.stage, round);
}

function expectWaysOn(sentences: readonly Sentence[]): void {
  for (const one of sentences) {
    expect(one.text.length).toBeGreaterThan(10);
    expect(one.offers || nextStep.test(one.text), one.text).toBe(true);
  }
}

function expectNoFaultOfOurs(w: OpenWizard, from: number): void {
  const posted = w.received.slice(from).flatMap((one) => (one.is === 'problem' ? [one.problem.code] : []));
  expect(posted).not.toContain('bug');
  expect(w.logged.filter((line) => /TypeError|ReferenceError|wizard view/.test(line))).toEqual([]);
}

function expectSamePlan(w: OpenWizard, before: StoredChoices): void {
  const { subnet, workspace, kind, name } = w.saved();
  const kept = { subnet: before.subnet, workspace: before.workspace, kind: before.kind };
  expect({ subnet, workspace, kind }).toEqual(kept);
  if (w.page.creation?.state === 'failed') expect(name).toBe(before.name);
}

interface Outcome {
  readonly w: OpenWizard;
  readonly trouble: string;
  readonly problem: CallError | null;
  readonly writes: Writes;
}

const expectations: Readonly<Partial<Record<CallName, (outcome: Outcome) => void>>> = {
  applyFix: expectFix,
  create: expectCreation,
  deleteStarted: expectDeletion,
  setUpNetwork: expectSetUp,
};

type Writes = readonly { readonly status: number }[];

/** A fix is applied in Azure once or not at all, and the page states which. */
function expectFix({ w, writes, problem }: Outcome): void {
  const isThere = Object.keys(w.sample.snapshot().resources).includes(addedRule);
  const { preview } = w.page;
  const accepted = writes.filter((one) => one.status < 300).length;
  expect(accepted).toBeLessThanOrEqual(2);
  if (problem !== null) return expect(isThere).toBe(false);
  // Azure accepted the change and failed afterward. The page reads the current state, and doesn't claim a result.
  if (preview?.outcome?.startsWith('Azure accepted the change') === true) return;
  expect(preview?.state).toBe(isThere ? 'applied' : 'refused');
}

/** The fix is either complete or absent. A change that Azure accepted and then failed is shown in Readiness. */
function expectEndpoint({ w }: Outcome): void {
  const held = Object.keys(w.sample.snapshot().resources).map((id) => id.toLowerCase());
  const [isMade, isNamed] = [endpoint, `${endpoint}/privateDnsZoneGroups/default`].map((id) =>
    held.includes(id.toLowerCase()),
  );
  const { preview, readiness } = w.page;
  expect(readinessRowOf(readiness, lacksEndpoint).word).toBe(isMade ? 'Passed:' : 'Failed:');
  if (preview?.outcome?.startsWith('Azure accepted the change to pe-mlw-risk-dev') === true) return;
  expect(preview?.state).toBe(isMade ? 'applied' : 'refused');
  expect(isNamed).toBe(isMade);
  if (!isMade) expect(preview?.outcome).toContain('pe-mlw-risk-dev');
}

function expectCreation({ w, trouble }: Outcome): void {
  const { creation } = w.page;
  const isThere = ownComputeResources(w).length === 1;
  if (creation?.state === 'ready') return expect(isThere).toBe(true);
  expect(creation?.heading).toMatch(/^(cpu-matrix-r\d+ was(?: not|n’t)|Couldn’t confirm whether)/);
  if (creation?.heading.endsWith('wasn’t created')) expect(isThere, trouble).toBe(false);
}

/** The page shows the state of the network in Azure, and no longer waits. */
function expectSetUp({ w, problem, writes }: Outcome): void {
  const held = w.sample.snapshot().resources[hub];
  expect(writes.filter((one) => one.status < 300).length).toBeLessThanOrEqual(1);
  expect(w.saved().settingUp?.isLeft).not.toBe(false);
  if (problem !== null) return;
  expect(held).toMatchObject({ managedNetwork: { status: { status: 'Active' } } });
  expect(w.page.plan?.network.managed).toMatchObject({ isSetUp: true, setUpButton: null });
}

function expectDeletion({ w, trouble, problem }: Outcome): void {
  // If Azure returns 404, the compute resource counts as deleted.
  const isThere = ownComputeResources(w).length === 1 && trouble !== '404';
  if (problem === null) return expect([isThere, w.page.creation]).toEqual([false, null]);
  // Deletion stays available if it failed, or if its result couldn't be read.
  expect(w.page.creation?.canDelete).toBe(true);
  if (trouble === 'fails late') expect(problem.message).not.toContain('refused');
}
