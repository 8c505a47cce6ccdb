import type { OpenedSection } from '../../../contract/wizard/plan';
import type { WizardContext } from '../context';

/** Remembers which section is open, so that it is opened again next time. */
export function rememberSection({ store, ports }: WizardContext, opened: OpenedSection | null): void {
  store.set({ opened });
  ports.keep(store.get());
}

/** Opens a section from elsewhere than its own line, or with null the first that is incomplete; the page follows the count. */
export function lead(context: WizardContext, section: Exclude<OpenedSection, 'none'> | null): void {
  rememberSection(context, section);
  context.store.set({ led: context.store.get().led + 1 });
}
