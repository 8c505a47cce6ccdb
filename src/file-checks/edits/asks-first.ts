import type { ProvenEdits } from './proven-edits';

/**
 * Whether a person looks at edits before they are made: where something closes or costs, where several files change, and
 * where many fixes together open something. One rule that its title names is written at once.
 */
export function asksFirst({ fix, edits }: ProvenEdits, isMany: boolean): boolean {
  const files = new Set(edits.map(({ file }) => file)).size;
  const isPlain = fix.effect === 'none' && fix.moves === undefined;
  return files > 1 || fix.effect === 'closes' || fix.effect === 'costs' || (isMany && !isPlain);
}

/**
 * Whether edits may be made without asking: rules and routes that change no traffic, or a word as it should be. Settings of
 * a subnet and a compute's place have neither.
 */
export function isHarmless({ fix }: Pick<ProvenEdits, 'fix'>): boolean {
  if (fix.spelling !== undefined) return true;
  const { steps, effect } = fix;
  const isOfEntries = steps.every((step) => step.do === 'insert' || step.do === 'remove');
  return effect === 'none' && steps.length > 0 && isOfEntries;
}
