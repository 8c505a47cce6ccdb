import { isDnsUnchecked, isReady } from '../../../core/check-result';
import type { PlanView } from '../../../contract/wizard/plan';
import type { WorkspaceReason } from '../../../contract/wizard/recommended';
import type { Say } from '../../../messages/say';
import { chosenSubnet, chosenWorkspace } from '../selection';
import type { WizardState } from '../state';

type Recommendation = PlanView['where']['recommended'];

/** Why the chosen workspace is preselected; null where a person selected it. */
export function recommendedWorkspace(say: Say, state: WizardState): Recommendation {
  const { workspace: because } = state.choices.recommended;
  if (because === null || !chosenWorkspace(state)) return null;
  if (standOnReadiness.includes(because) && isFoundUnready(state)) return null;
  return { tag: say('recommended.tag'), reason: say(`recommended.workspace.${because}`) };
}

/** The same of the chosen subnet. What was read of it since may show that it isn't ready: then it isn't recommended. */
export function recommendedSubnet(say: Say, state: WizardState): Recommendation {
  const { subnet: because } = state.choices.recommended;
  if (because === null || !chosenSubnet(state)) return null;
  const workspace = chosenWorkspace(state)?.name ?? '';
  if (because === 'closest') {
    return { tag: say('recommended.closest'), reason: say('recommended.subnet.closest') };
  }
  if (isFoundUnready(state)) return null;
  return { tag: say('recommended.tag'), reason: say(`recommended.subnet.${because}`, { workspace }) };
}

const standOnReadiness: readonly WorkspaceReason[] = ['endpoint-and-ready', 'most-ready'];

/** Rows are checked with less than the chosen subnet: its services may show that the preselected one isn't ready. */
function isFoundUnready({ evaluation, choices: { recommended } }: WizardState): boolean {
  if (!evaluation || recommended.subnet === null || recommended.subnet === 'closest') return false;
  return !isReady(evaluation.results) || isDnsUnchecked(evaluation.results);
}

/** Nobody selected or opened anything yet: what is preselected is shown with all that it stands on. */
export function isPreselected({ opened, choices: { recommended } }: WizardState): boolean {
  return opened === null && recommended.workspace !== null && recommended.subnet !== null;
}
