import { isTransient } from '../failure';
import { toFailure } from '../to-failure';

/** One poll of a resource in progress: its current state, or `unseen` if Azure couldn't be reached. */
export type PollAttempt<T> = () => Promise<T | 'unseen'>;

/** Number of consecutive polls that may fail before polling fails. */
const patience = 5;

/**
 * Wraps a read so that transient failures don't end polling. Creation takes minutes, and a network outage takes
 * seconds.
 */
export function retryTransient<T>(get: () => Promise<T>): PollAttempt<T> {
  let failures = 0;
  return async () => {
    try {
      const seen = await get();
      failures = 0;
      return seen;
    } catch (error) {
      const failure = toFailure(error);
      failures += 1;
      if (!isTransient(failure) || failures > patience) throw failure;
      return 'unseen';
    }
  };
}
