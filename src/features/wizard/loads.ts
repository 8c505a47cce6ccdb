import { AzureFailure } from '../../azure/failure';
import type { Clock } from './clock';
import { reading, type Loaded } from './state';

/** What can be under way, each at most once: a new one aborts the old. */
export type LoadName =
  | 'connection'
  | 'subscriptions'
  | 'workspaces'
  | 'workspace'
  | 'networks'
  | 'resourceGroups'
  | 'subnet'
  | 'computes'
  | 'vmSizes'
  | 'quotas'
  | 'tags'
  | 'name'
  | 'creation';

export interface Loads {
  /** Reads something and shows each stage of it; choosing something else aborts it and shows nothing more. */
  run<T>(
    name: LoadName,
    read: (stop: AbortSignal) => Promise<T>,
    show: (loaded: Loaded<T>) => void,
  ): Promise<T | undefined>;
  /** A signal of its own for a longer task under `name`; aborts the one before. */
  begin(name: LoadName): AbortSignal;
  stop(name: LoadName): void;
  stopAll(): void;
}

export function createLoads(clock: Clock): Loads {
  const running = new Map<LoadName, AbortController>();

  function begin(name: LoadName): AbortSignal {
    running.get(name)?.abort();
    const controller = new AbortController();
    running.set(name, controller);
    return controller.signal;
  }

  async function run<T>(
    name: LoadName,
    read: (stop: AbortSignal) => Promise<T>,
    show: (loaded: Loaded<T>) => void,
  ): Promise<T | undefined> {
    const stop = begin(name);
    show(reading);
    try {
      const value = await read(stop);
      if (stop.aborted) return undefined;
      show({ is: 'ready', value, readAt: clock.now().toISOString() });
      return value;
    } catch (error) {
      if (!stop.aborted) showProblem(name, error, read, show);
      return undefined;
    }
  }

  function showProblem<T>(
    name: LoadName,
    error: unknown,
    read: (stop: AbortSignal) => Promise<T>,
    show: (loaded: Loaded<T>) => void,
  ): void {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    const wait = failure.code === 'throttled' ? (failure.details.retryAfterSeconds ?? 15) : null;
    const retryAt = wait === null ? null : new Date(clock.now().getTime() + wait * 1000).toISOString();
    show({ is: 'problem', failure, retryAt });
    if (wait !== null) clock.after(wait * 1000, running.get(name)?.signal, () => void run(name, read, show));
  }

  return {
    run,
    begin,
    stop: (name) => running.get(name)?.abort(),
    stopAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
