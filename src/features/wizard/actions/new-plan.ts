import { noChoices, type StoredChoices } from '../../../contract/wizard/stored-choices';
import type { WizardContext } from '../context';
import { forgottenBelowSubscription } from '../state';
import { change } from './change';
import { openSubscription, stopBelowSubscription } from './connect';
import { closeCreation } from './create-compute';
import { closeReport } from './explain-error';
import { lead } from './open-section';
import { closeNetworkRequest } from './network-request';
import { closeFix } from './preview-fix';

/**
 * Starts a new plan, keeping only the subscription.
 * Running operations in Azure continue: a creation, a test, a fix, and a network setup are followed to their end, by
 * this window or the next one.
 */
export async function startNewPlan(context: WizardContext): Promise<void> {
  const { store, ports } = context;
  await leavePlan(context);
  const { choices, connection } = store.get();
  const { subscription } = choices;
  change(context, { ...noChoices, ...keptChoices(choices), subscription });
  lead(context, null);
  ports.log.info('wizard: new plan');
  if (connection.is === 'ready' && subscription !== null) {
    await openSubscription(context, subscription);
  }
}

/** Closes the plan, and clears the data that was read for it. */
export async function leavePlan(context: WizardContext): Promise<void> {
  await showPlan(context);
  stopBelowSubscription(context);
  context.store.set({ ...forgottenBelowSubscription, diagnosis: null });
}

/** Returns the choices that don't belong to a plan: running operations in Azure, and the history. */
export function keptChoices(choices: StoredChoices): Partial<StoredChoices> {
  const { lastWorkspace, codeForm, left, checkedSubnets, creating, testing, settingUp, applying } = choices;
  return { lastWorkspace, codeForm, left, checkedSubnets, creating, testing, settingUp, applying };
}

/** Closes pages that are shown in place of the plan. Running operations are still followed. */
export async function showPlan(context: WizardContext): Promise<void> {
  closeCreation(context);
  closeNetworkRequest(context);
  closeReport(context);
  await closeFix(context);
}
