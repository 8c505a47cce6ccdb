import { AzureFailure } from './failure';
import { toFailure } from './to-failure';

/**
 * Kind of request, which decides its deadline. `remove` waits for nodes that leave, `create` for usable nodes, and
 * `set-up` for a managed virtual network.
 */
export type DeadlineKind = 'get' | 'list' | 'write' | 'remove' | 'create' | 'set-up';

/** Deadlines in seconds, including retries and pages. */
export const deadlines: Readonly<Record<DeadlineKind, number>> = {
  get: 30,
  list: 60,
  write: 180,
  remove: 1200,
  create: 3600,
  'set-up': 3600,
};

/**
 * Runs `work` with a signal that the caller's stop or the deadline aborts. It doesn't wait longer, even if `work`
 * ignores the signal. Rejects with `AzureFailure`: `cancelled` if the caller stopped it, `timeout` if the deadline
 * passed.
 */
export async function withDeadline<T>(
  seconds: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (stop.aborted) throw new AzureFailure('cancelled');
  const time = timeLimit(seconds, stop);
  try {
    return await Promise.race([work(time.signal), whenAborted(time.signal)]);
  } catch (error) {
    throw failureUnder(stop, time.isUp(), error);
  } finally {
    time.end();
  }
}

interface TimeLimit {
  /** Aborted by the caller's stop or when the time is up. */
  readonly signal: AbortSignal;
  isUp(): boolean;
  /** Clears the timer and removes the listener from the caller's stop. */
  end(): void;
}

/**
 * Returns a signal for a time limit. `AbortSignal.timeout` would keep the response in memory until its time is up,
 * which is an hour for a creation.
 */
export function timeLimit(seconds: number, stop: AbortSignal): TimeLimit {
  const either = new AbortController();
  let isUp = false;
  const timer = setTimeout(() => {
    isUp = true;
    either.abort();
  }, seconds * 1000);
  timer.unref();
  const onStop = (): void => either.abort();
  stop.addEventListener('abort', onStop, { once: true });
  if (stop.aborted) onStop();
  return {
    signal: either.signal,
    isUp: () => isUp,
    end() {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
    },
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new AzureFailure('cancelled')), { once: true });
  });
}

/** Converts an error. An abort that the caller didn't request means that the time limit of a single request passed. */
export function failureUnder(stop: AbortSignal, isTimeUp: boolean, error: unknown): AzureFailure {
  if (stop.aborted) return new AzureFailure('cancelled');
  if (isTimeUp) return new AzureFailure('timeout');
  const failure = toFailure(error);
  return failure.code === 'cancelled' ? new AzureFailure('timeout') : failure;
}
