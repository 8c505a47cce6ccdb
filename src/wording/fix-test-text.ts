import type { Cause } from '../core/cause';
import { statusOf, type Outcome } from '../core/check-result';
import { formatList } from '../messages/format-list';
import type { Say } from '../messages/say';
import { componentName } from './cause-text';

interface Tested {
  /** Number of flows or checks that pass. */
  readonly n: number;
  /** Number of those that nothing blocks any longer, and that can't be checked. */
  readonly unchecked: number;
  /** False if it includes other checks. */
  readonly areFlows: boolean;
}

/** Returns the line for a fix that was tested and makes nothing worse, the same on every surface. */
export function formatVerified(say: Say, { n, areFlows, unchecked }: Tested): string {
  const [one, several] = areFlows
    ? (['diff.verifiedFlow', 'diff.verifiedFlows'] as const)
    : (['diff.verifiedCheck', 'diff.verifiedChecks'] as const);
  const passing = n === 0 ? say('diff.verifiedNone') : say(n === 1 ? one : several, { n });
  return unchecked === 0 ? passing : `${passing} ${say('diff.unchecked', { n: unchecked })}`;
}

/**
 * State of a result after a fix. `unchecked`: no rule blocks the flow, but its host only has a name, which can't be
 * checked.
 */
type AfterChanges = 'passes' | 'unchecked' | 'stays';

/** Returns the state of a result after a fix. @param outcome after the fix; undefined if it's gone */
export function afterChanges(outcome: Pick<Outcome, 'is'> | undefined): AfterChanges {
  const standing = outcome ? statusOf(outcome) : 'unknown';
  if (standing === 'note') return 'unchecked';
  return standing === 'fine' || standing === 'hidden' ? 'passes' : 'stays';
}

/** Texts for what isn't selected, and changes anyway. */
export const afterTexts = { passes: 'diff.passesToo', unchecked: 'diff.noLongerBlocked' } as const;

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
