import { setTimeout as timer } from 'node:timers/promises';
import { AzureFailure } from './failure';

/** Waits; rejects with `cancelled` as soon as `stop` is aborted. */
export async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  try {
    await timer(milliseconds, undefined, { signal: stop });
  } catch (error) {
    if (stop.aborted) throw new AzureFailure('cancelled');
    throw error;
  }
}
