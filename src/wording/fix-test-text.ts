import type { Cause, Component } from '../core/cause';
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
  return withUnchecked(say, passing, unchecked);
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

/** Components that also block a flow, further along its path than its first cause. */
export interface LaterCauses {
  readonly requirement: string;
  readonly components: readonly Component[];
}

/** Returns the flows of causes that several components block. */
export function laterCausesOf(causes: readonly Pick<Cause, 'alsoBlockedBy'>[]): readonly LaterCauses[] {
  return causes.flatMap(({ alsoBlockedBy }) =>
    [...alsoBlockedBy].map(([requirement, components]) => ({ requirement, components })),
  );
}

/**
 * Names components that also block fixed flows further along their path, because the fix covers these, too. The same on
 * every surface; empty if no flow is blocked twice.
 */
export function formatLaterCauses(say: Say, later: readonly LaterCauses[]): readonly string[] {
  if (later.length === 0) return [];
  return [
    say('preview.alsoBlocked', { n: later.length, names: formatList(say, componentNames(say, later)) }),
  ];
}

/** Returns the names of components that also block flows, each once. */
export function componentNames(say: Say, later: readonly LaterCauses[]): readonly string[] {
  return [...new Set(later.flatMap(({ components }) => components.map((one) => componentName(say, one))))];
}

/** Returns the label of the button that also selects what the other causes of flows need. */
export function formatFixBoth(say: Say, later: readonly LaterCauses[]): string {
  return say(later.every(({ components }) => components.length === 1) ? 'diff.fixBoth' : 'diff.fixEvery');
}

/** Results of selected changes, if a part of what they are for still fails. */
interface Partly {
  /** False if it includes other checks. */
  readonly areFlows: boolean;
  readonly passing: number;
  readonly failing: number;
  /** Number of those that nothing blocks any longer, and that can't be checked. */
  readonly unchecked: number;
  /** Names of what still blocks them. */
  readonly causes: readonly string[];
}

/** Returns a text such as “6 of 8 flows pass. 2 are also blocked by …”. */
export function formatPartly(say: Say, { areFlows, causes, ...counts }: Partly): string {
  const { passing, failing, unchecked } = counts;
  const partly = say(areFlows ? 'diff.partly' : 'diff.partlyChecks', {
    k: passing,
    n: passing + failing + unchecked,
    m: failing,
    causes: formatList(say, causes),
  });
  return withUnchecked(say, partly, unchecked);
}

function withUnchecked(say: Say, text: string, unchecked: number): string {
  return unchecked === 0 ? text : `${text} ${say('diff.unchecked', { n: unchecked })}`;
}
