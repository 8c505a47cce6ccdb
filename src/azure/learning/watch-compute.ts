import { AzureFailure } from '../failure';
import { pause } from '../pause';
import type { ComputeState, CreationEvent } from '../ports';
import { endOfCompute } from './end-of-compute';
import type { Look } from './patient-look';

export interface Watch {
  readonly look: Look;
  readonly stop: AbortSignal;
  /** Milliseconds between two looks. */
  readonly interval: number;
}

/** Looks in a row at a cluster that has settled short of its nodes, before it is said to have failed. */
const stuckLooks = 180;

/** Looks at a created compute until its nodes can be used, or until they cannot. */
export async function watchCompute(watch: Watch, onEvent: (event: CreationEvent) => void): Promise<void> {
  let stuck = 0;
  for (;;) {
    const seen = await watch.look();
    if (seen === null) throw new AzureFailure('notFound');
    if (seen !== 'unseen') {
      const end = endOfCompute(seen);
      stuck = end === 'stuck' ? stuck + 1 : 0;
      if (end === 'ready') return onEvent({ is: 'ready', compute: seen });
      if (end === 'failed') return onEvent(failedEvent(seen));
      if (stuck >= stuckLooks) return onEvent({ is: 'failed', code: 'timeout', details: {}, compute: seen });
      onEvent({ is: 'state', compute: seen });
    }
    await pause(watch.interval, watch.stop);
  }
}

function failedEvent(compute: ComputeState): CreationEvent {
  const [error] = compute.errors;
  const details = error ? { serviceCode: error.code, serviceMessage: error.message } : {};
  return { is: 'failed', code: 'refused', details, compute };
}
