import type { Cause } from '../core/cause';
import { formatList } from '../messages/format-list';
import type { Say } from '../messages/say';
import { componentName } from './cause-text';

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

/** The causes of a subnet before a fix, and the flows that it fixes. */
interface FixedSubnet {
  readonly causes: readonly Pick<Cause, 'alsoBlockedBy'>[];
  readonly isFixed: (requirement: string) => boolean;
}

/**
 * Names components that also block fixed flows further along their path, because the fix covers these, too. The same on
 * every surface; empty if no flow is blocked twice.
 */
export function formatLaterCauses(say: Say, subnets: readonly FixedSubnet[]): readonly string[] {
  const later = subnets.flatMap(({ causes, isFixed }) =>
    causes.flatMap(({ alsoBlockedBy }) => [...alsoBlockedBy].filter(([id]) => isFixed(id))),
  );
  const names = new Set(later.flatMap(([, components]) => components.map((one) => componentName(say, one))));
  if (names.size === 0) return [];
  return [say('preview.alsoBlocked', { n: later.length, names: formatList(say, [...names]) })];
}
