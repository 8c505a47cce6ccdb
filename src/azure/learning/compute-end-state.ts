import { isComputeKind, traitsOf } from '../../core/compute-kinds';
import type { ComputeState } from '../ports';

/** `stuck`: settled short of its nodes without a word of why; so it stays only if it stays so. */
export type ComputeEnd = 'ready' | 'failed' | 'running' | 'stuck';

/** How a compute stands: usable, failed, or on its way. */
export function endOfCompute(compute: ComputeState): ComputeEnd {
  if (['Failed', 'Canceled'].includes(compute.provisioningState)) return 'failed';
  if (!isComputeKind(compute.kind)) return compute.provisioningState === 'Succeeded' ? 'ready' : 'running';
  return traitsOf(compute.kind).scales ? endOfCluster(compute) : endOfInstance(compute);
}

/**
 * A cluster is usable when as many nodes are idle or at work as it keeps. One unusable node is a failure although
 * others may follow: the same network waits for them. Errors of a resize count once it is over.
 */
function endOfCluster({ nodes, state, errors, provisioningState }: ComputeState): ComputeEnd {
  if (!nodes) return 'running';
  const isSettled = provisioningState === 'Succeeded' && state !== 'Resizing';
  if (nodes.unusable > 0 || (errors.length > 0 && isSettled)) return 'failed';
  if (!isSettled) return 'running';
  const wanted = Math.max(nodes.target, nodes.min);
  if (nodes.idle >= wanted) return 'ready';
  return nodes.preparing === 0 ? 'stuck' : 'running';
}

const failedStates: ReadonlySet<string> = new Set([
  'CreateFailed',
  'SetupFailed',
  'UserSetupFailed',
  'Unusable',
  'Unknown',
]);

/** States of an instance that was set up; a schedule or a person may have stopped it since. */
const usableStates: ReadonlySet<string> = new Set(['Running', 'JobRunning', 'Stopping', 'Stopped']);

function endOfInstance({ state, provisioningState }: ComputeState): ComputeEnd {
  if (state === null) return 'running';
  if (failedStates.has(state)) return 'failed';
  return provisioningState === 'Succeeded' && usableStates.has(state) ? 'ready' : 'running';
}
