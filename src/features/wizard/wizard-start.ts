import type { PageWindow } from '../../contract/channel';
import { start } from './actions/connect';
import type { WizardContext } from './context';

/** The start of a wizard. */
export interface WizardStart {
  /**
   * Handles a page's `hello`. The first page identifies its window's plan. A later page only changes which window the
   * plan is stored for.
   * The plan is stored immediately, because later changes of another window don't belong to this one.
   */
  greet(window: PageWindow | undefined): void;
  /** Restarts with the current plan, if it has started. */
  again(): void;
  /** Resolves once the window's plan is known. Its resources may still be loading. */
  greeted(): Promise<void>;
  /** Resolves once it has started and the plan's resources are read, even if it restarts meanwhile. */
  done(): Promise<void>;
  /** Runs a task after the start. If it fails because of a restart meanwhile, runs it again after that. */
  doOnceStarted(task: () => Promise<void>): Promise<void>;
}

export function createBeginning(context: WizardContext): WizardStart {
  const { store, ports } = context;
  let started: Promise<void> | undefined;
  let markGreeted = (): void => undefined;
  const greeted = new Promise<void>((resolve) => (markGreeted = resolve));

  function begin(): void {
    started = start(context).catch((error: unknown) => {
      ports.log.error('wizard start', error);
    });
  }

  async function done(): Promise<void> {
    await greeted;
    let waited: Promise<void> | undefined;
    while (waited !== started) {
      waited = started;
      await waited;
    }
  }

  async function doOnceStarted(task: () => Promise<void>): Promise<void> {
    await done();
    const before = started;
    try {
      await task();
    } catch (error) {
      if (before === started) throw error;
      await doOnceStarted(task);
    }
  }

  return {
    greet(window) {
      const plan = ports.keptPlan(window);
      if (!started) {
        store.set(plan);
        begin();
        markGreeted();
      }
      ports.keep(store.get());
    },
    again() {
      if (started) begin();
    },
    greeted: () => greeted,
    done,
    doOnceStarted,
  };
}
