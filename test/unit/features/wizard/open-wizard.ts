import type { AzureStore } from '../../../../src/azure-store/azure-store';
import type { Envelope, Port } from '../../../../src/contract/channel';
import { connect, type ChannelConnection } from '../../../../src/contract/connect';
import type { CauseAction, Readiness, ReadinessRow } from '../../../../src/contract/wizard/readiness';
import { wizardChannel, type WizardChannel } from '../../../../src/contract/wizard/channel';
import type { Creation } from '../../../../src/contract/wizard/creation';
import type { FixPreview } from '../../../../src/contract/wizard/fix-preview';
import type { TargetList } from '../../../../src/contract/wizard/attach';
import type { NetworkList, SubnetList } from '../../../../src/contract/wizard/lists';
import type { OpenedSection, PlanView } from '../../../../src/contract/wizard/plan';
import type { Report } from '../../../../src/contract/wizard/report';
import type { RequestPage } from '../../../../src/contract/wizard/request';
import type { Review } from '../../../../src/contract/wizard/review';
import type { OpenRequest } from '../../../../src/contract/wizard/open-request';
import type { StoredChoices } from '../../../../src/contract/wizard/stored-choices';
import { idUpTo } from '../../../../src/core/network/find';
import type { ResourceId } from '../../../../src/core/network/model';
import type { WizardClock } from '../../../../src/features/wizard/clock';
import type { WizardSession } from '../../../../src/features/wizard/session';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import type { TrafficEntry } from '../../../../src/sandbox/http-client';
import { leaveOpen } from '../../../support/left-open';
import { isWrite } from '../../../support/reads-by-post';
import { sampleWizard, type Recorded, type SampleWizardOptions } from '../../../support/sample-wizard';

/** The state that a page would have. */
export interface ReceivedPageState {
  plan?: PlanView;
  networks?: NetworkList;
  subnets?: SubnetList;
  targets?: TargetList | null;
  readiness?: Readiness;
  preview?: FixPreview | null;
  review?: Review;
  creation?: Creation | null;
  report?: Report | null;
  request?: RequestPage | null;
}

export interface OpenWizard extends Recorded {
  readonly call: ChannelConnection<WizardChannel>['call'];
  readonly page: ReceivedPageState;
  readonly sample: SandboxAzure;
  readonly saved: () => StoredChoices;
  readonly savedOpened: () => OpenedSection | null;
  readonly session: WizardSession;
  readonly store: AzureStore;
  /** Opens the wizard as another surface does. */
  openAt(request: OpenRequest): Promise<void>;
  /** All messages of the host, in order. */
  readonly received: Envelope[];
  /** Posts a message of any shape, as a broken page could. */
  post(raw: unknown): void;
  /** Closes the page and opens another one on the same session. */
  reopen(): ReceivedPageState;
  /** The window got the focus, or lost it. */
  watched(): void;
  /** Waits until `check` is true. Fails after fifteen seconds, and reports the state of the page. */
  until(what: string, check: (page: ReceivedPageState) => boolean): Promise<void>;
  dispose(): void;
}

export { withReads } from '../sample-connection';

export type OpenWizardOptions = SampleWizardOptions;

/** Returns the wizard's host over the sample, with a page in memory. Everything is real except the editor. */
export function openWizard(options: OpenWizardOptions = {}): OpenWizard {
  const { session, store, sample, recorded, saved, savedOpened } = sampleWizard(options);
  const dispose = (): void => {
    session.dispose();
    store.dispose();
  };
  leaveOpen(dispose);
  const pages = pagesOf((port) => session.attach(port));
  const wire = pages.open();
  const page = wire.page;
  return {
    ...recorded,
    call: wire.call,
    page,
    sample,
    saved,
    savedOpened,
    received: pages.received,
    post: (raw) => pages.post(raw),
    reopen: () => pages.open().page,
    openAt: (request) => session.openAt(request),
    watched: () => session.watched(),
    until: (what, check) => until(what, () => check(page), page),
    session,
    store,
    dispose,
  };
}

/** Pages come and go; the session stays. */
function pagesOf(attach: (port: Port) => () => void) {
  const received: Envelope[] = [];
  let detach: (() => void) | undefined;
  let hostPort: { say(raw: unknown): void } | undefined;
  return {
    received,
    post: (raw: unknown) => hostPort?.say(raw),
    open() {
      detach?.();
      const [host, page] = pair(received);
      detach = attach(host);
      hostPort = { say: (raw) => page.post(raw as Envelope) };
      const wire = connect(wizardChannel, page);
      const state = listen(wire);
      wire.hello();
      return { call: wire.call, page: state };
    },
  };
}

function listen(wire: ChannelConnection<WizardChannel>): ReceivedPageState {
  const page: ReceivedPageState = {};
  wire.on('planChanged', (plan) => (page.plan = plan));
  wire.on('networksChanged', (networks) => (page.networks = networks));
  wire.on('subnetsChanged', (subnets) => (page.subnets = subnets));
  wire.on('targetsChanged', (targets) => (page.targets = targets));
  wire.on('readinessChanged', (readiness) => (page.readiness = readiness));
  wire.on('previewChanged', (preview) => (page.preview = preview));
  wire.on('reviewChanged', (review) => (page.review = review));
  wire.on('creationChanged', (creation) => (page.creation = creation));
  wire.on('reportChanged', (report) => (page.report = report));
  wire.on('requestChanged', (request) => (page.request = request));
  return page;
}

/** Two ends of one channel, host and page. Messages are serialized as JSON, as with `postMessage`. */
function pair(received: Envelope[]): [Port, Port] {
  const listeners: [Set<(raw: unknown) => void>, Set<(raw: unknown) => void>] = [new Set(), new Set()];
  const end = (mine: 0 | 1, other: 0 | 1): Port => ({
    post: (message: Envelope) => {
      const text = JSON.stringify(message) as string | undefined;
      const raw: unknown = text === undefined ? undefined : JSON.parse(text);
      if (mine === 0) received.push(message);
      queueMicrotask(() => listeners[other].forEach((listener) => listener(raw)));
    },
    listen: (listener) => {
      listeners[mine].add(listener);
      return () => listeners[mine].delete(listener);
    },
  });
  return [end(0, 1), end(1, 0)];
}

async function until(what: string, check: () => boolean, page: ReceivedPageState): Promise<void> {
  const end = Date.now() + 30_000;
  while (!check()) {
    if (Date.now() > end) {
      throw new Error(`Waited for ${what}; the page holds ${JSON.stringify(page).slice(0, 2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A clock whose timers run when the test advances it. */
export interface ManualClock extends WizardClock {
  advance(milliseconds: number): void;
}

export function manualClock(start = '2026-07-30T10:00:00.000Z'): ManualClock {
  let now = Date.parse(start);
  let timers: { at: number; task: () => void; stop: AbortSignal | undefined }[] = [];
  return {
    now: () => new Date(now),
    after: (milliseconds, stop, task) => void timers.push({ at: now + milliseconds, task, stop }),
    advance(milliseconds) {
      now += milliseconds;
      const due = timers.filter((one) => one.at <= now);
      timers = timers.filter((one) => one.at > now);
      for (const one of due) if (one.stop?.aborted !== true) one.task();
    },
  };
}

/** Returns a promise that resolves when the test opens it. */
export function gate<T = void>(): { readonly promise: Promise<T>; open(value: T): void } {
  const opens: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => opens.push(resolve));
  return { promise, open: (value) => opens.forEach((one) => one(value)) };
}

/** Chooses a workspace by name once it's listed, and waits until all its data is read. */
export async function pickWorkspace(w: OpenWizard, name: string): Promise<void> {
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  await w.until('networks', (p) => p.networks?.state.is === 'ready');
  const row = w.page.plan?.workspace.workspaces.rows.find((one) => one.name === name);
  if (!row) throw new Error(`No workspace ${name}`);
  await w.call.chooseWorkspace({ id: row.id });
}

/**
 * Chooses a subnet by the names of network and subnet. Waits for its Readiness, including roles, locks, and services.
 */
export async function pickSubnet(w: OpenWizard, network: string, subnet: string): Promise<void> {
  const row = w.page.networks?.rows.find((one) => one.name === network);
  if (!row) throw new Error(`No network ${network}`);
  await w.call.chooseNetwork({ id: row.id });
  await w.until('subnets', (p) => p.subnets?.networkName === network);
  const found = w.page.subnets?.rows.find((one) => one.name === subnet);
  if (!found) throw new Error(`No subnet ${subnet}`);
  await w.call.chooseSubnet({ id: found.id });
  await w.until(
    'Readiness',
    (p) => p.readiness?.state === 'checked' && p.readiness.title.endsWith(` ${subnet}`),
  );
  for (const group of ['permissions', 'services']) {
    await w.until(group, (p) => p.readiness?.groups.some((one) => one.id === group) === true);
  }
  await isQuiet(w);
}

/** Waits until no request is pending. The data of a preselected subnet can show the same groups. */
export async function isQuiet(w: OpenWizard): Promise<void> {
  for (let before = -1; before !== w.sample.traffic.length;) {
    before = w.sample.traffic.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Returns a wizard in which a workspace and a subnet are chosen. */
export async function openWizardAt(
  place: { workspace?: string; network: string; subnet: string },
  options: OpenWizardOptions = {},
): Promise<OpenWizard> {
  const w = openWizard(options);
  await pickWorkspace(w, place.workspace ?? 'mlw-fraud-prod');
  await pickSubnet(w, place.network, place.subnet);
  return w;
}

/** For a network of the sample by name: the other resource groups that contain networks. */
const otherGroups = new Map<string, readonly ResourceId[]>();

function otherGroupsOf(sample: SandboxAzure, network: string): readonly ResourceId[] {
  const before = otherGroups.get(network);
  if (before) return before;
  const ids = Object.keys(sample.snapshot().resources).filter((id) => /\/virtualNetworks\/[^/]+$/i.test(id));
  const groupsOf = (some: readonly ResourceId[]): readonly ResourceId[] => [
    ...new Set(some.map((id) => idUpTo(id, 'providers'))),
  ];
  const own = groupsOf(ids.filter((id) => id.endsWith(`/${network}`)));
  const others = groupsOf(ids).filter((id) => !own.includes(id));
  otherGroups.set(network, others);
  return others;
}

/**
 * As `openAt`, for a user who can read only networks of this resource group. It takes half the time, because the rows
 * of other networks aren't checked.
 */
export function openWizardInOneGroup(
  place: Parameters<typeof openWizardAt>[0],
  options: OpenWizardOptions = {},
): Promise<OpenWizard> {
  return openWizardAt(place, {
    ...options,
    before: (sample) => {
      const scopes = otherGroupsOf(sample, place.network);
      for (const scope of scopes) sample.access.deny({ scope, verbs: ['read'] });
      options.before?.(sample);
    },
  });
}

/** Ready without a fix. */
export const healthy = { network: 'vnet-ml-prod-weu', subnet: 'snet-train-gpu' };
/** Deny-all outbound without the newer rules. */
export const denyAllSubnet = { network: 'vnet-ml-prod-weu', subnet: 'snet-training' };

/** True if the page has received a value that isn't null. */
export function isShown<T>(part: T | null | undefined): part is T {
  return part !== null && part !== undefined;
}

/** Opens the preview of fixes, and also selects changes that are billed or remove something. */
export async function previewEvery(w: OpenWizard, ids: readonly string[]): Promise<string> {
  await w.call.previewFix({ ids: [...ids] });
  await w.until('preview', ({ preview }) => isShown(preview) && preview.state === 'preview');
  const { id: preview = '', apart = [] } = w.page.preview ?? {};
  if (apart.some((one) => one.ids.some((id) => ids.includes(id)))) {
    await w.call.changeFix({ preview, ids: [...ids] });
    await w.until('all of it', (p) => p.preview?.id !== preview);
  }
  return w.page.preview?.id ?? '';
}

/** True if a creation has ended. */
export function hasEnded({ creation }: ReceivedPageState): boolean {
  return isShown(creation) && creation.state !== 'running' && !creation.isReading;
}

/** Returns the row of a requirement in Readiness. */
export function readinessRowOf(readiness: Readiness | undefined, id: string): ReadinessRow {
  const all = [...(readiness?.groups ?? []), ...(readiness?.notes ? [readiness.notes] : [])].flatMap(
    (one) => one.rows,
  );
  const row = all.find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}; there are ${all.map((one) => one.id).join(', ')}`);
  return row;
}

/** Returns the fix of the worst cause that has one, or null. */
export function worstFix(readiness: Readiness | undefined): CauseAction | null {
  const actions = readiness?.causes.flatMap((one) => one.actions) ?? [];
  return actions.find(({ does }) => does === 'fix') ?? null;
}

/** Returns the text of a detail of a row, by its label. */
export function detailOf(row: ReadinessRow, label: string): string {
  const detail = row.details.find((one) => one.label === label);
  if (!detail) {
    throw new Error(`No detail ${label}; there are ${row.details.map((one) => one.label).join(', ')}`);
  }
  return detail.runs.map((one) => one.text).join('');
}

/** Returns the requests that changed something in Azure. */
export function writesIn(traffic: readonly TrafficEntry[]): TrafficEntry[] {
  return traffic.filter(isWrite);
}
