import { AzureFailure } from '../../../azure/failure';
import type { WizardContext } from '../context';
import { closeFix } from './preview-fix';

/** Opens the page that asks for an error message. */
export async function openExplanation(context: WizardContext): Promise<void> {
  await closeFix(context);
  context.store.set({ report: { is: 'error', message: '' } });
}

/** Explains the message with what is known of the chosen subnet; nothing of it leaves this computer. */
export function explainMessage({ store }: WizardContext, message: string): void {
  if (message.trim() === '') throw new AzureFailure('badRequest');
  store.set({ report: { is: 'error', message } });
}

/** Closes the page; a diagnosis under way isn't waited for any longer. */
export function closeReport({ store, loads }: WizardContext): void {
  loads.stop('diagnosis');
  store.set({ report: null });
}
