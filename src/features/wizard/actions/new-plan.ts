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
  await showPlan(context);
  stopBelowSubscription(context);
  const { choices, connection } = store.get();
  store.set({ ...forgottenBelowSubscription, diagnosis: null });
  change(context, { ...noChoices, ...keptChoices(choices) });
  lead(context, null);
  ports.log.info('wizard: new plan');
  if (connection.is === 'ready' && choices.subscription !== null) {
    await openSubscription(context, choices.subscription);
  }
}

/** What isn't of a plan: where it is, what runs in Azure, and what was seen before. */
function keptChoices(choices: StoredChoices): Partial<StoredChoices> {
  const { subscription, lastWorkspace, codeForm, left, judged } = choices;
  const { creating, testing, settingUp, applying } = choices;
  return { subscription, lastWorkspace, codeForm, left, judged, creating, testing, settingUp, applying };
}

/** Closes what is shown in the plan's place. What is under way is followed all the same. */
export async function showPlan(context: WizardContext): Promise<void> {
  closeCreation(context);
  closeNetworkRequest(context);
  closeReport(context);
  await closeFix(context);
}
