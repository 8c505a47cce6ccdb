import { isPutBack, type FixStep } from './fix';
import { isBilled } from './fix-effect';

/** What a fix does only where the user asks for it by this name. */
export const fixPermissions = ['remove', 'cost'] as const;
export type FixPermission = (typeof fixPermissions)[number];

/**
 * The permissions that steps need: `remove` where something that exists is removed or detached, `cost` where something is
 * created that Azure bills.
 */
export function permissionsOf(steps: readonly FixStep[]): readonly FixPermission[] {
  const removes = steps.some((step) => isRemoval(step) && !steps.some((one) => isPutBack(one, step)));
  return [...(removes ? ['remove' as const] : []), ...(steps.some(isBilled) ? ['cost' as const] : [])];
}

/** Permissions that steps need and the user didn't give. */
export function missingPermissions(
  steps: readonly FixStep[],
  allowed: readonly FixPermission[],
): readonly FixPermission[] {
  return permissionsOf(steps).filter((one) => !allowed.includes(one));
}

const removals: ReadonlySet<FixStep['do']> = new Set([
  'remove',
  'detach',
  'delete',
  'dismiss',
  'distrust',
  'unlink',
  'disconnect',
  'removeZone',
  'deregister',
] satisfies FixStep['do'][]);

function isRemoval(step: FixStep): boolean {
  return removals.has(step.do) || (step.do === 'set' && step.property === 'delegations');
}
