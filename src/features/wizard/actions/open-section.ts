import type { OpenedSection } from '../../../contract/wizard/plan';
import type { WizardContext } from '../context';

/** Remembers which section is open, so that the next window opens it again. */
export function openSection({ store, ports }: WizardContext, opened: OpenedSection): void {
  store.set({ opened });
  ports.saveOpened(opened);
}
