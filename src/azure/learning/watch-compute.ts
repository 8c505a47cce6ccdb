import { AzureFailure } from '../failure';
import type { ComputeState, CreationEvent } from '../ports';

export interface Watch {
  readonly get: () => Promise<ComputeState | null>;
  readonly stop: AbortSignal;
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

/** Looks at a created compute until its nodes can be used, or until they cannot. */
export async function watchCompute(watch: Watch, onEvent: (event: CreationEvent) => void): Promise<void> {
  for (;;) {
    const compute = await watch.get();
    if (compute === null) throw new AzureFailure('notFound');
    const end = endOf(compute);
    if (end === 'ready') return onEvent({ is: 'ready', compute });
    if (end === 'failed') return onEvent(failedEvent(compute));
    onEvent({ is: 'state', compute });
    await pause(watch.interval ?? 1000, watch.stop);
  }
}

const failedStates: ReadonlySet<string> = new Set([
  'SetupFailed',
  'CreateFailed',
  'UserSetupFailed',
  'Unusable',
  'Unknown',
]);

/** How a compute stands: usable, failed, or on its way. */
export function endOf(compute: ComputeState): 'ready' | 'failed' | 'running' {
  if (compute.provisioningState === 'Failed') return 'failed';
  return compute.kind === 'cluster' ? endOfCluster(compute) : endOfInstance(compute);
}

function endOfCluster({
  nodes,
  state,
  errors,
  provisioningState,
}: ComputeState): 'ready' | 'failed' | 'running' {
  if (!nodes) return 'running';
  if (nodes.unusable > 0 || (errors.length > 0 && state === 'Steady')) return 'failed';
  const wanted = Math.max(nodes.target, nodes.min);
  const isSettled = provisioningState === 'Succeeded' && state !== 'Resizing';
  return isSettled && nodes.idle >= wanted ? 'ready' : 'running';
}

function endOfInstance({ state, provisioningState }: ComputeState): 'ready' | 'failed' | 'running' {
  if (state !== null && failedStates.has(state)) return 'failed';
  return provisioningState === 'Succeeded' && state === 'Running' ? 'ready' : 'running';
}

function failedEvent(compute: ComputeState): CreationEvent {
  const error = compute.errors[0];
  const details = error ? { serviceCode: error.code, serviceMessage: error.message } : {};
  return { is: 'failed', code: 'refused', details, compute };
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new AzureFailure('cancelled'));
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(new AzureFailure('cancelled'));
      },
      { once: true },
    );
  });
}
