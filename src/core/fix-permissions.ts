import { isBilled, isEntryChange, type ResourceChange } from './resource-change';

/** What a fix does only where the user asks for it by this name. */
export const fixPermissions = ['remove', 'cost'] as const;
export type FixPermission = (typeof fixPermissions)[number];

/**
 * The permissions that changes need: `remove` where something that exists is removed or detached, `cost` where something is
 * created that Azure bills.
 */
export function permissionsOf(changes: readonly ResourceChange[]): readonly FixPermission[] {
  return [
    ...(changes.some(isRemoval) ? ['remove' as const] : []),
    ...(changes.some(isBilled) ? ['cost' as const] : []),
  ];
}

/** Permissions that changes need and the user didn't give. */
export function missingPermissions(
  changes: readonly ResourceChange[],
  allowed: readonly FixPermission[],
): readonly FixPermission[] {
  return permissionsOf(changes).filter((one) => !allowed.includes(one));
}

/** Something is deleted, or a part of it no longer names what it named. A rule with other words stays. */
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
