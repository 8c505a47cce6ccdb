import type { FileCheck } from '../../file-checks/check-files';
import { isUndecided, type Problem } from '../../file-checks/problem';

/** What a root file came to: its problems, wherever they stand, and the files that it asked for. */
export interface AnalyzedRoot {
  readonly check: FileCheck;
  readonly problems: readonly Problem[];
  readonly asked: ReadonlySet<string>;
  textOf(file: string): string | undefined;
}

/** True of a root that anything is told of: it is about Azure ML. */
export function hasDiagnostics(root: AnalyzedRoot | undefined): boolean {
  return root !== undefined && (root.problems.length > 0 || root.check.subjects.length > 0);
}

/**
 * How many things are not known that could stop a compute: a file that has such is not called ready. What a file of a network
 * alone leaves to others to say, such as which workspace will use it, is none.
 */
export function countUnknowns(problems: readonly Problem[]): number {
  return problems.filter(
    ({ what, severity }) =>
      what.is === 'elsewhere' ||
      what.is === 'left-out' ||
      (isUndecided(what) && severity === 'warning' && what.result.severity === 'error'),
  ).length;
}

/** A problem and the root that knows it: where its fix is found. */
export interface RootedProblem {
  readonly problem: Problem;
  readonly root: string;
}

/**
 * Problems by file. A file that another root takes as its module is checked there, with the values that it is given, and
 * not once more by itself; what two roots say alike is told once.
 * @param wordsOf what a problem says: two that say different things at one place are two
 */
export function problemsByFile(
  roots: ReadonlyMap<string, AnalyzedRoot>,
  wordsOf: (problem: Problem) => string,
): ReadonlyMap<string, readonly RootedProblem[]> {
  const byFile = new Map<string, Map<string, RootedProblem>>();
  for (const [root, { problems }] of roots) {
    if (isPartOfAnother(roots, root)) continue;
    for (const problem of problems) {
      const { file, start, end } = problem.place;
      const told = byFile.get(file) ?? new Map<string, RootedProblem>();
      const key = JSON.stringify([
        problem.id,
        start,
        end,
        problem.severity,
        problem.subnet,
        wordsOf(problem),
      ]);
      if (!told.has(key)) told.set(key, { problem, root });
      byFile.set(file, told);
    }
  }
  return new Map([...byFile].map(([file, told]) => [file, [...told.values()]]));
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
  return [...roots].some(([root, { asked }]) => root !== file && asked.has(file));
}
