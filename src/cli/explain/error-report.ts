import type { ExplainReport } from '../../contract/explain-report';
import type { CheckResult } from '../../core/check-result';
import { statusOf } from '../../core/check-result';
import { shortName } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { explainError, supportLines, formatRank, type ExplainedCause } from '../../wording/explained-error';
import type { MissingRules } from '../../wording/missing-rules';
import { requirementSources } from '../../wording/requirement-text';
import { formatPacket } from '../../wording/subject-text';
import { formatMissingRule } from '../../wording/missing-rule-text';
import { formatOutcome } from '../../wording/outcome-text';
import type { SubnetCheck } from '../check';
import { summaryText, type RunSummary } from '../run-summary';
import type { CheckOptions } from '../options';
import { shownDecider } from '../report/deciders';
import { requirementOf } from '../report/json-report';
import { reportJsonText } from '../report/json-text';
import { placeText } from '../report/place-text';
import { asTogether, fixText } from '../report/fix-text';

/** The explanation of one error message. */
export interface ErrorReport {
  readonly message: string;
  /** Subnets that the message may refer to, the most likely first. */
  readonly checks: readonly SubnetCheck[];
  /** Number of checked subnets that aren't related to the message. */
  readonly left: number;
  /** Null if no files are named. */
  readonly summary: RunSummary | null;
}

/** Returns the text report. */
export function errorText(say: Say, { message, checks, left, summary }: ErrorReport): string {
  const { subject, missing } = explainError(say, message, null);
  const parts = [
    ...(subject === null ? [] : [say(`explain.subject.${subject}`)]),
    ...(missing === null || missing.rules.length === 0 ? [] : [missingText(say, missing)]),
    ...(checks.length === 0
      ? unplacedText(say, message)
      : checks.map((one) => subnetText(say, message, one))),
    ...(left === 0 ? [] : [say('explain.othersFine', { n: left })]),
    [say('explain.support'), ...supportLines(say, message).map((one) => `    ${one}`)].join('\n'),
    ...(summary === null ? [] : [summaryText(say, summary)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function missingText(say: Say, missing: MissingRules): string {
  const rules = missing.rules.map((one) => `    ${formatMissingRule(say, one)}`);
  return [say('explain.missing', { group: missing.group }), ...rules].join('\n');
}

function unplacedText(say: Say, message: string): readonly string[] {
  return [say('explain.noEvidence'), causesText(say, explainError(say, message, null).causes, null)];
}

function subnetText(say: Say, message: string, check: SubnetCheck): string {
  const title =
    check.compute === null
      ? shortName(check)
      : say('terminal.titleFor', { subnet: shortName(check), compute: check.compute });
  return [title, causesText(say, explainError(say, message, check.results).causes, check)].join('\n\n');
}

function causesText(say: Say, causes: readonly ExplainedCause[], check: SubnetCheck | null): string {
  if (causes.length === 0) return [say('explain.unknown'), say('explain.unknown.do')].join('\n');
  return causes
    .map((one, index) => {
      const name = say('explain.ranked', { rank: formatRank(say, one.rank), name: one.name });
      const lines = one.rank === 'ruledOut' ? foundLines(say, one, check) : causeLines(say, one, check);
      return [`  ${String(index + 1)}. ${name}`, ...lines.map((line) => `     ${line}`)].join('\n');
    })
    .join('\n\n');
}

function causeLines(say: Say, cause: ExplainedCause, check: SubnetCheck | null): readonly string[] {
  const fixes = cause.found.flatMap(({ requirement }) => check?.fixes.get(requirement) ?? []);
  const pages = [...new Set(cause.checks.flatMap((id) => requirementSources(id).map(({ url }) => url)))];
  return [
    cause.means,
    ...foundLines(say, cause, check),
    ...(fixes.length > 0
      ? fixes.flatMap((fix) => fixText(say, asTogether(fix, check?.fixAll ?? null)))
      : cause.advice.map((advice) => say('explain.advice', { advice }))),
    ...pages.slice(0, 1),
  ];
}

/**
 * Returns the findings of the checks, with the deciding rule or route and its place. Results that pass rule out a
 * cause, and are shown with it.
 */
function foundLines(say: Say, { rank, found }: ExplainedCause, check: SubnetCheck | null): readonly string[] {
  const shown = found.filter(({ outcome }) => rank === 'ruledOut' || statusOf(outcome) !== 'fine');
  return (shown.length > 0 ? shown : found).flatMap((one) => {
    const by = shownDecider(one.outcome);
    const place = by && check?.places.ofDecider(by);
    return [
      `${formatOutcome(say, one).line} [${one.requirement}]`,
      ...(place ? [placeText(place)] : []),
      ...(one.packet && isOpen(one) ? [formatPacket(say, one.packet)] : []),
    ];
  });
}

function isOpen({ outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'open';
}

/** Returns the JSON report, described by docs/explain-report.schema.json. */
export function errorJson(
  say: Say,
  options: CheckOptions,
  { message, checks, summary }: ErrorReport,
): string {
  const { subject, causes, missing } = explainError(say, message, null);
  const ofCause = (one: ExplainedCause, check: SubnetCheck | null) => ({
    id: one.id,
    rank: one.rank,
    name: one.name,
    means: one.means,
    advice: [...one.advice],
    checks: [...one.checks],
    requirements: check ? one.found.map((each) => requirementOf(say, each, { options, check })) : [],
  });
  const report: ExplainReport = {
    version: 1,
    failed: subject,
    missingRules: missing && {
      group: missing.group,
      rules: missing.rules.map((one) => ({ ...one, destinations: [...one.destinations] })),
    },
    causes: checks.length > 0 ? [] : causes.map((one) => ofCause(one, null)),
    subnets: checks.map((check) => ({
      id: check.subnet.id,
      name: check.subnet.name,
      network: check.network.name,
      compute: check.compute,
      causes: explainError(say, message, check.results).causes.map((one) => ofCause(one, check)),
    })),
    summary,
  };
  return `${reportJsonText(report)}\n`;
}
