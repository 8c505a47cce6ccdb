import { isDnsUnchecked, isReady } from '../../../core/check-result';
import type { PlanView } from '../../../contract/wizard/plan';
import type { WorkspaceReason } from '../../../contract/wizard/recommended';
import type { Say } from '../../../messages/say';
import { chosenSubnet, chosenWorkspace } from '../selection';
import type { WizardState } from '../state';

type Recommendation = PlanView['workspace']['recommended'];

/** Returns why the chosen workspace is preselected; null if the user selected it. */
export function recommendedWorkspace(say: Say, state: WizardState): Recommendation {
  const { workspace: because } = state.choices.recommended;
  if (because === null || !chosenWorkspace(state)) return null;
  if (basedOnReadiness.includes(because) && isFoundUnready(state)) return null;
  return { tag: say('recommended.tag'), reason: say(`recommended.workspace.${because}`) };
}

/**
 * Returns why the chosen subnet is preselected. If later data shows that it isn't ready, it's no longer recommended.
 */
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

const basedOnReadiness: readonly WorkspaceReason[] = ['endpoint-and-ready', 'most-ready'];

/**
 * Checks whether the preselected subnet isn't ready after all. Rows are checked with less data, such as without
 * services.
 */
function isFoundUnready({ evaluation, choices: { recommended } }: WizardState): boolean {
  if (!evaluation || recommended.subnet === null || recommended.subnet === 'closest') return false;
  return !isReady(evaluation.results) || isDnsUnchecked(evaluation.results);
}

/** Checks whether the plan can be reviewed without a choice: a subnet is preselected, and no section was opened. */
export function isPreselected({ opened, choices: { recommended } }: WizardState): boolean {
  return opened === null && recommended.subnet !== null;
}
