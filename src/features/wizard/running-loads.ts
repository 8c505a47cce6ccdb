import type { CachedRead, Read } from '../../azure-store/queries';
import { requestedWait, type AzureFailure } from '../../azure/failure';
import type { Log } from '../../platform/log';
import type { WizardClock } from './clock';
import { loading, type Loaded } from './state';

/** Names of tasks. Each runs at most once: starting it again aborts the previous run. */
type LoadName =
  | 'connection'
  | 'subscriptions'
  | 'workspaces'
  | 'workspace'
  | 'networks'
  | 'locks'
  | 'resourceGroups'
  | 'subnet'
  | 'targets'
  | 'computes'
  | 'otherComputeResources'
  | 'vmSizes'
  | 'quotas'
  | 'identities'
  | 'tags'
  | 'governance'
  | 'services'
  | 'diagnosis'
  | 'python'
  | 'apply'
  | 'setUp'
  | 'delete'
  | 'creation'
  | 'lastChange'
  | 'networkTest'
  | 'order'
  | 'preselect';

export interface Loads {
  /** Reads a value and shows each stage. A new run with the same name aborts it, and it then shows nothing more. */
  run<T>(
    name: LoadName,
    read: (stop: AbortSignal) => Promise<Read<T>>,
    show: (loaded: Loaded<T>) => void,
  ): Promise<T | undefined>;
  /** Returns a signal for a longer task under `name`, and aborts the previous one. */
  begin(name: LoadName): AbortSignal;
  /** Reports that the task of `stop` has ended. */
  done(name: LoadName, stop: AbortSignal): void;
  isUnderWay(name: LoadName): boolean;
  stop(name: LoadName): void;
  stopAll(): void;
}

interface Load<T> {
  readonly name: LoadName;
  readonly stop: AbortSignal;
  readonly read: (stop: AbortSignal) => Promise<Read<T>>;
  readonly show: (loaded: Loaded<T>) => void;
}

export interface LoadsSetup {
  readonly clock: WizardClock;
  readonly log: Log;
  /** Called for every failed read. */
  readonly onFailure: (failure: AzureFailure) => void;
}

export function createLoads({ clock, log, onFailure }: LoadsSetup): Loads {
  const running = new Map<LoadName, AbortController>();

  function begin(name: LoadName): AbortSignal {
    running.get(name)?.abort();
    const controller = new AbortController();
    running.set(name, controller);
    return controller.signal;
  }

  async function run<T>(
    name: LoadName,
    read: (stop: AbortSignal) => Promise<Read<T>>,
    show: (loaded: Loaded<T>) => void,
  ): Promise<T | undefined> {
    const stop = begin(name);
    show(loading);
    try {
      const answer = await read(stop);
      if (stop.aborted) return undefined;
      if (answer.is === 'problem') return await showProblem({ name, stop, read, show }, answer.failure);
      show(answer);
      return answer.value;
    } finally {
      done(name, stop);
    }
  }

  /** Ends a task, unless a later one of the same name has replaced it. */
  function done(name: LoadName, stop: AbortSignal): void {
    if (running.get(name)?.signal === stop) running.delete(name);
  }

  /** Shows a failure. If Azure requests a wait, reads again after the wait and returns that result. */
  async function showProblem<T>(load: Load<T>, failure: AzureFailure): Promise<T | undefined> {
    const { name, stop, read, show } = load;
    if (failure.code === 'bug') log.error(`reading ${name}`, failure);
    onFailure(failure);
    const wait = requestedWait(failure);
    const retryAt = wait === null ? null : new Date(clock.now().getTime() + wait * 1000).toISOString();
    show({ is: 'problem', failure, retryAt });
    if (wait === null) return undefined;
    await pause(wait * 1000, stop);
    return stop.aborted ? undefined : run(name, read, show);
  }

  function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      clock.after(milliseconds, stop, resolve);
      stop.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  return {
    run,
    begin,
    done,
    isUnderWay: (name) => running.get(name)?.signal.aborted === false,
    stop: (name) => running.get(name)?.abort(),
    stopAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}

/** Maximum age, in milliseconds, of data for a choice, whichever surface read it. */
const youngEnough = 30_000;

/** Reads a list for `run`: from the store if it's younger than 30 seconds; with `again`, always from Azure. */
export function listed<T>(list: CachedRead<T>, how?: 'again'): (stop: AbortSignal) => Promise<Read<T>> {
  return (stop) => (how === 'again' ? list.renew(stop) : list.get({ maxAge: youngEnough, stop }));
}
