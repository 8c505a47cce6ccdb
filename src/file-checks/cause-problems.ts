import { causesOf } from '../checks/causes';
import { causesIn } from '../checks/causes-in';
import type { Cause, CauseKind } from '../core/cause';
import type { CheckResult, Severity } from '../core/check-result';
import { reason, type Reason } from '../core/reason';
import type { SourceRange } from '../documents/source/source-range';
import type { FileCheck, SubjectCheck } from './check-files';
import { fileCauses, type FileCause } from './file-causes';
import { placeOfSubnet } from './places';
import type { Problem, RelatedPlace } from './problem';
import { problemKey } from './problem-key';

type PlacedCause = FileCause<SubjectCheck, SourceRange>;

/** A cause, reported once at its place with all its flows. */
export interface CauseProblem
  extends
    Pick<PlacedCause, 'cause' | 'subjects'>,
    Pick<Problem, 'place' | 'related' | 'readAt' | 'readService'> {
  readonly id: CauseKind;
  readonly severity: Severity;
  /** The problems that it covers: one for each requirement and subject, most severe first. */
  readonly flows: readonly [Problem, ...Problem[]];
}

/** A reported problem of files: a cause, or a problem without a cause. */
export type ReportedProblem = Problem | CauseProblem;

export function isOfCause(problem: ReportedProblem): problem is CauseProblem {
  return 'flows' in problem;
}

/** Returns a key for a reported problem, which stays the same after unrelated edits. */
export function reportedKey(problem: ReportedProblem): string {
  if (!isOfCause(problem)) return problemKey(problem);
  const { cause, subjects } = problem;
  // A setting of a compute resource is reported at the resource.
  return cause.flows > 0 ? cause.key : JSON.stringify([cause.key, subjects[0].compute]);
}

/** Returns the problems that a reported problem covers, or the problem itself if it doesn't have a cause. */
export function problemsWithin(problem: ReportedProblem): readonly [Problem, ...Problem[]] {
  return isOfCause(problem) ? problem.flows : [problem];
}

/**
 * Groups problems of requirements by cause. Each problem is in exactly one group. Hints stay ungrouped, and so do
 * problems without a deciding component, such as a default rule that allows.
 * @param problems problems of `check`, with configured severities and without suppressed ones
 */
export function problemsByCause(check: FileCheck, problems: readonly Problem[]): readonly ReportedProblem[] {
  const [subjects, problemOf] = reportedIn(check, problems);
  const causes = fileCauses(
    subjects,
    (subject) => causesOfSubject(check, subject),
    ({ results: [worst] }) => problemOf.get(worst)?.place ?? null,
  );
  const ofCauses = causes.flatMap((one) => causeProblem(check, one, problemOf));
  const reported = new Set(ofCauses.flatMap(({ flows }) => flows));
  return [...ofCauses, ...problems.filter((one) => !reported.has(one))];
}

/** Returns the causes of a subnet. An appliance counts the flows that are blocked earlier; others don't need them. */
function causesOfSubject({ declared }: FileCheck, { plan, facts, results }: SubjectCheck): readonly Cause[] {
  return results.some(({ outcome }) => outcome.is === 'forwarded')
    ? causesIn({ model: declared.model, plan, facts }, results)
    : causesOf(results);
}

interface ResultProblem extends Problem {
  readonly severity: Severity;
  readonly what: Extract<Problem['what'], { is: 'result' }>;
}

function isOpenResult(problem: Problem): problem is ResultProblem {
  return problem.what.is === 'result' && problem.severity !== 'hint';
}

type ProblemOfResult = ReadonlyMap<CheckResult, Problem>;

/** Returns subjects with the results that are reported, with configured severities, and the problem of each result. */
function reportedIn(
  { subjects }: FileCheck,
  problems: readonly Problem[],
): readonly [readonly SubjectCheck[], ProblemOfResult] {
  // Several compute resources in one subnet can share a result. Each has its own problem.
  const reported = new Map<CheckResult, ResultProblem[]>();
  for (const problem of problems.filter(isOpenResult)) {
    const its = reported.get(problem.what.result);
    if (its) its.push(problem);
    else reported.set(problem.what.result, [problem]);
  }
  const problemOf = new Map<CheckResult, Problem>();
  const counted = subjects.map((subject) => ({
    ...subject,
    results: subject.results.flatMap((result) => {
      const problem = reported.get(result)?.shift();
      if (!problem) return [];
      const wanted = { ...result, severity: problem.severity };
      problemOf.set(wanted, problem);
      return [wanted];
    }),
  }));
  return [counted, problemOf];
}

function causeProblem(
  check: FileCheck,
  { cause, place, subjects, results }: PlacedCause,
  problemOf: ProblemOfResult,
): readonly CauseProblem[] {
  const severities: readonly string[] = ['error', 'warning', 'info'] satisfies Severity[];
  const [first, ...rest] = results
    .flatMap((one) => problemOf.get(one) ?? [])
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (!first || !place) return [];
  const { readAt, readService } = first;
  return [
    {
      id: cause.kind,
      cause,
      severity: cause.severity,
      place,
      subjects,
      flows: [first, ...rest],
      related: relatedOf(check, { cause, place, subjects }, first),
      ...(readAt === undefined ? {} : { readAt }),
      ...(readService === undefined ? {} : { readService }),
    },
  ];
}

/**
 * Returns the place where the component is used. There's at most one, because VS Code shows each of them in the hover.
 */
function relatedOf(
  check: FileCheck,
  { cause, place, subjects: [subject] }: Pick<CauseProblem, 'cause' | 'place' | 'subjects'>,
  { related: [inModule] }: Problem,
): readonly RelatedPlace[] {
  if (inModule) return [inModule];
  const used = cause.flows === 0 ? null : useOf(check, subject, containerNameOf(cause));
  const isSame = used?.place.file === place.file && used.place.start === place.start;
  return used && !isSame ? [used] : [];
}

/** Returns the NSG or route table that contains the rule or route. Null if no resource of the subnet contains it. */
function containerNameOf({ by }: Cause): string | null {
  if (by?.kind === 'route') return by.tableName;
  return by?.kind === 'rule' && by.level !== 'network-manager' ? by.groupName : null;
}

function useOf(
  { declared }: FileCheck,
  { subnet, compute: name }: SubjectCheck,
  holder: string | null,
): { readonly place: SourceRange; readonly text: Reason } | null {
  const compute = declared.computes.find((one) => one.name === name);
  const values = { subnet: subnet.name, compute: compute?.name ?? '', holder: holder ?? '' };
  if (compute) {
    const key = holder === null ? 'file.use.compute' : 'file.use.computeOf';
    return { place: compute.namePlace, text: reason(key, values) };
  }
  const place = placeOfSubnet(declared, subnet.id);
  return place && holder !== null ? { place, text: reason('file.use.subnet', values) } : null;
}
