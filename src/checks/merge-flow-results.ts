import type { FlowResult, Outcome } from '../core/check-result';
import type { Reason } from '../core/reason';

/** Whether flows go to separate destinations, or are the two halves of one path that each packet takes. */
export type FlowsTogether = 'apart' | 'halves';

/**
 * Merges the results of flows that must all pass. A definite failure overrides an unknown, and an unknown overrides a
 * pass. If some flows pass and some are blocked, the result is partly blocked, unless a half of a path is completely
 * blocked. `answers` isn't empty.
 */
export function mergeAnswers(answers: readonly FlowResult[], together: FlowsTogether = 'apart'): FlowResult {
  const [only, second] = answers;
  if (only && !second) return { ...only, assumptions: withoutDoubles(only.assumptions) };
  const deciding = decidingAnswer(answers, together);
  return {
    outcome: together === 'halves' ? deciding.outcome : mergedOutcome(answers, deciding.outcome),
    packet: deciding.packet,
    blocked: answers.flatMap((one) => one.blocked),
    allowed: answers.flatMap((one) => one.allowed),
    trace: deciding.trace,
    assumptions: withoutDoubles(answers.flatMap((one) => one.assumptions)),
  };
}

/**
 * Returns the result to show: the first open one, otherwise the first unknown, otherwise the weakest pass. For halves,
 * a result that blocks every packet comes before one that blocks some.
 */
export function decidingAnswer(
  answers: readonly FlowResult[],
  together: FlowsTogether = 'apart',
): FlowResult {
  const stopped = answers.find(({ outcome }) => outcome.is === 'blocked');
  if (together === 'halves' && stopped) return stopped;
  const ranked = [...answers].sort((a, b) => rank(b.outcome) - rank(a.outcome));
  const [first] = ranked;
  if (!first) throw new RangeError('No answers to merge');
  return first;
}

function rank(outcome: Outcome): number {
  switch (outcome.is) {
    case 'unknown':
      return 4;
    case 'forwarded':
      return 3;
    case 'allowed':
      return outcome.explicit ? 1 : 2;
    // A flow that neither passes nor is unknown fails.
    default:
      return 5;
  }
}

function mergedOutcome(answers: readonly FlowResult[], deciding: Outcome): Outcome {
  if (deciding.is !== 'blocked') return deciding;
  // An unknown part doesn't count as a part that passes.
  const allStopped = answers.every(({ outcome }) => outcome.is === 'blocked' || outcome.is === 'unknown');
  return allStopped ? deciding : { is: 'partly-blocked', by: deciding.by };
}

/** Returns each reason once, in order. */
export function withoutDoubles(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  const seen = new Set<string>();
  return reasons.filter((one) => {
    const text = JSON.stringify(one);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
