import type { FaultTarget } from './faults';
import type { ArmError } from './responses';
import type { World } from './settings';

/**
 * Returns the error with which a fault ends an operation. It is decided when the operation starts, so that it can be
 * replayed.
 */
export function forcedEnd({ faults, operations }: World, target: FaultTarget): ArmError | undefined {
  const error = faults.operationError(target);
  operations.forceEnd(error);
  return error;
}
