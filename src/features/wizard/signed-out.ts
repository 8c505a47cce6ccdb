import { asFailure } from './failures';
import type { WizardStore } from './store';

/** A sign-in that ended while something was going on is said over the whole plan, until one signs in again. */
export function noteSignedOut(store: WizardStore, error: unknown): void {
  const failure = asFailure(error);
  const { subscriptions, signedOut } = store.get();
  // Until there are subscriptions their list says it.
  if (failure.code !== 'signedOut' || subscriptions.is !== 'ready' || signedOut !== null) return;
  store.set({ signedOut: failure });
}

/** Readiness keeps its results and says why they are old; what to do about it is said over the plan. */
export function noteStale(store: WizardStore): void {
  const { staleBecause } = store.get();
  if (staleBecause) noteSignedOut(store, staleBecause);
}

/**
 * Azure took the token again, as a reading that succeeded shows: nobody needs to sign in. What another organization
 * asks for is not answered by it.
 */
export function noteAnswered(store: WizardStore): void {
  const details = store.get().signedOut?.details;
  if (details?.status !== undefined && details.tenant === undefined) store.set({ signedOut: null });
}
