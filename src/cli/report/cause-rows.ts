import { causeLevel, type CauseLevel } from '../../checks/causes';
import { nodeKind } from '../../core/compute-kinds';
import type { Cause, Component } from '../../core/cause';
import type { CheckResult } from '../../core/check-result';
import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { alsoBlockedText, blockedEarlierText, causeMessage, flowsOfCause } from '../../wording/cause-text';
import { formatEffect } from '../../wording/level-text';
import { blockedPartText, formatOutcome } from '../../wording/outcome-text';
import { formatReason } from '../../wording/reason-text';
import { requirementConsequence, requirementName } from '../../wording/requirement-text';
import { formatPacket } from '../../wording/subject-text';
import { isFinding, hasMissingSettings, planUnknown, reportedCauses, type SubnetCheck } from '../check';
import type { CheckOptions } from '../options';
import type { CheckSource } from '../source';
import { isOfPlan, isTemplate } from '../templates';
import { asTogether, fixText, writtenText } from './fix-text';
import type { ReportRow, RowFlow, RowLevel } from './report-row';

const rowLevels: Readonly<Record<CauseLevel, RowLevel>> = {
  errors: 'error',
  toConfirm: 'unknown',
  warnings: 'warning',
  infos: 'info',
};

/** Returns a row for each cause of a subnet, and one if no plan that the files leave open is ready. */
export function causeRows(say: Say, checked: CheckedSource, options: CheckOptions): readonly ReportRow[] {
  const { check } = checked;
  const causes = reportedCauses(check).map((cause) => ({
    ...causeRow(say, checked, cause),
    isFailing: cause.results.some((one) => isFinding(one, options)),
  }));
  const isNew = check.onlyIf === null && check.known?.has(planUnknown) !== true;
  return isNew
    ? [...causes, { ...neverReadyRow(checked), isFailing: hasMissingSettings(check, options) }]
    : causes;
}

/** A subnet's check, and its source. */
interface CheckedSource {
  readonly source: CheckSource;
  readonly check: SubnetCheck;
}

function causeRow(say: Say, { source, check }: CheckedSource, cause: Cause): Omit<ReportRow, 'isFailing'> {
  const at = check.places.ofCause(check, cause);
  const message = causeMessage(say, cause, check.compute);
  const template = isTemplate(source) ? source.file : null;
  const isFixed = cause.results.some(({ requirement }) => isFixedIn(check, requirement));
  return {
    key: JSON.stringify([cause.kind, at ?? cause.key, message]),
    at,
    level: rowLevels[causeLevel(cause)],
    id: cause.kind,
    message,
    results: cause.results.map((one) => rowFlow(say, one, cause.alsoBlockedBy.get(one.requirement) ?? [])),
    isListed: cause.flows > 0 && !stopsEverything(cause),
    ...subjectOf(check),
    earlier: cause.blockedEarlier.map((one) => blockedEarlierText(say, one)),
    countedFlows: [...flowsOfCause(cause)],
    details: detailsOf(say, check, cause),
    advice: adviceOf(say, check, cause),
    fixedIn: isFixed && !isOfPlan(source) ? template : null,
    template,
    deployment: deploymentOf(source),
  };
}

function subjectOf({ subnet, compute, plan }: SubnetCheck): Pick<ReportRow, 'subnets' | 'computes'> {
  return {
    subnets: [subnet.name],
    computes: compute === null ? [] : [{ name: compute, kind: nodeKind(plan.kind) ?? 'cluster' }],
  };
}

/** Returns whether a cause blocks all outbound traffic, in which case a list of flows isn't necessary. */
function stopsEverything({ kind, by }: Component): boolean {
  if (kind === 'no-outbound-access' || kind === 'appliance-decides') return true;
  return by?.kind === 'route' && by.destination === '0.0.0.0/0';
}

/** Returns a flow on one line, with the failing part if only a part fails, and the next deciding component. */
function rowFlow(say: Say, result: CheckResult, next: readonly Component[]): RowFlow {
  const { requirement: id, outcome } = result;
  const text = requirementName(say, id);
  return {
    id,
    isFlow: result.subject !== null,
    text: [
      text,
      // The cause names who blocks it.
      ...(outcome.is === 'partly-blocked'
        ? [blockedPartText(say, result) || say('outcome.partlyBlocked')]
        : []),
      ...next.map((one) => alsoBlockedText(say, one)),
    ].join(' · '),
  };
}

function detailsOf(say: Say, check: SubnetCheck, cause: Cause): readonly string[] {
  const [worst] = cause.results;
  return [
    ...(cause.flows > 0 ? [] : [formatOutcome(say, worst).line]),
    ...new Set(cause.results.flatMap((one) => wildcardReasons(say, one))),
    ...(cause.packet ? [formatPacket(say, cause.packet)] : []),
    requirementConsequence(say, worst.requirement, worst.kind),
    formatEffect(say, worst),
    ...fixLines(say, check, cause),
  ];
}

/**
 * Returns why a firewall blocks traffic that one of its rules seems to allow. It's a part of the result, not an
 * assumption.
 */
function wildcardReasons(say: Say, { assumptions }: CheckResult): readonly string[] {
  const its = assumptions.filter(({ key }) => key === 'assumed.firewallWildcard');
  return its.map((one) => formatReason(say, one));
}

/** Returns the combined fix if there is one, or else the individual fixes. */
function fixLines(say: Say, check: SubnetCheck, cause: Cause): readonly string[] {
  const all = check.fixOfCause(cause);
  if (all) return fixText(say, all.changes);
  return cause.results.flatMap(({ requirement }) => [
    ...fixText(say, asTogetherOrNone(check, requirement)),
    ...writtenText(say, check.written?.get(requirement)),
  ]);
}

/** Returns the advice for each result without a fix, once. Results that are only info don't have advice. */
function adviceOf(say: Say, check: SubnetCheck, { results }: Cause): readonly string[] {
  const own = results.filter(
    ({ severity, requirement }) => severity !== 'info' && !isFixedIn(check, requirement),
  );
  return [...new Set(own.map((one) => say('terminal.advice', { advice: formatReason(say, one.advice) })))];
}

function isFixedIn({ fixes, written }: SubnetCheck, id: string): boolean {
  return fixes.has(id) || written?.has(id) === true;
}

function asTogetherOrNone({ fixes, fixAll }: SubnetCheck, id: string) {
  const fix = fixes.get(id);
  return fix ? asTogether(fix, fixAll) : [];
}

function neverReadyRow({ source, check }: CheckedSource): Omit<ReportRow, 'isFailing'> {
  const at = check.places.ofSubnet(check);
  const options = '--public-ip, --compute, --workspace';
  return {
    key: JSON.stringify([planUnknown, at ?? check.subnet.id]),
    at,
    level: 'unknown',
    id: planUnknown,
    message: reason('terminal.readyNever', { options }),
    results: [],
    isListed: false,
    ...subjectOf(check),
    earlier: [],
    countedFlows: [],
    details: [],
    advice: [],
    fixedIn: null,
    template: isTemplate(source) ? source.file : null,
    deployment: deploymentOf(source),
  };
}

function deploymentOf(source: CheckSource): ReportRow['deployment'] {
  if (!isTemplate(source) || source.isJoined === true) return null;
  const { together = [], parameters } = source.fixTest.options;
  return [{ root: source.file, ...(parameters === undefined ? {} : { parameters }) }, ...together];
}
