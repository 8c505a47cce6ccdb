import type { Port, ShownState } from '../../contract/channel';
import { OutdatedCall, type CallError } from '../../contract/call-error';
import { serveChannel, type Host } from '../../contract/serve-channel';
import { wizardChannel, type WizardChannel } from '../../contract/wizard/channel';
import { noPlan } from '../../contract/wizard/stored-choices';
import type { OpenRequest } from '../../contract/wizard/open-request';
import { openExplanation } from './actions/explain-error';
import { openNetworkRequest } from './actions/network-request';
import { startNewPlan } from './actions/new-plan';
import { openPlanFile } from './actions/open-plan-file';
import { openAtRequest } from './actions/open-at';
import { followChange, followRead } from './actions/follow-store';
import type { Plan } from '../../plans/compute-plan';
import { completePlan } from './derived-plan';
import { isProposing, subnetChoice } from './selection';
import { createBeginning, type WizardStart } from './wizard-start';
import { realClock, type WizardClock } from './clock';
import type { WizardContext } from './context';
import { countEvents } from './count-events';
import { toProblem } from './failures';
import { wizardHandlers } from './handlers';
import { createLoads } from './running-loads';
import { startPoll } from './poll';
import type { QuickUi } from './quick-picks/question';
import { runQuickPicks } from './quick-picks/run-quick-picks';
import { rememberEvaluations } from './remembered-results';
import { noteSignedOut, noteStale } from './signed-out';
import { preselect } from './preselect';
import type { WizardPorts } from './ports';
import { createShownState, outdatedError } from './shown-state';
import { keepRowsInOrder } from './row-order';
import { firstState, loadedValue, type WizardState } from './state';
import { createWizardStore, type WizardStore } from './store';
import { createViews, type WizardViews } from './views/views';
import type { Milestone } from '../../platform/milestones';

/**
 * A wizard. Its state is in the extension host: a page only displays it, and can be closed and reopened.
 * It starts with the first page's `hello`, which identifies the window's plan.
 */
export interface WizardSession {
  /** Serves a page. Returns a function that disconnects it; the session continues. */
  attach(port: Port): () => void;
  /** Handles a change outside the state that affects the page: trust was granted. */
  renew(): void;
  /** Opens the wizard at a request from another surface. Rejects if the requested resource no longer exists. */
  openAt(request: OpenRequest): Promise<void>;
  /** Starts a new plan without choices. Running operations in Azure continue. */
  newPlan(): Promise<void>;
  /** Returns the plan; undefined if it's incomplete, or if its network is to be created. */
  plan(): WizardPlan | undefined;
  /** Fills the choices from a plan file. */
  openPlan(file: string, plan: Plan): Promise<void>;
  /** Opens the page that explains an error message. */
  explainError(): Promise<void>;
  /** Opens the network request of the chosen subnet. */
  openRequest(): Promise<void>;
  /** Asks for the plan in the editor's quick picks. */
  quickPicks(ui: QuickUi): Promise<void>;
  /** Handles that the page may be visible again: reads immediately if a read is due. */
  watched(): void;
  /** Handles a change of the subscriptions to show. */
  refilter(): void;
  dispose(): void;
}

export function createSession(
  ports: WizardPorts,
  clock: WizardClock = realClock,
  store: WizardStore = createWizardStore(firstState(noPlan)),
): WizardSession {
  const { context, endKeeping } = contextOf(ports, clock, store);
  store.set({ isTrusted: ports.isTrusted(), confirmations: ports.keptConfirmations() });
  const views = createViews(ports.say, store.tracked, () => ports.now());
  const shown = createShownState(store.tracked);
  const page = createPageUpdates(views, shown.current, ports.log);
  observe(context);
  store.onChange(page.notify);
  const poll = startPoll(context);
  const beginning = createBeginning(context);
  const leaveStore = joinStore(context, beginning);

  return {
    attach(port) {
      const host = serveChannel({
        channel: wizardChannel,
        port,
        handlers: wizardHandlers(context),
        ...shown,
        toProblem: (error) => {
          noteSignedOut(store, error);
          const isOutdated = error instanceof OutdatedCall;
          return notedProblem(ports, isOutdated ? outdatedError(ports.say, store.get(), error) : error);
        },
        onHello: (sameVersion, window) => {
          beginning.greet(window);
          page.begin(host);
          if (!sameVersion) return host.emit('outdated', {});
          store.set({ isTrusted: ports.isTrusted() });
          page.notify();
        },
      });
      return () => {
        host.dispose();
        page.end(host);
      };
    },
    renew: () => store.set({ isTrusted: ports.isTrusted() }),
    openAt: (request) => beginning.doOnceStarted(() => openAtRequest(context, request)),
    newPlan: () => beginning.greeted().then(() => startNewPlan(context)),
    plan: () => planOf(store),
    openPlan: (file, plan) => beginning.greeted().then(() => openPlanFile(context, file, plan)),
    explainError: () => beginning.done().then(() => openExplanation(context)),
    openRequest: () => beginning.done().then(() => openNetworkRequest(context)),
    quickPicks: (ui) => beginning.done().then(() => askInLists(context, views, ui)),
    watched: () => {
      if (ports.isWatched()) poll.watched();
    },
    refilter: () => store.set({ shown: ports.shownSubscriptions() }),
    dispose: () => {
      endKeeping();
      leaveStore();
      poll.dispose();
      context.loads.stopAll();
    },
  };
}

/** A complete plan, and the number of fixes in its code. */
export interface WizardPlan {
  readonly plan: Plan;
  readonly n: number;
}

function planOf(store: WizardStore): WizardPlan | undefined {
  const state = store.get();
  const plan = isProposing(state) ? undefined : completePlan(state, []);
  return plan && { plan, n: state.choices.fixesInCode.length };
}

interface PageUpdates {
  begin(host: Host<WizardChannel>): void;
  end(host: Host<WizardChannel>): void;
  /** Sends views that changed since the last call, then which state they show; after `hello`, sends all. */
  notify(): void;
}

function createPageUpdates(
  views: WizardViews,
  shownState: () => ShownState,
  log: WizardPorts['log'],
): PageUpdates {
  let host: Host<WizardChannel> | undefined;
  let shown: { [Name in keyof WizardViews]?: WizardViews[Name] } = {};
  let lastState: ShownState | undefined;

  /** Sends one view. If it throws, that's a bug: it's logged, and the page keeps its content. */
  function emitView<Name extends keyof WizardViews>({ emit }: Host<WizardChannel>, name: Name): void {
    try {
      const next = views[name];
      if (shown[name] !== next) emit(name, next);
      shown[name] = next;
    } catch (error) {
      log.error('wizard view', error);
    }
  }

  return {
    begin(next) {
      host = next;
      shown = {};
      lastState = undefined;
    },
    end(ended) {
      if (host === ended) host = undefined;
    },
    notify() {
      if (!host) return;
      for (const name of Object.keys(views) as (keyof WizardViews)[]) emitView(host, name);
      const state = shownState();
      if (state !== lastState) host.show(state);
      lastState = state;
    },
  };
}

/** Subscribes to changes of the state, whether a page is open or not. */
function observe(context: WizardContext): void {
  const { store, ports } = context;
  store.onChange(() => noteStale(store));
  keepRowsInOrder(context);
  rememberEvaluations(context);
  countEvents(store, ports);
  noteMilestones(store, ports);
  preselect(context);
}

/**
 * Follows reads and writes of other surfaces. After a change of the account or a sign-out, everything is read again,
 * and the plan stays.
 */
function joinStore(context: WizardContext, beginning: WizardStart): () => void {
  const { ports } = context;
  const { store } = ports;
  const leave = [
    store.addViewer(() => ports.isWatched()),
    store.onRead((stored) => followRead(context, stored)),
    store.onChange((change) => void followChange(context, change)),
    store.onClear(() => beginning.again()),
  ];
  return () => leave.forEach((one) => one());
}

function askInLists(context: WizardContext, views: WizardViews, ui: QuickUi): Promise<void> {
  return runQuickPicks({ context, call: wizardHandlers(context), views: () => views }, ui);
}

/**
 * Creates the context. Operations that the window's end interrupts stay stored as running, so that the next window can
 * check their outcome.
 */
function contextOf(
  ports: WizardPorts,
  clock: WizardClock,
  store: WizardStore,
): { readonly context: WizardContext; readonly endKeeping: () => void } {
  const loads = createLoads({ clock, log: ports.log, onFailure: (failure) => noteSignedOut(store, failure) });
  let isOver = false;
  const keep: WizardPorts['keep'] = (plan) => {
    if (!isOver) ports.keep(plan);
  };
  return {
    context: { store, ports: { ...ports, keep }, clock, loads },
    endKeeping: () => {
      isOver = true;
    },
  };
}

/** Converts an error to a problem for the page. Logs its code; for a bug, also the error. */
function notedProblem({ say, log }: WizardPorts, error: unknown): CallError {
  const problem = toProblem(say, error);
  if (problem.code === 'bug') log.error('wizard', error);
  else log.info(`wizard: ${problem.code}`);
  return problem;
}

/** Reports milestones to the walkthrough, from now on. */
function noteMilestones(store: WizardStore, ports: Pick<WizardPorts, 'reached'>): void {
  store.onChange(() => milestonesIn(store.get()).forEach((one) => ports.reached(one)));
}

function milestonesIn(state: WizardState): readonly Milestone[] {
  const { networks, evaluation, applied, creation } = state;
  const found: Milestone[] = [];
  if (loadedValue(networks)?.virtualNetworks[0]) found.push('networkSeen');
  if (evaluation && subnetChoice(state) !== null) found.push('subnetChecked');
  if (applied?.state === 'applied') found.push('fixApplied');
  if (creation?.phase.is === 'ready') found.push('computeMade');
  return found;
}
