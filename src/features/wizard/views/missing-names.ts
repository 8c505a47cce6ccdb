import type { Say } from '../../../messages/say';
import { validateComputeName } from '../../../plans/compute-name';
import { plannedName } from '../derived-plan';
import { isNameInUse } from '../size-problems';
import type { WizardState } from '../state';

/** Returns why the name can't be used; null if it can. */
export function nameMissing(say: Say, state: WizardState): string | null {
  if (validateComputeName(state.choices.kind, plannedName(state)).is === 'error') {
    return say('section.missing.name');
  }
  return isNameInUse(state) ? say('section.missing.taken') : null;
}
