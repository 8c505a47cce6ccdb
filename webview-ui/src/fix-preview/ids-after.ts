import type { FixPreview } from '@contract/wizard/fix-preview';

type Choices = Pick<FixPreview, 'flows' | 'apart'>;

/** Returns every requirement that can be chosen, in display order. */
function choicesIn({ flows, apart }: Choices): readonly { readonly id: string; readonly ticked: boolean }[] {
  return [...flows, ...apart.flatMap(({ ids, ticked }) => ids.map((id) => ({ id, ticked })))];
}

/** Returns the chosen requirements. */
export function chosenIds(choices: Choices): string[] {
  return choicesIn(choices).flatMap(({ id, ticked }) => (ticked ? [id] : []));
}

/** Returns the IDs to test again after some were selected or cleared, in display order. */
export function idsAfter(
  choices: Choices,
  change: { readonly ids: readonly string[]; readonly on: boolean },
): readonly string[] {
  return choicesIn(choices)
    .filter(({ id, ticked }) => (change.ids.includes(id) ? change.on : ticked))
    .map(({ id }) => id);
}
