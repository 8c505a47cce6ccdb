import type { Say } from '../messages/say';

interface Tested {
  /** How many flows or checks pass. */
  readonly n: number;
  /** False where other checks are among them. */
  readonly areFlows: boolean;
}

/** The line of a fix that was tested and makes nothing worse, the same on every surface. */
export function formatVerified(say: Say, { n, areFlows }: Tested): string {
  if (areFlows) return say(n === 1 ? 'diff.verifiedFlow' : 'diff.verifiedFlows', { n });
  return say(n === 1 ? 'diff.verifiedCheck' : 'diff.verifiedChecks', { n });
}
