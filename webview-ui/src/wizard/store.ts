import type { ChannelConnection } from '@contract/connect';
import { ProblemError } from '@contract/call-error';
import type { PlanView, SectionId } from '@contract/wizard/plan';
import type { WizardChannel } from '@contract/wizard/channel';
import { createRowCheckQueue, type RowCheckQueue } from './row-check-queue';
import { initialState, isOpenSection, reduce, type PageEvent, type PageState, type Snapshots } from './state';
import { decodeView, type ViewState } from './view-state';
import type { Listen } from '@contract/channel';

/** Where what is open and scrolled is kept. */
interface Memory {
  read(): unknown;
  write(state: unknown): void;
}

export interface StoreOptions {
  readonly connection: ChannelConnection<WizardChannel>;
  readonly memory: Memory;
  /** Runs after each event, with the state before it. */
  readonly changed: (event: PageEvent, before: PageState) => void;
}

/** Lists whose rows are checked as they come into view. */
export type CheckedList = 'workspaces' | 'networks' | 'subnets' | 'targets';

export interface PageStore {
  readonly state: PageState;
  readonly dispatch: (event: PageEvent) => void;
  readonly changeView: (change: Partial<ViewState>) => void;
  /** *Continue*: true where the next section opened. What is missing may have been chosen just now: the host is asked. */
  readonly continueFrom: (section: SectionId) => Promise<boolean>;
  /** Resolves once the page holds all that was asked for before. */
  readonly catchUp: () => Promise<void>;
  /** Rows without a result came into view. */
  readonly see: (list: CheckedList, ids: readonly string[]) => void;
  /** A link of a list, a choice or the banner was pressed. */
  readonly act: (id: string) => void;
}

/** The page's state with its host: signals go in through the reducer, what the page keeps of itself is written. */
export function createPageStore({ connection, memory, changed }: StoreOptions): PageStore {
  let state = initialState(decodeView(memory.read()));
  const queues = checkQueuesOf(connection, dispatch);

  function dispatch(event: PageEvent): void {
    const before = state;
    state = reduce(before, event);
    if (event.is === 'snapshot') forgetVerdicts(event.of);
    if (event.is === 'plan' && isOtherList(before.plan, event.plan)) queues.workspaces.forget();
    if (before.view !== state.view) memory.write(state.view);
    if (isOpening(event) && before.open !== state.open) tellOpened(state.open);
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

  function tellOpened(section: PageState['open']): void {
    if (section === null || section === 'preselected') return;
    void connection.call.openSection({ section }).catch(showProblem);
  }

  function showProblem(error: unknown): void {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'cancelled') dispatch({ is: 'problem', problem: error.problem });
  }

  function forgetVerdicts(of: Snapshots): void {
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
      void connection.call.act({ id }).catch(showProblem);
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

/** The host doesn't know which rows of another list were in view. */
function isOtherList(before: PlanView | null, { where }: PlanView): boolean {
  return before?.where.subscription !== where.subscription || where.workspaces.state.is !== 'ready';
}

function checkQueueOf(
  connection: StoreOptions['connection'],
  dispatch: (event: PageEvent) => void,
): RowCheckQueue {
  return createRowCheckQueue(
    (ids) => connection.call.checkRows({ ids: [...ids] }),
    (rows) => {
      dispatch({ is: 'judged', rows });
    },
  );
}

/** The person opened or closed a section; what a snapshot opens is nobody's wish. */
function isOpening(event: PageEvent): boolean {
  return event.is === 'toggle' || event.is === 'continue';
}

/** Turns every signal of the host into the reducer's event. */
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
  on('boardChanged', (board) => {
    dispatch({ is: 'snapshot', of: { board } });
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
