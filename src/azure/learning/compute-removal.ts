import { isComputeKind } from '../../core/compute-kinds';
import { flagAt, type JsonObject } from '../json';
import { toCompute } from './to-compute';

/**
 * How a compute is taken away (`underlyingResourceAction`). `Delete` on something attached deletes what is attached:
 * somebody's virtual machine. So it is said only of what Azure ML certainly made itself; all else is detached.
 */
export function removalOf(compute: JsonObject): 'Delete' | 'Detach' {
  const isAttached = flagAt(compute, 'properties', 'isAttachedCompute') ?? false;
  return isComputeKind(toCompute(compute).kind) && !isAttached ? 'Delete' : 'Detach';
}
