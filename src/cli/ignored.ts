import { summarize } from '../checks/summary';
import { findFindingCheck } from '../checks/findings/finding-catalog';
import { statusOf, type CheckResult, type Severity } from '../core/check-result';
import { writtenFindingKey } from '../core/finding';
import { groupBy } from '../core/group-by';
import type { Problem } from '../file-checks/problem';
import {
  applyRules,
  hasNoRules,
  isExpired,
  effectiveSeverity,
  rulesFor,
  configuredSeverity,
  type IgnoreRule,
  type ProblemRules,
  type FilteredProblems,
} from '../file-checks/problem-rules';
import { problemsOf } from '../file-checks/problems-of';
import { withoutSuppressed } from '../file-checks/suppressed';
import { reportedCauses, type Checked, type SubnetCheck } from './check';
import type { CheckSource } from './source';
import { isTemplate } from './templates';

/** Problems of a template: those that are reported, and those that the template or the team's settings suppress. */
export interface SourceProblems extends Omit<FilteredProblems, 'reported'> {
  readonly reported: readonly Problem[];
  /** Reported problems whose severity comes from the team's settings. */
  readonly changed: readonly Problem[];
}

/** Returns the problems of a source. Empty for an export. */
export function problemsIn(source: CheckSource): SourceProblems {
  if (!isTemplate(source)) return { reported: [], changed: [], ignored: [], quiet: [], expired: [] };
  const { check } = source.fixTest.analysis;
  const all = problemsOf(check);
  const here = withoutSuppressed(all, (file) => source.textOf(file));
  const isHere = new Set(here);
  const filtered = applyRules(check, here, source.fixTest.options.rules);
  const isQuiet = new Set(filtered.quiet.map(({ place }) => place));
  const reported = filtered.reported.filter((one) => one.severity !== 'hint' || !isQuiet.has(one.place));
  return {
    quiet: filtered.quiet,
    expired: filtered.expired,
    reported,
    changed: reported.filter((one) => !isHere.has(one)),
    ignored: [...all.filter((one) => !isHere.has(one)), ...filtered.ignored, ...filtered.quiet],
  };
}

/**
 * Applies suppressions. Problems that a template suppresses don't fail the run, and are only reported as suppressed.
 */
export function withIgnored(checked: Checked, problems: SourceProblems): Checked {
  const { reported, changed, ignored } = problems;
  const { checks, found, leftOut } = withConfiguredSeverities(checked, changed);
  if (ignored.length === 0) return { checks, found, leftOut };
  const findings = new Set(
    ignored.flatMap(({ what }) => (what.is === 'finding' ? [writtenFindingKey(what.finding)] : [])),
  );
  const ofSubnet = ({ subnetId }: Problem): string => subnetId;
  const [left, open] = [groupBy(ignored, ofSubnet), groupBy(reported, ofSubnet)];
  return {
    checks: checks.map((check) =>
      withoutOpen(check, idsOf(left.get(check.subnet.id), open.get(check.subnet.id))),
    ),
    leftOut,
    found: found.filter(({ finding }) => !findings.has(writtenFindingKey(finding))),
  };
}

/** Applies the team's rules to exports, which can't contain comments. */
export function withRules(
  { checks, found, leftOut }: Checked,
  rules: ProblemRules,
): { readonly checked: Checked; readonly expired: readonly IgnoreRule[] } {
  if (hasNoRules(rules)) return { checked: { checks, found, leftOut }, expired: [] };
  const expired = new Set<IgnoreRule>();
  const isLeftOut = (ids: readonly string[], subnetId: string): boolean => {
    const its = rulesFor(rules, { ids, file: null, subnetId });
    if (its.some((one) => !isExpired(one, rules))) return true;
    for (const one of its) expired.add(one);
    const severity = configuredSeverity(ids, rules.severity);
    return severity === 'off' || severity === 'hint';
  };
  const severityOf = (ids: readonly string[], own: Severity, isUnknown: boolean): Severity => {
    const severity = effectiveSeverity({ severity: own, isUnknown }, configuredSeverity(ids, rules.severity));
    return severity === 'off' || severity === 'hint' ? own : severity;
  };
  const filtered = checks.map((check) => {
    const kinds = kindsOf(check);
    const idsOf = (id: string): readonly string[] => [id, ...(kinds.get(id) ?? [])];
    const ignored = new Set([...kinds.keys()].filter((id) => isLeftOut(idsOf(id), check.subnet.id)));
    const results = check.results.map((one) => ({
      ...one,
      severity: severityOf(idsOf(one.requirement), one.severity, isUnknownResult(one)),
    }));
    return withoutOpen({ ...check, results, summary: summarize(results) }, ignored);
  });
  const left = found.filter(({ finding }) => !isLeftOut([finding.check], finding.place.resource));
  return {
    checked: {
      checks: filtered,
      leftOut,
      found: left.map((one) => ({
        ...one,
        finding: { ...one.finding, severity: severityOf([one.finding.check], one.finding.severity, false) },
      })),
    },
    expired: [...expired],
  };
}

function isUnknownResult({ outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'unknown';
}

/** Returns the kind of cause for each result that has one. */
function kindsOf(check: SubnetCheck): ReadonlyMap<string, readonly string[]> {
  return new Map(
    reportedCauses(check).flatMap(({ kind, results }) =>
      results.map(({ requirement }) => [requirement, [kind]] as const),
    ),
  );
}

/** Applies the team's severities to results and findings. */
function withConfiguredSeverities(
  { checks, found, leftOut }: Checked,
  problems: readonly Problem[],
): Checked {
  const ofResults = new Map<string, Severity>();
  const ofFindings = new Map<string, Severity>();
  for (const { id, subnetId, severity, what } of problems) {
    if (severity === 'hint') continue;
    if (what.is === 'result' && what.result.severity !== severity) {
      ofResults.set(`${id} ${subnetId.toLowerCase()}`, severity);
    }
    if (what.is === 'finding' && what.finding.severity !== severity) {
      ofFindings.set(writtenFindingKey(what.finding), severity);
    }
  }
  if (ofResults.size + ofFindings.size === 0) return { checks, found, leftOut };
  return {
    checks: checks.map((check) => {
      const configuredOf = (id: string) => ofResults.get(`${id} ${check.subnet.id.toLowerCase()}`);
      if (!check.results.some(({ requirement }) => configuredOf(requirement))) return check;
      // Another compute resource in the same subnet may have the same requirement with an unknown result.
      const results = check.results.map((one) => {
        const own = { severity: one.severity, isUnknown: isUnknownResult(one) };
        return { ...one, severity: effectiveSeverity(own, configuredOf(one.requirement)) as Severity };
      });
      return { ...check, results, summary: summarize(results) };
    }),
    leftOut,
    found: found.map((one) => {
      const severity = ofFindings.get(writtenFindingKey(one.finding));
      return severity === undefined ? one : { ...one, finding: { ...one.finding, severity } };
    }),
  };
}

/**
 * Returns the suppressed requirements of a subnet: by themselves, by their cause, or with every finding that reports
 * them.
 */
function idsOf(ignored: readonly Problem[] = [], reported: readonly Problem[] = []): ReadonlySet<string> {
  const left = new Set(reported.flatMap(requirementsOf));
  return new Set(ignored.flatMap(requirementsOf).filter((id) => !left.has(id)));
}

function requirementsOf({ id, what }: Problem): readonly string[] {
  switch (what.is) {
    case 'result':
      return [id];
    case 'finding': {
      const refines = findFindingCheck(id)?.refines ?? null;
      return refines === null ? [] : [refines];
    }
    default:
      return [];
  }
}

function withoutOpen(check: SubnetCheck, ignored: ReadonlySet<string>): SubnetCheck {
  if (ignored.size === 0) return check;
  const results = check.results.filter(({ requirement }) => !ignored.has(requirement));
  const isTouched = check.fixAll?.requirements.some((id) => ignored.has(id)) === true;
  return {
    ...check,
    ignored,
    summary: summarize(results),
    fixAll: isTouched ? null : check.fixAll,
  };
}
