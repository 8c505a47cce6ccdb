import { permissionsOf } from '../../core/fix-permissions';
import type { TestedEdits } from './fix-attempt';
import { isEntryChange } from '../../core/resource-change';

/**
 * Returns whether edits need a preview. They do if they block traffic in any subnet, incur costs, or change several files. A
 * single rule that is named in the title is written directly.
 */
export function needsPreview({ fix, edits, affects }: TestedEdits): boolean {
  const files = new Set(edits.map(({ file }) => file)).size;
  const isWorse = affects.some((one) => one.isWorse);
  return isWorse || files > 1 || fix.effect === 'closes' || fix.effect === 'costs';
}

/**
 * Returns whether edits can be made without asking: changes of rules and routes that don't change traffic, or a corrected word.
 * Settings of a subnet and moves of a compute resource aren't harmless. Anything that removes resources or incurs costs
 * needs confirmation.
 */
export function isHarmless({ fix, affects }: Pick<TestedEdits, 'fix' | 'affects'>): boolean {
  if (affects.length > 0) return false;
  if (fix.spelling !== undefined) return true;
  const { changes, effect } = fix;
  const isOfEntries = changes.every(isEntryChange);
  return effect === 'none' && changes.length > 0 && isOfEntries && permissionsOf(changes).length === 0;
}

/**
 * Returns whether edits can be the preferred ones. They don't remove resources or incur costs. They only change the traffic of
 * other subnets that have the same problem, without blocking anything there.
 */
export function isPreferable({ fix, affects }: Pick<TestedEdits, 'fix' | 'affects'>): boolean {
  return (
    permissionsOf(fix.changes).length === 0 &&
    affects.every(({ isWorse, isFixed }) => !isWorse && isFixed === true)
  );
}
