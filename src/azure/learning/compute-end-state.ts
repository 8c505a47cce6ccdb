import { isComputeKind, traitsOf } from '../../core/compute-kinds';
import type { ComputeState } from '../ports';

/** `stuck`: settled with too few nodes and without an error. It counts as failed only if it stays so. */
export type ComputeEnd = 'ready' | 'failed' | 'running' | 'stuck';

/** Returns the end state of a compute resource: usable, failed, or in progress. */
export function endOfCompute(compute: ComputeState): ComputeEnd {
  if (['Failed', 'Canceled'].includes(compute.provisioningState)) return 'failed';
  if (!isComputeKind(compute.kind)) return compute.provisioningState === 'Succeeded' ? 'ready' : 'running';
  return traitsOf(compute.kind).scales ? endOfCluster(compute) : endOfInstance(compute);
}

/**
 * Returns the end state of a cluster. It is ready if as many nodes as it keeps are idle or running. One unusable node
 * is a failure even if others may follow, because they use the same network. Resize errors count after the resize.
 */
function endOfCluster({ nodes, state, errors, provisioningState }: ComputeState): ComputeEnd {
  if (!nodes) return 'running';
  const isSettled = provisioningState === 'Succeeded' && state !== 'Resizing';
  if (nodes.unusable > 0 || (errors.length > 0 && isSettled)) return 'failed';
  if (!isSettled) return 'running';
  const targetCount = Math.max(nodes.target, nodes.min);
  if (nodes.idle >= targetCount) return 'ready';
  return nodes.preparing === 0 ? 'stuck' : 'running';
}

const failedStates: ReadonlySet<string> = new Set([
  'CreateFailed',
  'SetupFailed',
  'UserSetupFailed',
  'Unusable',
  'Unknown',
]);

/** States of an instance that was set up. A schedule or a user may have stopped it since. */
const usableStates: ReadonlySet<string> = new Set(['Running', 'JobRunning', 'Stopping', 'Stopped']);

function endOfInstance({ state, provisioningState }: ComputeState): ComputeEnd {
  if (state === null) return 'running';
  if (failedStates.has(state)) return 'failed';
  return provisioningState === 'Succeeded' && usableStates.has(state) ? 'ready' : 'running';
}
