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
 * Starts again with nothing chosen but the subscription. What Azure is doing goes on: a creation, a test, a fix, and the
 * setup of a managed network are followed to their end, here or in the next window.
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

/** Closes the plan, and forgets what was read for it. */
export async function leavePlan(context: WizardContext): Promise<void> {
  await showPlan(context);
  stopBelowSubscription(context);
  context.store.set({ ...forgottenBelowSubscription, diagnosis: null });
}

/** What isn't of a plan: what runs in Azure, and what was seen before. */
export function keptChoices(choices: StoredChoices): Partial<StoredChoices> {
  const { lastWorkspace, codeForm, left, judged, creating, testing, settingUp, applying } = choices;
  return { lastWorkspace, codeForm, left, judged, creating, testing, settingUp, applying };
}

/** Closes what is shown in the plan's place. What is under way is followed all the same. */
export async function showPlan(context: WizardContext): Promise<void> {
  closeCreation(context);
  closeNetworkRequest(context);
  closeReport(context);
  await closeFix(context);
}
