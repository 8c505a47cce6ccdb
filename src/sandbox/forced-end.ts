import type { FaultTarget } from './faults';
import type { ArmError } from './responses';
import type { World } from './settings';

/** The error that a fault wants an operation to end with, decided when it begins, so that it can be repeated. */
export function forcedEnd({ faults, operations }: World, target: FaultTarget): ArmError | undefined {
  const error = faults.operationError(target);
  operations.forceEnd(error);
  return error;
}
