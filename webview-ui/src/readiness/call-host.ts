import { ProblemError } from '@contract/call-error';

/**
 * Waits for a request to the host. A failure becomes the event `problem` (detail: the `Problem`), which the frame shows
 * with all problems. The user's own cancellation isn't a problem.
 */
export async function callHost(from: EventTarget, reply: Promise<unknown> | undefined): Promise<boolean> {
  try {
    await reply;
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'cancelled') emitEvent(from, 'problem', error.problem);
    return false;
  }
}

/** Emits an event that crosses all shadow roots. */
export function emitEvent(from: EventTarget, name: string, detail?: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
