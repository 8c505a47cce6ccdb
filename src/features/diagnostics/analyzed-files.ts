import { groupBy } from '../../core/group-by';
import { countCauses } from '../../checks/causes';
import { isOfCause, type ReportedProblem } from '../../file-checks/cause-problems';
import type { FileCheck } from '../../file-checks/check-files';
import type { UnreadPart } from '../../file-checks/missing-modules';
import type { Problem } from '../../file-checks/problem';
import { isTerraformFile } from '../../file-checks/terraform-root';

/** What a root file came to: its problems, wherever they stand, and the files that it asked for. */
export interface AnalyzedRoot {
  readonly check: FileCheck;
  /** One for each requirement and subnet. */
  readonly problems: readonly Problem[];
  /** The same as they're reported: one for each cause. */
  readonly reported: readonly ReportedProblem[];
  readonly asked: ReadonlySet<string>;
  /** Parts that aren't read, and that no other tool reports. */
  readonly unread?: readonly UnreadPart[];
  textOf(file: string): string | undefined;
}

/** True of a root that anything is told of: it is about Azure ML. */
export function hasDiagnostics(root: AnalyzedRoot | undefined): boolean {
  if (!root) return false;
  const { problems, check, unread = [] } = root;
  return problems.length > 0 || check.subjects.length > 0 || unread.length > 0;
}

/** What a surface of the editor counts. */
interface ReportedCounts {
  readonly errors: number;
  readonly warnings: number;
  /** What isn't known and could stop a compute: a file that has such isn't called ready. */
  readonly unknown: number;
}

/** Counts causes, each once, and what no component decides. */
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

/** A reported problem and the root that knows it: where its fix is found. */
export interface RootedProblem {
  readonly problem: ReportedProblem;
  readonly root: string;
}

/**
 * Problems by file. A file that another root takes as its module is checked there, with the values that it is given, and
 * not once more by itself; what two roots say alike is told once.
 * @param wordsOf what a problem says: two that say different things at one place are two
 */
export function problemsByFile(
  roots: ReadonlyMap<string, AnalyzedRoot>,
  wordsOf: (problem: ReportedProblem) => string,
): ReadonlyMap<string, readonly RootedProblem[]> {
  const byFile = new Map<string, Map<string, RootedProblem>>();
  for (const [root, { reported }] of roots) {
    if (isPartOfAnother(roots, root)) continue;
    for (const problem of reported) {
      const { file, start, end } = problem.place;
      const told = byFile.get(file) ?? new Map<string, RootedProblem>();
      const key = JSON.stringify([
        problem.id,
        start,
        end,
        problem.severity,
        isOfCause(problem) ? '' : problem.subnet,
        wordsOf(problem),
      ]);
      if (!told.has(key)) told.set(key, { problem, root });
      byFile.set(file, told);
    }
  }
  return new Map([...byFile].map(([file, told]) => [file, [...told.values()]]));
}

/** Parts that aren't read, by file, each once. */
export function unreadByFile(
  roots: ReadonlyMap<string, AnalyzedRoot>,
): ReadonlyMap<string, readonly (UnreadPart & { readonly root: string })[]> {
  const all = [...roots].flatMap(([root, { unread = [] }]) => unread.map((one) => ({ ...one, root })));
  const keyOf = ({ place, because }: UnreadPart): string => JSON.stringify([place, because]);
  return groupBy([...new Map(all.map((one) => [keyOf(one), one])).values()], ({ place }) => place.file);
}

/** Roots that a file is checked by: those that hold it, and are no module of another. */
export function rootsOfFile<T extends AnalyzedRoot>(
  roots: ReadonlyMap<string, T>,
  file: string,
): readonly T[] {
  return [...roots].flatMap(([root, one]) =>
    one.asked.has(file) && !isPartOfAnother(roots, root) ? [one] : [],
  );
}

function isPartOfAnother(roots: ReadonlyMap<string, AnalyzedRoot>, file: string): boolean {
  return [...roots].some(([root, { asked }]) => asked.has(file) && !isSameRoot(root, file));
}

/** All files of a Terraform folder stand for the same root. */
function isSameRoot(one: string, other: string): boolean {
  return (
    one === other || (isTerraformFile(one) && isTerraformFile(other) && folderOf(one) === folderOf(other))
  );
}

/** The folder of a file, as a list of its files is asked for. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
