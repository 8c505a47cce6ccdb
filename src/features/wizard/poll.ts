import { isAnswerLost, isTransient, type AzureFailure } from '../../azure/failure';
import { readSubnet } from './actions/read-networks';
import { usesManagedNetwork, subnetChoice } from './selection';
import type { WizardContext } from './context';
import type { WizardState } from './state';

/** Milliseconds between two reads of the chosen subnet while the page is visible. */
const interval = 30_000;
/** Maximum of the exponential backoff while Azure doesn't respond. */
const longest = 300_000;

export interface Poll {
  /** Handles that the page is visible again: reads immediately if a read is due. */
  watched(): void;
  dispose(): void;
}

/**
 * Polls the chosen subnet to detect changes by other people.
 * Polls only while the page is visible, not while a fix or creation is open, and not if only the user can resolve the
 * failure. Any read of the subnet postpones the next poll.
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
    // If the user returns earlier, `watched` runs first.
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

/** Returns a value that differs after each read of the chosen subnet: the failure, or the read time. */
function lastReading({ staleBecause, evaluation }: WizardState): AzureFailure | string | undefined {
  return staleBecause ?? evaluation?.readAt;
}

/** Returns how long to wait: the time that Azure requests, otherwise longer after each failure. */
function waitAfter({ details: { retryAfterSeconds } }: AzureFailure, failures: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return Math.min(interval * 2 ** (failures - 1), longest);
}

/** Checks whether a failure can resolve itself. For others, the user has to sign in, choose again, or get a role. */
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
