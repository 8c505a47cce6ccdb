import { isBilled, isEntryChange, type ResourceChange } from './resource-change';

/** Effects of a fix that the user has to allow by this name. */
export const fixPermissions = ['remove', 'cost'] as const;
export type FixPermission = (typeof fixPermissions)[number];

/**
 * Returns the permissions that changes need: `remove` if something existing is removed or dissociated, `cost` if
 * something is created that Azure bills.
 */
export function permissionsOf(changes: readonly ResourceChange[]): readonly FixPermission[] {
  return [
    ...(changes.some(isRemoval) ? ['remove' as const] : []),
    ...(changes.some(isBilled) ? ['cost' as const] : []),
  ];
}

/** Returns the permissions that changes need and the user didn't give. */
export function missingPermissions(
  changes: readonly ResourceChange[],
  allowed: readonly FixPermission[],
): readonly FixPermission[] {
  return permissionsOf(changes).filter((one) => !allowed.includes(one));
}

/** True if a resource is deleted, or no longer references what it referenced. A rule with other values stays. */
function isRemoval(change: ResourceChange): boolean {
  const { before, after } = change;
  if (after === null) return true;
  if (before === null || isEntryChange(change)) return false;
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.entries(before).some(([name, was]: [string, unknown]) => isLess(was, now.get(name)));
}

function isLess(was: unknown, is: unknown): boolean {
  if (Array.isArray(was)) return !Array.isArray(is) || was.some((one) => !is.includes(one));
  return is === null || (was === true && is === false);
}
