import type { FlowResult } from '../../src/core/check-result';
import { kinds, type ProofKind } from './smt';

/**
 * Returns the disagreement between the engine and the kinds of packets that the solver found; undefined if there is
 * none.
 */
export function disagreement(answer: FlowResult, found: readonly ProofKind[]): string | undefined {
  if (agrees(answer, found)) return undefined;
  return `the engine says ${answer.outcome.is}, the solver finds packets that are ${found.join(', ')}`;
}

function agrees({ outcome, allowed }: FlowResult, found: readonly ProofKind[]): boolean {
  const part = found.includes('fails');
  const all = found.every((kind) => kind === 'fails');
  // The most severe kind that there is; `kinds` is in that order.
  const worst = kinds.find((kind) => found.includes(kind));
  switch (outcome.is) {
    case 'blocked':
      return part && all;
    case 'partly-blocked':
      return part && !all;
    case 'no-outbound-access':
    case 'reply-lost':
      return part && !(all && allowed.length > 0);
    default:
      return worst === (outcome.is === 'allowed' ? allowedHow(outcome.explicit) : outcome.is);
  }
}

const allowedHow = (explicit: boolean): ProofKind => (explicit ? 'explicit' : 'default');
