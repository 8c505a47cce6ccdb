import type { FlowResult, Outcome } from '../core/check-result';
import type { Reason } from '../core/reason';

/** Whether flows go each to a place of its own, or are the halves of one way, of which each packet takes all. */
export type FlowsTogether = 'apart' | 'halves';

/**
 * One answer for flows that must all pass. A definite failure wins over doubt, doubt over passing; where some of
 * it passes and some is stopped, the whole is partly blocked, unless a half of the one way is stopped wholly. `answers`
 * is not empty.
 */
export function mergeAnswers(answers: readonly FlowResult[], together: FlowsTogether = 'apart'): FlowResult {
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
 * The answer that a person should see: the first open one, else the first doubtful, else the weakest pass; of halves
 * the one that stops every packet before one that stops some.
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
    case 'undecided':
      return 4;
    case 'handed-on':
      return 3;
    case 'allowed':
      return outcome.explicit ? 1 : 2;
    // A flow that neither passes nor is in doubt fails.
    default:
      return 5;
  }
}

function mergedOutcome(answers: readonly FlowResult[], deciding: Outcome): Outcome {
  if (deciding.is !== 'blocked') return deciding;
  // What is in doubt is no part that passes.
  const allStopped = answers.every(({ outcome }) => outcome.is === 'blocked' || outcome.is === 'undecided');
  return allStopped ? deciding : { is: 'partly-blocked', by: deciding.by };
}

/** Each reason once, in order. */
export function withoutDoubles(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((one) => {
    const text = JSON.stringify(one);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
