import type { ChannelConnection } from '@contract/connect';
import { ProblemError } from '@contract/call-error';
import type { PlanView, SectionId } from '@contract/wizard/plan';
import type { WizardChannel } from '@contract/wizard/channel';
import { createRowCheckQueue, type RowCheckQueue } from './row-check-queue';
import { initialState, isOpenSection, reduce, type PageEvent, type PageState, type Snapshots } from './state';
import { decodeView, type ViewState } from './view-state';
import type { Listen } from '@contract/channel';

/** Storage for what is open and the scroll position. */
interface Memory {
  read(): unknown;
  write(state: unknown): void;
}

export interface StoreOptions {
  readonly connection: ChannelConnection<WizardChannel>;
  readonly memory: Memory;
  /** Called after each event with the previous state. */
  readonly changed: (event: PageEvent, before: PageState) => void;
}

/** Lists whose rows are checked as they come into view. */
export type CheckedList = 'workspaces' | 'networks' | 'subnets' | 'targets';

export interface PageStore {
  readonly state: PageState;
  readonly dispatch: (event: PageEvent) => void;
  readonly changeView: (change: Partial<ViewState>) => void;
  /**
   * Handles *Continue*; true if the next section opened. The host is queried, because what was missing may just have
   * been chosen.
   */
  readonly continueFrom: (section: SectionId) => Promise<boolean>;
  /** Resolves when the page has the results of all earlier requests. */
  readonly catchUp: () => Promise<void>;
  /** Handles rows without a result that come into view. */
  readonly see: (list: CheckedList, ids: readonly string[]) => void;
  /** Handles the press of a link of a list, a choice, or the banner. */
  readonly act: (id: string) => void;
}

/** Actions that are calls, because they're about what the page shows. */
const ownCalls = ['copyPeeringRequest', 'diagnose', 'writeNewTarget'] as const;

/**
 * Creates the page's state with its connection to the host. Signals go through the reducer, and the page's own state is
 * stored.
 */
export function createPageStore({ connection, memory, changed }: StoreOptions): PageStore {
  let state = initialState(decodeView(memory.read()));
  const queues = checkQueuesOf(connection, dispatch);

  function dispatch(event: PageEvent): void {
    const before = state;
    state = reduce(before, event);
    if (event.is === 'snapshot') forgetResults(event.of);
    if (event.is === 'plan' && isOtherList(before.plan, event.plan)) queues.workspaces.forget();
    if (before.view !== state.view) memory.write(state.view);
    if (isOpening(event) && before.open !== state.open) reportOpened(state.open);
    changed(event, before);
  }

  async function continueFrom(section: SectionId): Promise<boolean> {
    if (isMissing(section)) {
      await catchUp();
      if (!isOpenSection(state, section)) return false;
    }
    dispatch({ is: 'continue', section });
    return !isOpenSection(state, section);
  }

  async function catchUp(): Promise<void> {
    await connection.call.catchUp({}).catch(showProblem);
  }

  function isMissing(section: SectionId): boolean {
    return state.plan !== null && state.plan.sections[section].missing !== null;
  }

  function reportOpened(section: PageState['open']): void {
    if (section === null || section === 'preselected') return;
    void connection.call.openSection({ section }).catch(showProblem);
  }

  function showProblem(error: unknown): void {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'cancelled') dispatch({ is: 'problem', problem: error.problem });
  }

  function forgetResults(of: Snapshots): void {
    if (of.networks) queues.networks.forget();
    if (of.subnets) queues.subnets.forget();
    if (of.targets) queues.targets.forget();
  }

  listenToHost(connection.on, dispatch);
  return {
    get state() {
      return state;
    },
    dispatch,
    changeView: (change) => {
      dispatch({ is: 'view', change });
    },
    continueFrom,
    catchUp,
    see: (list, ids) => {
      queues[list].see(ids);
    },
    act: (id) => {
      const call = ownCalls.find((one) => one === id);
      const done = call ? connection.call[call]({}) : connection.call.act({ id });
      void done.catch(showProblem);
    },
  };
}

function checkQueuesOf(
  connection: StoreOptions['connection'],
  dispatch: (event: PageEvent) => void,
): Readonly<Record<CheckedList, RowCheckQueue>> {
  const queue = (): RowCheckQueue => checkQueueOf(connection, dispatch);
  return { workspaces: queue(), networks: queue(), subnets: queue(), targets: queue() };
}

/** True if the list changed, so that the host doesn't know which rows are in view. */
function isOtherList(before: PlanView | null, { workspace }: PlanView): boolean {
  return (
    before?.workspace.subscription !== workspace.subscription || workspace.workspaces.state.is !== 'ready'
  );
}

function checkQueueOf(
  connection: StoreOptions['connection'],
  dispatch: (event: PageEvent) => void,
): RowCheckQueue {
  return createRowCheckQueue(
    (ids) => connection.call.checkRows({ ids: [...ids] }),
    (rows) => {
      dispatch({ is: 'checked', rows });
    },
  );
}

/** True if the user opened or closed a section. A section that a snapshot opens isn't the user's choice. */
function isOpening(event: PageEvent): boolean {
  return event.is === 'toggle' || event.is === 'continue';
}

/** Converts every signal of the host to an event of the reducer. */
function listenToHost(on: Listen<WizardChannel>, dispatch: (event: PageEvent) => void): void {
  on('planChanged', (plan) => {
    dispatch({ is: 'plan', plan });
  });
  on('networksChanged', (networks) => {
    dispatch({ is: 'snapshot', of: { networks } });
  });
  on('subnetsChanged', (subnets) => {
    dispatch({ is: 'snapshot', of: { subnets } });
  });
  on('targetsChanged', (targets) => {
    dispatch({ is: 'snapshot', of: { targets } });
  });
  on('readinessChanged', (readiness) => {
    dispatch({ is: 'snapshot', of: { readiness } });
  });
  on('previewChanged', (preview) => {
    dispatch({ is: 'snapshot', of: { preview } });
  });
  on('reviewChanged', (review) => {
    dispatch({ is: 'snapshot', of: { review } });
  });
  on('creationChanged', (creation) => {
    dispatch({ is: 'snapshot', of: { creation } });
  });
  on('reportChanged', (report) => {
    dispatch({ is: 'snapshot', of: { report } });
  });
  on('requestChanged', (request) => {
    dispatch({ is: 'snapshot', of: { request } });
  });
  on('outdated', () => {
    dispatch({ is: 'snapshot', of: { outdated: true } });
  });
}
