import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import type { WizardContext } from '../context';

/** Changes choices and stores them for the next time. */
export function change(context: WizardContext, patch: Partial<StoredChoices>): void {
  const choices = { ...context.store.get().choices, ...patch };
  context.store.set({ choices, written: null });
  context.ports.keep(context.store.get());
}
