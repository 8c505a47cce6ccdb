import { assumptionsBehind } from '../../checks/assumptions-behind';
import { nodeKind } from '../../core/compute-kinds';
import type { BaselineOfRun } from '../../contract/baseline';
import type { CheckReport } from '../../contract/check-report';
import { findFindingCheck } from '../../checks/findings/finding-catalog';
import type { FindingPlace } from '../../core/finding';
import type { FlowPart, CheckResult } from '../../core/check-result';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import { findRequirement } from '../../requirements/requirements';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';
import { findingAdvice, findingName } from '../../wording/finding-text';
import { formatFixTitle } from '../../wording/fix-title';
import { formatReason } from '../../wording/reason-text';
import { requirementName } from '../../wording/requirement-text';
import { isFinding, isFailingFinding, reportedCauses, type SubnetCheck } from '../check';
import type { FoundProblem } from '../found-problems';
import type { CheckOptions } from '../options';
import { shownDecider } from './deciders';
import { becauseOf, deciderEntry, reportHeadOf, reasonOf } from './json-parts';
import { permissionsOf } from '../../core/fix-permissions';
import { reportJsonText } from './json-text';
import { joinPrintable, printableUtf8, type PrintableUtf8 } from '../printable-text';
import type { Cause } from '../../core/cause';
import type { Fix } from '../../core/fix';
import { alsoBlockedText, causeTitle, componentName } from '../../wording/cause-text';

/**
 * Returns the JSON report, described by docs/check-report.schema.json. `subnets` and `findings` are its items
 * (`itemJson`).
 * @returns the text in parts, since memory would hold the report of a folder several times
 */
export function* jsonReport(
  checkInput: { readonly tags: TagCatalog; readonly options: CheckOptions },
  items: ReportItems,
): Iterable<PrintableUtf8> {
  let parts: PrintableUtf8[] = [];
  let size = 0;
  for (const part of partsOf(checkInput, items)) {
    parts.push(part);
    size += part.length;
    if (size < fewBytes) continue;
    yield joinPrintable(parts);
    parts = [];
    size = 0;
  }
  yield joinPrintable(parts);
}

/** Smaller parts would take longer to pass on than to print. */
const fewBytes = 1_000_000;

function* partsOf(
  checkInput: Parameters<typeof reportHeadOf>[0],
  { subnets, findings, baseline, notChecked, summary }: ReportItems,
): Iterable<PrintableUtf8> {
  yield printableUtf8(reportJsonText({ ...reportHeadOf(checkInput), summary }).replace(/\n\}$/, ''));
  yield* listOf('subnets', subnets);
  yield* listOf('findings', findings.map(printableUtf8));
  if (baseline) {
    yield printableUtf8(`,\n  "baseline": ${reportJsonText(baseline).replaceAll('\n', '\n  ')}`);
  }
  const names = notChecked.map((name) => printableUtf8(`    ${reportJsonText(name)}`));
  if (names.length > 0) yield* listOf('notChecked', names);
  yield printableUtf8('\n}\n');
}

interface ReportItems {
  /** Each as `itemJson` writes it. */
  readonly subnets: readonly PrintableUtf8[];
  /** Each as `itemJson` writes it. */
  readonly findings: readonly string[];
  readonly baseline: BaselineOfRun | undefined;
  /** Names of subnets. */
  readonly notChecked: readonly string[];
  readonly summary: CheckReport['summary'];
}

function* listOf(name: string, items: readonly PrintableUtf8[]): Iterable<PrintableUtf8> {
  yield printableUtf8(`,\n  "${name}": [`);
  for (const [index, item] of items.entries()) {
    yield index === 0 ? lineEnd : commaAndLineEnd;
    yield item;
  }
  yield printableUtf8(items.length === 0 ? ']' : '\n  ]');
}

const lineEnd = printableUtf8('\n');
const commaAndLineEnd = printableUtf8(',\n');

/** Writes a list item of the report, two levels deep. */
export function itemJson(item: CheckReport['subnets' | 'findings'][number]): string {
  return reportJsonText([[item]]).slice('[\n  [\n'.length, -'\n  ]\n]'.length);
}

/** Returns a finding of an NSG or route table in the JSON report. */
export function findingJson(say: Say, one: FoundProblem, options: CheckOptions): string {
  return itemJson(findingOf(say, one, options));
}

/** Returns one subnet in the JSON report. */
export function subnetJson(say: Say, check: SubnetCheck, options: CheckOptions): string {
  return itemJson(subnetOf(say, check, options));
}

function findingOf(say: Say, one: FoundProblem, options: CheckOptions): CheckReport['findings'][number] {
  const { check, severity, place, text, because, assumptions } = one.finding;
  const entryOf = (at: FindingPlace) => ({
    kind: at.what,
    name: at.name,
    resource: at.resource,
    index: at.index,
    place: one.places.ofFinding(at),
  });
  return {
    id: check,
    name: findingName(say, check),
    severity,
    refines: findFindingCheck(check)?.refines ?? null,
    finding: isFailingFinding(one, options),
    because: reasonOf(say, text),
    at: entryOf(place),
    assumptions: assumptions.map((each) => reasonOf(say, each)),
    beside: because.map(entryOf),
    fix: one.fix ? fixJson(one.fix) : null,
    advice: findingAdvice(say, check),
  };
}

type ReportedFix = NonNullable<CheckReport['findings'][number]['fix']>;

/** Returns the changes of a fix, and the flows that it opens and closes. */
function fixJson({ effect, opens, closes, changes }: Fix | TestedEdits['fix']): ReportedFix {
  return {
    effect,
    allow: [...permissionsOf(changes)],
    opens: [...opens],
    closes: [...closes],
    changes: changes.map(({ type, id, before, after }) => ({
      type,
      id,
      before: before && { ...before },
      after: after && withoutWhy(after),
    })),
  };
}

/** Removes a rule's reason, because the problem already states it. */
function withoutWhy(after: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(after).filter(([key]) => key !== 'why'));
}

type ReportedSubnet = CheckReport['subnets'][number];
type ReportedRequirement = ReportedSubnet['requirements'][number];

function subnetOf(say: Say, check: SubnetCheck, options: CheckOptions): ReportedSubnet {
  const { plan, summary } = check;
  const { ready, dnsUnchecked, errors, unknown, warnings, passed, onlyByDefault, notes, notNeeded } = summary;
  return {
    id: check.subnet.id,
    name: check.subnet.name,
    network: check.network.name,
    compute: {
      name: check.compute,
      kind: nodeKind(plan.kind),
      publicIp: plan.publicIp.known ? plan.publicIp.value : null,
    },
    ready,
    dnsChecked: !dnsUnchecked,
    onlyIf: (check.onlyIf ?? []).map((one) => reasonOf(say, one)),
    counts: { errors, unknown, warnings, passed, onlyByDefault, notes, notNeeded },
    assumed: [...check.assumed, ...assumptionsBehind(check.results)].map((one) => reasonOf(say, one)),
    fixAll: check.fixAll ? fixJson(check.fixAll) : null,
    causes: causesJson(say, check),
    requirements: check.results.map((one) => requirementOf(say, one, { options, check })),
  };
}

/** True for a result that neither a comment, the team, nor the baseline leaves out. */
function isCounted({ ignored, known }: SubnetCheck, { requirement }: CheckResult): boolean {
  return !ignored.has(requirement) && known?.has(requirement) !== true;
}

export function requirementOf(
  say: Say,
  one: CheckResult,
  { check, options }: { readonly check: SubnetCheck; readonly options: CheckOptions },
): ReportedRequirement {
  const by = shownDecider(one.outcome);
  const fix = check.fixes.get(one.requirement);
  return {
    id: one.requirement,
    name: requirementName(say, one.requirement),
    level: one.level,
    basis: one.basis,
    severity: one.severity,
    effect: one.effect,
    checked: findRequirement(one.requirement)?.checked ?? '',
    outcome: one.outcome.is,
    ...(one.outcome.is === 'allowed' ? { explicit: one.outcome.explicit } : {}),
    because: becauseOf(say, one.outcome),
    finding: isCounted(check, one) && isFinding(one, options),
    ignored: check.ignored.has(one.requirement),
    subject: one.subject,
    decidedBy: by && deciderEntry(by, check.places.ofDecider(by)),
    blocked: one.blocked.map(blockedPart),
    packet: one.packet,
    assumptions: one.assumptions.map((each) => reasonOf(say, each)),
    fix: fix ? fixJson(fix) : writtenJson(say, check.written?.get(one.requirement)),
    advice: formatReason(say, one.advice),
  };
}

function blockedPart({ protocol, ports, to, names, far, near }: FlowPart) {
  const prefixes = far?.prefixes;
  return {
    protocol,
    ports,
    to: to ?? null,
    names: [...(names ?? [])],
    percent: far?.percent ?? 100,
    prefixes: prefixes ? { ...prefixes, tags: [...prefixes.tags] } : null,
    percentOfSubnet: near ?? 100,
  };
}

/** Returns a fix that is only tested on the files. */
export function writtenJson(say: Say, written: TestedEdits | undefined): ReportedRequirement['fix'] {
  return written ? { ...fixJson(written.fix), title: formatFixTitle(say, written) } : null;
}

type ReportedCause = CheckReport['subnets'][number]['causes'][number];

/** Returns a subnet's causes in the JSON report. */
function causesJson(say: Say, check: SubnetCheck): ReportedCause[] {
  return reportedCauses(check).map((cause) => {
    const at = check.places.ofCause(check, cause);
    return {
      kind: cause.kind,
      key: cause.key,
      title: causeTitle(say, cause),
      status: cause.status,
      severity: cause.severity,
      flows: cause.results.map(({ requirement }) => requirement),
      alsoBlockedBy: [...cause.alsoBlockedBy].map(([flow, next]) => ({
        flow,
        by: next.map((one) => ({ kind: one.kind, key: one.key, text: alsoBlockedText(say, one) })),
      })),
      blockedEarlier: cause.blockedEarlier.map(({ by, results }) => ({
        by: { kind: by.kind, key: by.key, text: componentName(say, by) },
        flows: results.map(({ requirement }) => requirement),
      })),
      at,
      decidedBy: cause.by && deciderEntry(cause.by, check.places.ofDecider(cause.by)),
      because: cause.because && reasonOf(say, cause.because),
      packet: cause.packet,
      action: actionOf(say, cause, check.fixOfCause(cause)),
    };
  });
}

function actionOf(say: Say, { status, results }: Cause, fix: Fix | null): ReportedCause['action'] {
  if (fix) {
    const fixed = results.filter(({ requirement }) => fix.requirements.includes(requirement));
    const areFlows = fixed.every(({ subject }) => subject !== null);
    const text = say(areFlows ? 'cause.action.fix' : 'cause.action.fixChecks', {
      n: fix.requirements.length,
    });
    return { kind: 'fix', text, fix: fixJson(fix) };
  }
  const kind = status === 'to-confirm' ? 'confirm' : 'manual';
  return { kind, text: formatReason(say, results[0].advice), fix: null };
}
