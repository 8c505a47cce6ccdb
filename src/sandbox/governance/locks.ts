import { failure } from '../failure-texts';
import type { ArmError } from '../responses';
import { isInScope } from './roles';

export type PlacedLockLevel = 'CanNotDelete' | 'ReadOnly';

/** A management lock on a subscription, a resource group, or a resource. */
export interface Lock {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly level: PlacedLockLevel;
  readonly notes: string | undefined;
}

export type LockedOperation = 'write' | 'delete';

/**
 * Returns the error of an operation on `id` that a lock prevents. The lock is at the scope or above it. For a deletion,
 * it can also be below: a resource that contains a locked one can't be deleted (lock resources page).
 */
export function lockedBy(
  locks: Iterable<Lock>,
  operation: LockedOperation,
  id: string,
): ArmError | undefined {
  const found = [...locks].filter((lock) => stops(lock, operation, id)).map((lock) => lock.scope);
  if (found.length === 0) return undefined;
  const scopes = [...new Set(found)].join(',');
  return failure('scopeLocked', { scope: id, operation, locked: scopes });
}

function stops({ scope, level }: Lock, operation: LockedOperation, id: string): boolean {
  if (operation === 'write') return level === 'ReadOnly' && isInScope(scope, id);
  return isInScope(scope, id) || isInScope(id, scope);
}
