import type { FixPreview } from '@contract/wizard/fix-preview';

type Choices = Pick<FixPreview, 'flows' | 'apart'>;

/** Every requirement that can be chosen, in the order shown. */
function choicesIn({ flows, apart }: Choices): readonly { readonly id: string; readonly ticked: boolean }[] {
  return [...flows, ...apart.flatMap(({ ids, ticked }) => ids.map((id) => ({ id, ticked })))];
}

/** The requirements that are chosen. */
export function chosenIds(choices: Choices): string[] {
  return choicesIn(choices).flatMap(({ id, ticked }) => (ticked ? [id] : []));
}

/** The ids to prove again after some were ticked or cleared, in the order shown. */
export function idsAfter(
  choices: Choices,
  change: { readonly ids: readonly string[]; readonly on: boolean },
): readonly string[] {
  return choicesIn(choices)
    .filter(({ id, ticked }) => (change.ids.includes(id) ? change.on : ticked))
    .map(({ id }) => id);
}
