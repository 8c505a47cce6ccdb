import { AzureFailure } from './failure';
import { toFailure } from './to-failure';

/**
 * What is asked decides how long it may take; `remove` waits for nodes that leave, `create` for nodes that can be used,
 * `set-up` for a network to stand.
 */
export type DeadlineKind = 'get' | 'list' | 'write' | 'remove' | 'create' | 'set-up';

/** Seconds an answer may take, retries and pages with it. */
export const deadlines: Readonly<Record<DeadlineKind, number>> = {
  get: 30,
  list: 60,
  write: 180,
  remove: 1200,
  create: 3600,
  'set-up': 3600,
};

/**
 * Runs `work` with a signal that the caller's stop or the deadline aborts, and waits no longer than that even where
 * the work does not listen to it. Rejects with `AzureFailure`: `cancelled` where the caller stopped it, `timeout`
 * where the time was up.
 */
export async function withDeadline<T>(
  seconds: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (stop.aborted) throw new AzureFailure('cancelled');
  const time = AbortSignal.timeout(seconds * 1000);
  const signal = AbortSignal.any([stop, time]);
  try {
    return await Promise.race([work(signal), whenAborted(signal)]);
  } catch (error) {
    throw failureUnder(stop, time, error);
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new AzureFailure('cancelled')), { once: true });
  });
}

/** An abort that nobody asked for is the time of one request that was up. */
export function failureUnder(stop: AbortSignal, time: AbortSignal | undefined, error: unknown): AzureFailure {
  if (stop.aborted) return new AzureFailure('cancelled');
  if (time?.aborted === true) return new AzureFailure('timeout');
  const failure = toFailure(error);
  return failure.code === 'cancelled' ? new AzureFailure('timeout') : failure;
}
