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

/** What decides, told once at its place with all its flows. */
export interface CauseProblem
  extends
    Pick<PlacedCause, 'cause' | 'subjects'>,
    Pick<Problem, 'place' | 'related' | 'readAt' | 'readService'> {
  readonly id: CauseKind;
  readonly severity: Severity;
  /** The problems that it is told for: one for each requirement and subject, the most severe first. */
  readonly flows: readonly [Problem, ...Problem[]];
}

/** What is reported of files: each cause once, and what has none. */
export type ReportedProblem = Problem | CauseProblem;

export function isOfCause(problem: ReportedProblem): problem is CauseProblem {
  return 'flows' in problem;
}

/** One text for each reported problem, the same before and after an edit of something else. */
export function reportedKey(problem: ReportedProblem): string {
  if (!isOfCause(problem)) return problemKey(problem);
  const { cause, subjects } = problem;
  // A setting of a compute resource is told where the resource is.
  return cause.flows > 0 ? cause.key : JSON.stringify([cause.key, subjects[0].compute]);
}

/** The problems that a reported problem is told for; itself where it has no cause. */
export function problemsWithin(problem: ReportedProblem): readonly [Problem, ...Problem[]] {
  return isOfCause(problem) ? problem.flows : [problem];
}

/**
 * Problems with those of requirements grouped by what decides: each is in exactly one. Hints stay as they are, and so does what no
 * component decides, such as a default rule that allows.
 * @param problems of `check`, as severe as they're wanted and without those that are suppressed
 */
export function problemsByCause(check: FileCheck, problems: readonly Problem[]): readonly ReportedProblem[] {
  const [subjects, problemOf] = toldIn(check, problems);
  const causes = fileCauses(
    subjects,
    (_subject, { results: [worst] }) => problemOf.get(worst)?.place ?? null,
  );
  const ofCauses = causes.flatMap((one) => causeProblem(check, one, problemOf));
  const told = new Set(ofCauses.flatMap(({ flows }) => flows));
  return [...ofCauses, ...problems.filter((one) => !told.has(one))];
}

interface ResultProblem extends Problem {
  readonly severity: Severity;
  readonly what: Extract<Problem['what'], { is: 'result' }>;
}

function isOpenResult(problem: Problem): problem is ResultProblem {
  return problem.what.is === 'result' && problem.severity !== 'hint';
}

type ProblemOfResult = ReadonlyMap<CheckResult, Problem>;

/** Subjects with the results that are reported, as severe as they're wanted, and the problem of each. */
function toldIn(
  { subjects }: FileCheck,
  problems: readonly Problem[],
): readonly [readonly SubjectCheck[], ProblemOfResult] {
  // The same result may be that of several compute resources in one subnet: each has a problem of its own.
  const told = new Map<CheckResult, ResultProblem[]>();
  for (const problem of problems.filter(isOpenResult)) {
    const its = told.get(problem.what.result);
    if (its) its.push(problem);
    else told.set(problem.what.result, [problem]);
  }
  const problemOf = new Map<CheckResult, Problem>();
  const counted = subjects.map((subject) => ({
    ...subject,
    results: subject.results.flatMap((result) => {
      const problem = told.get(result)?.shift();
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

/** Where the component is used, at most one place: VS Code prints each of them in the hover. */
function relatedOf(
  check: FileCheck,
  { cause, place, subjects: [subject] }: Pick<CauseProblem, 'cause' | 'place' | 'subjects'>,
  { related: [inModule] }: Problem,
): readonly RelatedPlace[] {
  if (inModule) return [inModule];
  const used = cause.flows === 0 ? null : useOf(check, subject, holderOf(cause));
  const isSame = used?.place.file === place.file && used.place.start === place.start;
  return used && !isSame ? [used] : [];
}

/** The NSG or route table that has the rule or route; null of what no resource of the subnet has. */
function holderOf({ by }: Cause): string | null {
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
