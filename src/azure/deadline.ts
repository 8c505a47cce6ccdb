import { AzureFailure } from './failure';
import { toFailure } from './to-failure';

/** Seconds an answer may take, by what is asked. */
export const deadlines = { get: 30, list: 90, write: 180 } as const;

/**
 * Runs `work` with a signal that the caller's stop or the deadline aborts. Rejects with `AzureFailure`: `cancelled`
 * where the caller stopped it, `timeout` where the time was up.
 */
export async function withDeadline<T>(
  kind: keyof typeof deadlines,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const time = AbortSignal.timeout(deadlines[kind] * 1000);
  try {
    return await work(AbortSignal.any([stop, time]));
  } catch (error) {
    if (stop.aborted) throw new AzureFailure('cancelled');
    if (time.aborted) throw new AzureFailure('timeout');
    throw toFailure(error);
  }
}
