import { isTransient } from '../failure';
import { toFailure } from '../to-failure';

/** One look at what is being made: as it is, `unseen` where Azure could not be asked. */
export type PollAttempt<T> = () => Promise<T | 'unseen'>;

/** Looks in a row that may fail before the watching does. */
const patience = 5;

/** Creation takes minutes and networks are away for seconds: what passes by itself does not end the watching. */
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
