import type { OpenedSection } from '../../../contract/wizard/plan';
import type { WizardContext } from '../context';

/** Remembers which section is open, so that it is opened again next time. */
export function rememberSection({ store, ports }: WizardContext, opened: OpenedSection): void {
  store.set({ opened });
  ports.keep(store.get());
}

/** Opens a section from elsewhere than its own line; the page follows the count. */
export function lead(context: WizardContext, section: Exclude<OpenedSection, 'none'>): void {
  rememberSection(context, section);
  context.store.set({ led: context.store.get().led + 1 });
}
