import type { OpenedSection } from '../../../contract/wizard/plan';
import type { WizardContext } from '../context';

/** Stores which section is open, so that it's opened again next time. */
export function rememberSection({ store, ports }: WizardContext, opened: OpenedSection | null): void {
  store.set({ opened });
  ports.keep(store.get());
}

/** Opens a section from another place; null opens the first incomplete one. The page follows the counter. */
export function lead(context: WizardContext, section: Exclude<OpenedSection, 'none'> | null): void {
  rememberSection(context, section);
  context.store.set({ led: context.store.get().led + 1 });
}
