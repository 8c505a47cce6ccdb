import { dequal } from 'dequal';
import { noChoices, type StoredChoices } from '../../../contract/wizard/stored-choices';
import { planFileText } from '../../../plan-file/plan-file';
import type { Plan } from '../../../plans/compute-plan';
import type { WizardContext } from '../context';
import { completePlan } from '../derived-plan';
import { choicesOfPlan } from '../plan-file-choices';
import type { WizardState } from '../state';
import { change } from './change';
import { readSubscriptions } from './connect';
import { keptChoices, leavePlan } from './new-plan';
import { lead } from './open-section';

/**
 * Fills the choices from a plan file. Choices that aren't in a file are replaced only after a confirmation.
 * Nothing is created, and running operations in Azure continue.
 */
export async function openPlanFile(context: WizardContext, file: string, plan: Plan): Promise<void> {
  const { store, ports } = context;
  if (hasOtherChoices(store.get(), plan)) {
    const { say } = ports;
    const isSure = await ports.confirm({
      title: say('planFile.replace'),
      detail: say('planFile.replace.detail', { file }),
      button: say('planFile.replace.button'),
    });
    if (!isSure) return;
  }
  await leavePlan(context);
  change(context, { ...choicesOfPlan(plan, file), ...keptChoices(store.get().choices) });
  ports.log.info('wizard: plan file opened');
  if (store.get().connection.is === 'ready') await readSubscriptions(context);
  lead(context, null);
}

/**
 * Checks whether choices of the user would be lost: they differ from the plan and from the file that they came from.
 */
function hasOtherChoices(state: WizardState, plan: Plan): boolean {
  const { choices } = state;
  if (choices.fixesInCode.length > 0) return true;
  const complete = completePlan(state, []);
  const text = complete && planFileText(complete);
  const isInFile = text !== undefined && (text === planFileText(plan) || text === choices.planFile?.text);
  return !isInFile && !dequal(ownChoices(choices), ownChoices(noChoices));
}

/** Returns the user's choices within a workspace, without preselected ones and those that don't belong to a plan. */
function ownChoices(choices: StoredChoices): Partial<StoredChoices> {
  const { recommended } = choices;
  return {
    ...choices,
    ...keptChoices(noChoices),
    subscription: null,
    workspace: null,
    ...(recommended.subnet === null ? {} : { network: null, subnet: null }),
    recommended: noChoices.recommended,
    profile: noChoices.profile,
  };
}
