import type { PageSay } from '@messages/page-say';

/** Age of the data from Azure: in seconds, in minutes, or too old to rely on. */
export interface Age {
  readonly is: 'seconds' | 'minutes' | 'old';
  readonly n: number;
}

const oldFromMinutes = 10;

/**
 * Returns the age. `readAt` is an ISO time, `now` is in milliseconds. Clocks that disagree never give a negative age.
 */
export function ageOf(readAt: string, now: number): Age {
  const seconds = Math.max(0, Math.floor((now - Date.parse(readAt)) / 1000));
  if (seconds < 60) return { is: 'seconds', n: seconds };
  const minutes = Math.floor(seconds / 60);
  return { is: minutes < oldFromMinutes ? 'minutes' : 'old', n: minutes };
}

export function sayAge(say: PageSay, age: Age): string {
  switch (age.is) {
    case 'seconds':
      return say('readiness.readSeconds', { n: age.n });
    case 'minutes':
      return say('readiness.readMinutes', { n: age.n });
    case 'old':
      return say('readiness.readLongAgo', { n: age.n });
  }
}
