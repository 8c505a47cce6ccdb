import type { ProvenEdits } from './proven-edits';

/**
 * Whether a person looks at edits before they are made: where something closes or costs, where several files change, and
 * where many fixes together open something. One rule that its title names is written at once.
 */
export function asksFirst({ fix, edits }: ProvenEdits, isMany: boolean): boolean {
  const costs = fix.steps.some(
    (step) => step.do === 'create' && (step.what === 'natGateway' || step.what === 'publicIpAddress'),
  );
  const files = new Set(edits.map(({ file }) => file)).size;
  const isPlain = fix.effect === 'none' && fix.moves === undefined;
  return costs || files > 1 || fix.effect === 'closes' || (isMany && !isPlain);
}

/** Whether edits may be made without asking: no traffic changes by them, and nothing is made or attached. */
export function isHarmless({ fix }: ProvenEdits): boolean {
  if (fix.moves) return false;
  return fix.effect === 'none' && fix.steps.every((step) => step.do === 'insert' || step.do === 'remove');
}
