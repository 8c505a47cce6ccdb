import { statusOf, type CheckResult } from '../core/check-result';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { errorSubject } from './error-causes';
import type { ErrorSubject } from './known-errors';
import { missingRules, type MissingRules } from './missing-rules';
import { rankCauses, type CauseRank, type RankedCause } from './ranked-causes';
import { formatReason } from './reason-text';
import { requirementAdvice, requirementConsequence, requirementName } from './requirement-text';

/** Explanation of an Azure error message in text form. */
export interface ExplainedError {
  /** Subject of the failure; null if the message doesn't state it. */
  readonly subject: ErrorSubject | null;
  /** Causes with the most likely first; empty if the message isn't known and the subnet doesn't have an error. */
  readonly causes: readonly ExplainedCause[];
  /** The rules that Azure lists, if it lists any. */
  readonly missing: MissingRules | null;
}

export interface ExplainedCause {
  readonly id: RankedCause['id'];
  readonly rank: CauseRank;
  readonly name: string;
  readonly means: string;
  readonly advice: readonly string[];
  /** IDs of the requirements to check. */
  readonly checks: readonly string[];
  /** Results of these in the subnet, the deciding one first. */
  readonly found: readonly CheckResult[];
}

/**
 * Explains an error message.
 * @param results the results of the affected subnet; null if no subnet is known
 */
export function explainError(
  say: Say,
  message: string,
  results: readonly CheckResult[] | null,
): ExplainedError {
  return {
    subject: errorSubject(message),
    causes: rankCauses(message, results).map((one) => formatCause(say, one)),
    missing: missingRules(message),
  };
}

function formatCause(say: Say, cause: RankedCause): ExplainedCause {
  const { id, rank, checks, found } = cause;
  if (id !== 'flow') {
    const means: MessageKey = `explain.${id}.means`;
    const name = say(`explain.${id}`);
    const differs = rank === 'ruledOut' || !isContradicted(cause) ? [] : [say('explain.differs')];
    const advice = [...differs, say(`explain.${id}.do`)];
    return { id, rank, checks, found, name, means: say(means), advice };
  }
  const [requirement = ''] = checks;
  const [first] = found;
  return {
    id,
    rank,
    checks,
    found,
    name: requirementName(say, requirement),
    means: requirementConsequence(say, requirement, first?.kind ?? null),
    advice: [first ? formatReason(say, first.advice) : requirementAdvice(say, requirement)],
  };
}

/** True if the message states a cause that the checks don't confirm. */
function isContradicted({ id, isReported, found }: RankedCause): boolean {
  const isPassing = found.length > 0 && found.every(({ outcome }) => statusOf(outcome) === 'fine');
  return isReported && isPassing && id !== 'rules';
}

export function formatRank(say: Say, rank: CauseRank): string {
  return say(`create.likely.${rank}`);
}

/** Request or correlation IDs, as in Azure's responses and in its clients' output. */
const requestIds =
  /(?:request|correlation|tracking|operation)[\s_-]*id["']?\s*(?:[:=]\s*)?["']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/** Returns the details that support needs, a line each. */
export function supportLines(say: Say, message: string): readonly string[] {
  const ids = [...new Set([...message.matchAll(requestIds)].map(([, id]) => id ?? ''))];
  return [
    say('explain.support.text'),
    ids.length > 0 ? say('explain.support.ids', { ids: ids.slice(0, 5) }) : say('explain.support.noId'),
    say('explain.support.time'),
    say('explain.support.where'),
    say('explain.support.secrets'),
  ];
}
