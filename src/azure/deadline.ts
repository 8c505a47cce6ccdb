import { AzureFailure } from './failure';
import { toFailure } from './to-failure';

/** What is asked decides how long it may take; `remove` waits for nodes that leave. */
export type DeadlineKind = 'get' | 'list' | 'write' | 'remove';

/** Seconds an answer may take, retries and pages with it. */
export const deadlines: Readonly<Record<DeadlineKind, number>> = {
  get: 30,
  list: 90,
  write: 180,
  remove: 1200,
};

/**
 * Runs `work` with a signal that the caller's stop or the deadline aborts. Rejects with `AzureFailure`: `cancelled`
 * where the caller stopped it, `timeout` where the time was up.
 */
export async function withDeadline<T>(
  seconds: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const time = AbortSignal.timeout(seconds * 1000);
  try {
    return await work(AbortSignal.any([stop, time]));
  } catch (error) {
    throw failureUnder(stop, time, error);
  }
}

/** An abort that nobody asked for is the time of one request that was up. */
export function failureUnder(stop: AbortSignal, time: AbortSignal | undefined, error: unknown): AzureFailure {
  if (stop.aborted) return new AzureFailure('cancelled');
  if (time?.aborted === true) return new AzureFailure('timeout');
  const failure = toFailure(error);
  return failure.code === 'cancelled' ? new AzureFailure('timeout') : failure;
}
