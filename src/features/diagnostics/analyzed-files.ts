import { groupBy } from '../../core/group-by';
import { countCauses } from '../../checks/causes';
import { isOfCause, type ReportedProblem } from '../../file-checks/cause-problems';
import type { FileCheck } from '../../file-checks/check-files';
import type { UnreadPart } from '../../file-checks/missing-modules';
import type { Problem } from '../../file-checks/problem';
import { isTerraformFile } from '../../file-checks/terraform-root';

/** The analysis of a root file: its problems in all files, and the files that it read or requested. */
export interface AnalyzedRoot {
  readonly check: FileCheck;
  /** One per requirement and subnet. */
  readonly problems: readonly Problem[];
  /** The same problems as reported: one per cause. */
  readonly reported: readonly ReportedProblem[];
  readonly requested: ReadonlySet<string>;
  /** Parts that aren't read, and that no other tool reports. */
  readonly unread?: readonly UnreadPart[];
  textOf(file: string): string | undefined;
}

/** Checks whether a root has something to report, which means that it concerns Azure ML. */
export function hasDiagnostics(root: AnalyzedRoot | undefined): boolean {
  if (!root) return false;
  const { problems, check, unread = [] } = root;
  return problems.length > 0 || check.subjects.length > 0 || unread.length > 0;
}

/** Number of reported problems, as shown by the editor. */
interface ReportedCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Unknown results that could prevent compute. A file with unknown results isn't called ready. */
  readonly unknown: number;
}

/** Counts each cause once, and problems without a deciding component. */
export function countReported(problems: readonly ReportedProblem[]): ReportedCounts {
  const causes = countCauses(problems.filter(isOfCause).map(({ cause }) => cause));
  const others = problems.flatMap((one) => (isOfCause(one) ? [] : [one]));
  const unknown = others.filter(({ what }) => what.is === 'elsewhere' || what.is === 'left-out');
  const known = others.filter((one) => !unknown.includes(one));
  const countOf = (severity: Problem['severity']): number =>
    known.filter((one) => one.severity === severity).length;
  return {
    errors: causes.errors.causes + countOf('error'),
    warnings: causes.warnings.causes + countOf('warning'),
    unknown: causes.toConfirm.causes + unknown.length,
  };
}

/** A reported problem, with the root whose analysis found it and has its fix. */
export interface RootedProblem {
  readonly problem: ReportedProblem;
  readonly root: string;
}

/**
 * Returns the problems by file.
 * If another root uses a file as a module, the file is checked there, with its actual parameter values, and not
 * separately. The same problem in two roots is reported once.
 * @param wordsOf returns the text of a problem: problems with different texts are kept apart
 */
export function problemsByFile(
  roots: ReadonlyMap<string, AnalyzedRoot>,
  wordsOf: (problem: ReportedProblem) => string,
): ReadonlyMap<string, readonly RootedProblem[]> {
  const byFile = new Map<string, Map<string, RootedProblem>>();
  // Problems of a plan can't be fixed, so those of its configuration are kept.
  const plansLast = [...roots].toSorted((one, other) => Number(isPlan(one)) - Number(isPlan(other)));
  for (const [root, { reported }] of plansLast) {
    if (isPartOfAnother(roots, root)) continue;
    for (const problem of reported) {
      const { file, start, end } = problem.place;
      const reported = byFile.get(file) ?? new Map<string, RootedProblem>();
      const key = JSON.stringify([
        problem.id,
        start,
        end,
        problem.severity,
        isOfCause(problem) ? '' : problem.subnet,
        wordsOf(problem),
      ]);
      if (!reported.has(key)) reported.set(key, { problem, root });
      byFile.set(file, reported);
    }
  }
  return new Map([...byFile].map(([file, reported]) => [file, [...reported.values()]]));
}

/** Returns the parts that aren't read, by file, without duplicates. */
export function unreadByFile(
  roots: ReadonlyMap<string, AnalyzedRoot>,
): ReadonlyMap<string, readonly (UnreadPart & { readonly root: string })[]> {
  const all = [...roots].flatMap(([root, { unread = [] }]) => unread.map((one) => ({ ...one, root })));
  const keyOf = ({ place, because }: UnreadPart): string => JSON.stringify([place, because]);
  return groupBy([...new Map(all.map((one) => [keyOf(one), one])).values()], ({ place }) => place.file);
}

/** Returns the roots that a file is checked with: they contain it, and aren't a module of another root. */
export function rootsOfFile<T extends AnalyzedRoot>(
  roots: ReadonlyMap<string, T>,
  file: string,
): readonly T[] {
  return [...roots].flatMap(([root, one]) =>
    one.requested.has(file) && !isPartOfAnother(roots, root) ? [one] : [],
  );
}

/** A Terraform plan refers to its configuration, which is checked separately. */
function isPartOfAnother(roots: ReadonlyMap<string, AnalyzedRoot>, file: string): boolean {
  return [...roots].some(
    ([root, one]) => one.requested.has(file) && !isSameRoot(root, file) && !isPlan([root, one]),
  );
}

function isPlan([root, { requested }]: readonly [string, AnalyzedRoot]): boolean {
  return !isTerraformFile(root) && [...requested].some(isTerraformFile);
}

/** Checks whether two files belong to the same root. All files of a Terraform folder do. */
function isSameRoot(one: string, other: string): boolean {
  return (
    one === other || (isTerraformFile(one) && isTerraformFile(other) && folderOf(one) === folderOf(other))
  );
}

/** Returns the folder of a file with a trailing slash, the form in which a listing of its files is requested. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
