import { AzureFailure } from '../failure';
import { pause } from '../pause';
import type { ComputeState, CreationEvent } from '../ports';
import { endOfCompute } from './compute-end-state';
import { exponentialBackoff } from './exponential-backoff';
import type { PollAttempt } from './retry-transient';

export interface Watch {
  /** Polls the compute resource; null if it doesn't exist. */
  readonly look: PollAttempt<ComputeState | null>;
  readonly stop: AbortSignal;
  /** Milliseconds between the first two polls. Later polls are further apart. */
  readonly interval: number;
}

/** Number of first intervals that a cluster can stay settled with too few nodes before it counts as failed. */
const stuckIntervals = 180;

/** Polls a created compute resource until its nodes are usable or have failed. */
export async function watchCompute(watch: Watch, onEvent: (event: CreationEvent) => void): Promise<void> {
  const nextWait = exponentialBackoff();
  let stuckFor = 0;
  for (;;) {
    const wait = nextWait();
    const seen = await watch.look();
    if (seen === null) throw new AzureFailure('notFound');
    if (seen !== 'unseen') {
      const end = endOfCompute(seen);
      stuckFor = end === 'stuck' ? stuckFor + wait : 0;
      if (end === 'ready') return onEvent({ is: 'ready', compute: seen });
      if (end === 'failed') return onEvent(failedEvent(seen));
      if (stuckFor >= stuckIntervals) return onEvent(givenUp(seen));
      onEvent({ is: 'state', compute: seen });
    }
    await pause(wait * watch.interval, watch.stop);
  }
}

function givenUp(compute: ComputeState): CreationEvent {
  return { is: 'failed', code: 'timeout', details: {}, compute };
}

function failedEvent(compute: ComputeState): CreationEvent {
  const [error] = compute.errors;
  const details = error
    ? {
        serviceCode: error.code,
        serviceMessage: error.message,
        ...(error.inner ? { innerCodes: error.inner } : {}),
      }
    : {};
  return { is: 'failed', code: 'refused', details, compute };
}
