import { ProblemError } from '@contract/call-error';

/**
 * Waits for what the host was asked. A refusal becomes the event `problem` (its detail is the `Problem`), which
 * the frame says where it says all problems; a person's own cancelling is no problem.
 */
export async function callHost(from: EventTarget, asked: Promise<unknown> | undefined): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'cancelled') emitEvent(from, 'problem', error.problem);
    return false;
  }
}

/** An event that leaves every shadow. */
export function emitEvent(from: EventTarget, name: string, detail?: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
