import { asFailure } from './failures';
import type { WizardStore } from './store';

/** Records that the sign-in ended, which is shown above the plan until the next sign-in. */
export function noteSignedOut(store: WizardStore, error: unknown): void {
  const failure = asFailure(error);
  const { subscriptions, signedOut } = store.get();
  // Before that, the list of subscriptions itself shows it.
  if (failure.code !== 'signedOut' || subscriptions.is !== 'ready' || signedOut !== null) return;
  store.set({ signedOut: failure });
}

/**
 * Records an ended sign-in that made data outdated. Readiness keeps its results and shows why; the action is above the
 * plan.
 */
export function noteStale(store: WizardStore): void {
  const { staleBecause } = store.get();
  if (staleBecause) noteSignedOut(store, staleBecause);
}

/**
 * Clears the notice after a successful read, because Azure accepted the token again. A sign-in that another
 * organization requires stays open.
 */
export function noteAnswered(store: WizardStore): void {
  const details = store.get().signedOut?.details;
  if (details?.status !== undefined && details.tenant === undefined) store.set({ signedOut: null });
}
