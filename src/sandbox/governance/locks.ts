import { failure } from '../failure-texts';
import type { ArmError } from '../responses';
import { isInScope } from './roles';

export type PlacedLockLevel = 'CanNotDelete' | 'ReadOnly';

/** A management lock at a subscription, a resource group or a resource. */
export interface Lock {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly level: PlacedLockLevel;
  readonly notes: string | undefined;
}

export type LockedOperation = 'write' | 'delete';

/**
 * The refusal of an operation on `id` by a lock: at the scope or above it, and for a deletion below it as well, since
 * what holds a locked resource is not deleted either (lock resources page).
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
