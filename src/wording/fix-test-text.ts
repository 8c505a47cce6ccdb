import type { Say } from '../messages/say';

interface Tested {
  /** Number of flows or checks that pass. */
  readonly n: number;
  /** False if it includes other checks. */
  readonly areFlows: boolean;
}

/** Returns the line for a fix that was tested and makes nothing worse, the same on every surface. */
export function formatVerified(say: Say, { n, areFlows }: Tested): string {
  if (areFlows) return say(n === 1 ? 'diff.verifiedFlow' : 'diff.verifiedFlows', { n });
  return say(n === 1 ? 'diff.verifiedCheck' : 'diff.verifiedChecks', { n });
}
