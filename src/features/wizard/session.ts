import type { Emit, Port } from '../../contract/channel';
import type { CallError } from '../../contract/call-error';
import { serveChannel } from '../../contract/serve-channel';
import { wizardChannel, type WizardChannel } from '../../contract/wizard/channel';
import { noPlan } from '../../contract/wizard/stored-choices';
import type { OpenRequest } from '../../contract/wizard/open-request';
import { openExplanation } from './actions/explain-error';
import { openAtRequest } from './actions/open-at';
import { followChange, followRead } from './actions/follow-store';
import { createBeginning, type WizardStart } from './wizard-start';
import { realClock, type WizardClock } from './clock';
import type { WizardContext } from './context';
import { countEvents } from './count-events';
import { noteMilestones } from './note-milestones';
import { toProblem } from './failures';
import { wizardHandlers } from './handlers';
import { createLoads } from './running-loads';
import { startPoll } from './poll';
import type { QuickUi } from './quick-picks/question';
import { runQuickPicks } from './quick-picks/run-quick-picks';
import { noteSignedOut, noteStale } from './signed-out';
import type { WizardPorts } from './ports';
import { firstState, type WizardState } from './state';
import { createWizardStore } from './store';
import { createViews, type WizardViews } from './views/views';

/**
 * One wizard: its state lives here, in the extension host; a page only shows it and may come and go. It begins with the
 * first page's hello, which says whose plan it is.
 */
export interface WizardSession {
  /** Serves a page; the function lets go of it, and the session goes on. */
  attach(port: Port): () => void;
  /** Something outside the state changed what the page shows: trust was granted. */
  renew(): void;
  /** Leads to where another door of the product wants the wizard; rejects where that is gone. */
  openAt(request: OpenRequest): Promise<void>;
  /** Opens the page that explains an error message. */
  explainError(): Promise<void>;
  /** Asks for the plan in the editor's own lists. */
  quickPicks(ui: QuickUi): Promise<void>;
  /** Somebody may look at the page again: what is due is read at once. */
  watched(): void;
  /** Another choice of subscriptions to show. */
  refilter(): void;
  dispose(): void;
}

export function createSession(ports: WizardPorts, clock: WizardClock = realClock): WizardSession {
  const { context, endKeeping } = contextOf(ports, clock);
  const { store } = context;
  const views = viewsOrNothing(ports);
  let emit: Emit<WizardChannel> | undefined;
  let shown: Partial<WizardViews> = {};

  /** Emits what changed since the page was last told; everything after a hello. */
  function tell(): void {
    if (!emit) return;
    const next = views(store.get());
    if (!next) return;
    for (const name of Object.keys(next) as (keyof WizardViews)[]) {
      if (shown[name] !== next[name]) emit(name, next[name]);
    }
    shown = next;
  }
  observe(context);
  store.onChange(tell);
  const poll = startPoll(context);
  const beginning = createBeginning(context);
  const leaveStore = joinStore(context, beginning);

  return {
    attach(port) {
      const host = serveChannel({
        channel: wizardChannel,
        port,
        handlers: wizardHandlers(context),
        toProblem: (error) => {
          noteSignedOut(store, error);
          return notedProblem(ports, error);
        },
        onHello: (sameVersion, window) => {
          beginning.greet(window);
          emit = host.emit;
          shown = {};
          if (sameVersion) tell();
          else host.emit('outdated', {});
        },
      });
      return () => {
        host.dispose();
        if (emit === host.emit) emit = undefined;
      };
    },
    renew: tell,
    openAt: (request) => beginning.doOnceBegun(() => openAtRequest(context, request)),
    explainError: () => beginning.done().then(() => openExplanation(context)),
    quickPicks: (ui) => beginning.done().then(() => askInLists(context, ui)),
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

/** What follows every change of the state, whether a page is there or not. */
function observe({ store, ports }: WizardContext): void {
  store.onChange(() => noteStale(store));
  countEvents(store, ports);
  noteMilestones(store, ports);
}

/** Other surfaces read and write too. Another account, or none anymore: everything is read again, the plan stays. */
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

function askInLists(context: WizardContext, ui: QuickUi): Promise<void> {
  const { ports, store } = context;
  const make = createViews(ports.say);
  const views = (): WizardViews => make(store.get(), ports.isTrusted());
  return runQuickPicks({ context, call: wizardHandlers(context), views }, ui);
}

/** What is cut off by the window's end stays kept as under way: the next window looks what became of it. */
function contextOf(
  ports: WizardPorts,
  clock: WizardClock,
): { readonly context: WizardContext; readonly endKeeping: () => void } {
  const store = createWizardStore(firstState(noPlan));
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

/** What the page is told; the log says which kind it was, and all of what is a fault of ours. */
function notedProblem({ say, log }: WizardPorts, error: unknown): CallError {
  const problem = toProblem(say, error);
  if (problem.code === 'bug') log.error('wizard', error);
  else log.info(`wizard: ${problem.code}`);
  return problem;
}

/** A view that throws is a bug of ours: it is logged, and the page keeps what it shows. */
function viewsOrNothing(ports: WizardPorts): (state: WizardState) => WizardViews | undefined {
  const views = createViews(ports.say);
  return (state) => {
    try {
      return views(state, ports.isTrusted());
    } catch (error) {
      ports.log.error('wizard view', error);
      return undefined;
    }
  };
}
