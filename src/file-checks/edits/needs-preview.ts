import { permissionsOf } from '../../core/fix-permissions';
import type { TestedEdits } from './tested-edits';
import { isEntryChange } from '../../core/resource-change';

/**
 * Whether a person looks at edits before they are made: where something closes, here or in another subnet, or costs, where
 * several files change, and where many fixes together open something. One rule that its title names is written at once.
 */
export function needsPreview({ fix, edits, affects }: TestedEdits, isMany: boolean): boolean {
  const files = new Set(edits.map(({ file }) => file)).size;
  const isPlain = fix.effect === 'none' && fix.moves === undefined;
  const isWorse = affects.some((one) => one.isWorse);
  return isWorse || files > 1 || fix.effect === 'closes' || fix.effect === 'costs' || (isMany && !isPlain);
}

/**
 * Whether edits may be made without asking: rules and routes that change no traffic, or a word as it should be. Settings of
 * a subnet and a compute's place have neither. What removes or bills something is never made without asking.
 */
export function isHarmless({ fix, affects }: Pick<TestedEdits, 'fix' | 'affects'>): boolean {
  if (affects.length > 0) return false;
  if (fix.spelling !== undefined) return true;
  const { changes, effect } = fix;
  const isOfEntries = changes.every(isEntryChange);
  return effect === 'none' && changes.length > 0 && isOfEntries && permissionsOf(changes).length === 0;
}

/**
 * Whether edits may be the preferred ones: they remove and bill nothing, and change the traffic of no other subnet but those
 * that have the same problem and lose nothing.
 */
export function isPreferable({ fix, affects }: Pick<TestedEdits, 'fix' | 'affects'>): boolean {
  return (
    permissionsOf(fix.changes).length === 0 &&
    affects.every(({ isWorse, isFixed }) => !isWorse && isFixed === true)
  );
}
