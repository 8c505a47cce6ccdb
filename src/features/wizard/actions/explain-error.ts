import { AzureFailure } from '../../../azure/failure';
import type { WizardContext } from '../context';
import { closeFix } from './preview-fix';

/** Opens the page that explains an error message. */
export async function openExplanation(context: WizardContext): Promise<void> {
  await closeFix(context);
  context.store.set({ report: { is: 'error', message: '' } });
}

/** Explains a message with the known data of the chosen subnet. The message isn't sent anywhere. */
export function explainMessage({ store }: WizardContext, message: string): void {
  if (message.trim() === '') throw new AzureFailure('badRequest');
  store.set({ report: { is: 'error', message } });
}

/** Closes the page, and stops waiting for a running diagnosis. */
export function closeReport({ store, loads }: WizardContext): void {
  loads.stop('diagnosis');
  store.set({ report: null });
}
