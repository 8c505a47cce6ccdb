import type { PageWindow } from '../../contract/channel';
import { start } from './actions/connect';
import type { WizardContext } from './context';

/** How a wizard begins. */
export interface WizardStart {
  /**
   * The first page brings back its window's plan; a later one only says for which window it is kept.
   * It is kept at once: what another window writes from now on is not for this one.
   */
  greet(window: PageWindow | undefined): void;
  /** Begins anew with the plan as it is, where it has begun. */
  again(): void;
  /** Settles once it's known which window's plan it is; what the plan names may still be read. */
  greeted(): Promise<void>;
  /** Settles when it has begun and what the plan names is read, also where it begins anew meanwhile. */
  done(): Promise<void>;
  /** Does something once it has begun; where it fails since all begins anew meanwhile, once more after that. */
  doOnceBegun(task: () => Promise<void>): Promise<void>;
}

export function createBeginning(context: WizardContext): WizardStart {
  const { store, ports } = context;
  let started: Promise<void> | undefined;
  let tellGreeted = (): void => undefined;
  const greeted = new Promise<void>((resolve) => (tellGreeted = resolve));

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

  async function doOnceBegun(task: () => Promise<void>): Promise<void> {
    await done();
    const before = started;
    try {
      await task();
    } catch (error) {
      if (before === started) throw error;
      await doOnceBegun(task);
    }
  }

  return {
    greet(window) {
      const plan = ports.keptPlan(window);
      if (!started) {
        store.set(plan);
        begin();
        tellGreeted();
      }
      ports.keep(store.get());
    },
    again() {
      if (started) begin();
    },
    greeted: () => greeted,
    done,
    doOnceBegun,
  };
}
