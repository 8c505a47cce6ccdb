import { isAnswerLost, isTransient, type AzureFailure } from '../../azure/failure';
import { readSubnet } from './actions/read-networks';
import { usesManagedNetwork, subnetChoice } from './selection';
import type { WizardContext } from './context';
import type { WizardState } from './state';

/** Milliseconds between two readings of the chosen subnet while somebody looks at it. */
const interval = 30_000;
/** The longest of the waits that double while Azure does not answer. */
const longest = 300_000;

export interface Poll {
  /** Somebody looks at the page again: what is due is read at once. */
  watched(): void;
  dispose(): void;
}

/**
 * Reads the chosen subnet again and again, so that what somebody else changes is seen: only while the page is looked
 * at, never while a fix or a creation is open, and not while only the person can help. Every reading, whoever asked
 * for it, puts the next one off.
 */
export function startPoll(context: WizardContext): Poll {
  const { clock, store, ports } = context;
  let timer = new AbortController();
  let dueAt = 0;
  let failures = 0;
  let last = lastReading(store.get());

  function schedule(milliseconds: number): void {
    timer.abort();
    timer = new AbortController();
    clock.after(milliseconds, timer.signal, tick);
  }

  function putOff(milliseconds: number): void {
    dueAt = clock.now().getTime() + milliseconds;
    schedule(milliseconds);
  }

  function tick(): void {
    // Looked at again: `watched` comes sooner than this.
    schedule(interval);
    const subnet = subnetChoice(store.get());
    if (subnet !== null && mayPoll(context)) void readSubnet(context, subnet, 'again');
  }

  store.onChange(() => {
    const now = lastReading(store.get());
    if (now === last) return;
    last = now;
    const { staleBecause } = store.get();
    failures = staleBecause ? failures + 1 : 0;
    putOff(staleBecause ? waitAfter(staleBecause, failures) : interval);
  });
  putOff(interval);
  return {
    watched: () => {
      ports.store.look();
      if (clock.now().getTime() >= dueAt) tick();
    },
    dispose: () => timer.abort(),
  };
}

/** Another value after each reading of the chosen subnet: why it failed, else when it was. */
function lastReading({ staleBecause, evaluation }: WizardState): AzureFailure | string | undefined {
  return staleBecause ?? evaluation?.readAt;
}

/** As long as Azure asks for; else longer with each failure, so that nothing is asked in vain for long. */
function waitAfter({ code, details }: AzureFailure, failures: number): number {
  if (code === 'throttled' && details.retryAfterSeconds !== undefined) {
    return details.retryAfterSeconds * 1000;
  }
  return Math.min(interval * 2 ** (failures - 1), longest);
}

/** All else needs the user: to sign in, to choose again, or to get a role. */
function mayPass(failure: AzureFailure): boolean {
  return isTransient(failure) || isAnswerLost(failure) || ['refused', 'cancelled'].includes(failure.code);
}

function mayPoll({ store, ports, loads }: WizardContext): boolean {
  const state = store.get();
  const { evaluation, preview, creation, staleBecause } = state;
  if (!ports.isWatched() || !evaluation || usesManagedNetwork(state)) return false;
  if (preview || creation) return false;
  if (loads.isUnderWay('subnet') || loads.isUnderWay('networks')) return false;
  return staleBecause === null || mayPass(staleBecause);
}
