import { toFailure } from '../to-failure';
import type { ComputeState } from '../ports';

/** One look at a compute: its state, null where there is none, `unseen` where Azure could not be asked. */
export type Look = () => Promise<ComputeState | null | 'unseen'>;

/** Looks in a row that may fail before the watching does. */
const patience = 5;

const passing: ReadonlySet<string> = new Set(['offline', 'timeout', 'throttled']);

/** Creation takes minutes and networks are away for seconds: what passes by itself does not end the watching. */
export function patientLook(get: () => Promise<ComputeState | null>): Look {
  let failures = 0;
  return async () => {
    try {
      const seen = await get();
      failures = 0;
      return seen;
    } catch (error) {
      const failure = toFailure(error);
      failures += 1;
      if (!passing.has(failure.code) || failures > patience) throw failure;
      return 'unseen';
    }
  };
}

/** True for what may be over when one asks again. */
export function isPassing(code: string): boolean {
  return passing.has(code);
}
