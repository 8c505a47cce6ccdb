import type { Reason } from '../core/reason';
import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findFileOnlyCheck } from '../file-checks/file-check-catalog';
import { isUndecided, type Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { markdownCode, markdownText } from '../plans/request/markdown-text';
import { sources, type SourcePage } from '../requirements/sources';
import { findingAdvice, findingConsequence } from './finding-text';
import { formatEffect, formatLevel } from './level-text';
import { formatReason } from './reason-text';
import { requirementConsequence, requirementSources } from './requirement-text';
import { formatPacket } from './subject-text';
import { formatTrace } from './trace-text';

/** A detail of a problem: a label and its lines, as Markdown of a table cell. */
export interface ProblemDetail {
  readonly label: string;
  readonly lines: readonly string[];
}

interface FixState {
  /** Why a known fix isn't offered. */
  readonly noFix?: Reason | null;
  /** Whether a fix is offered, which is then what to do. */
  readonly isOffered?: boolean;
}

/**
 * Returns the details of a problem: the failing packet, the deciding component, the impact, what to do if no fix is
 * offered, the source, and why a known fix isn't offered.
 */
export function problemDetails(
  say: Say,
  { id, what }: Problem,
  { noFix = null, isOffered = false }: FixState = {},
): readonly ProblemDetail[] {
  const refused = noFix
    ? [{ label: say('file.detail.noFix'), lines: [markdownText(formatReason(say, noFix))] }]
    : [];
  if (isUndecided(what)) return refused;
  const toDo = (advice: string): readonly ProblemDetail[] =>
    isOffered ? [] : [{ label: say('detail.ask'), lines: [markdownText(advice)] }];
  if (what.is !== 'result') {
    const { left, source } = leftAlone(say, id);
    return [left, ...toDo(findingAdvice(say, id)), ...source, ...refused];
  }
  const { packet, trace, requirement, kind } = what.result;
  const steps = formatTrace(say, trace).map((text, index) => {
    const words = `${index + 1}. ${markdownText(text)}`;
    return trace[index]?.decides === true ? `**${words}**` : words;
  });
  const [source] = requirementSources(requirement);
  return [
    ...(packet
      ? [{ label: say('file.detail.packet'), lines: [markdownCode(formatPacket(say, packet))] }]
      : []),
    ...(steps.length > 0 ? [{ label: say('file.detail.decided'), lines: steps }] : []),
    { label: say('file.detail.left'), lines: [markdownText(requirementConsequence(say, requirement, kind))] },
    ...toDo(formatReason(say, what.result.advice)),
    { label: say('detail.level'), lines: [markdownText(formatLevel(say, what.result))] },
    { label: say('detail.effect'), lines: [markdownText(formatEffect(say, what.result))] },
    ...(source ? [sourceDetail(say, source)] : []),
    ...refused,
  ];
}

/** Returns details of a problem without a packet: its impact and its source. */
function leftAlone(
  say: Say,
  id: string,
): { readonly left: ProblemDetail; readonly source: readonly ProblemDetail[] } {
  const check = findFindingCheck(id) ?? findFileOnlyCheck(id);
  const [key] = check?.sources ?? [];
  return {
    left: { label: say('file.detail.left'), lines: [markdownText(findingConsequence(say, id))] },
    source: key ? [sourceDetail(say, sources[key])] : [],
  };
}

function sourceDetail(say: Say, { title, url }: SourcePage): ProblemDetail {
  return { label: say('file.detail.source'), lines: [`[${markdownText(title)}](${url})`] };
}
