import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import { withEdits, type TextEdit } from '../../documents/edits/text-edit';
import { checkOfOthers } from '../check-files';
import { analyzeFile, type AnalysisResult, type AnalysisOptions } from '../analyze-file';
import type { FileWorld } from '../known-files';
import type { Problem } from '../problem';
import { problemsOf } from '../problems-of';
import { problemKey } from '../problem-key';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';

/** An analyzed root, and the means to analyze it again. */
export interface FixTestContext {
  readonly root: string;
  readonly analysis: AnalysisResult;
  readonly world: FileWorld;
  readonly options: AnalysisOptions;
  readonly files: EditedFiles;
}

/** A fix as edits, and the analysis of the files with them. */
export type WrittenFix =
  | {
      readonly is: 'written';
      readonly edits: readonly TextEdit[];
      readonly after: AnalysisResult;
      /** New problems. */
      readonly others: readonly string[];
    }
  /** An edit can't change the value where it's written. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** With the edits, a part can no longer be parsed. */
  | { readonly is: 'unreadable' };

/** Writes a fix and reads the edited files again. */
export async function writeFix(fixTest: FixTestContext, fix: Pick<Fix, 'changes'>): Promise<WrittenFix> {
  const written = editsOfFix(fixTest.analysis.check.declared, fix, fixTest.files);
  return written.is === 'edits' ? readAgain(fixTest, written.edits) : written;
}

/** Reads files again with edits applied. Parts that the edits don't change aren't parsed or checked again. */
export async function readAgain(
  fixTest: FixTestContext,
  edits: readonly TextEdit[],
): Promise<Exclude<WrittenFix, { is: 'not-here' }>> {
  const { analysis, root, world, options } = fixTest;
  const after = await analyzeFile(root, editedWorld(world, edits), { ...options, before: analysis });
  if (!after || after.faults.length > analysis.faults.length) return { is: 'unreadable' };
  // A subnet that is no longer checked doesn't count as fixed.
  if (after.check.leftOut.length > analysis.check.leftOut.length) return { is: 'unreadable' };
  const before = new Set([...problemsOf(analysis.check), ...lackedBefore(fixTest, after)].flatMap(noWorse));
  const now = new Set(problemsOf(after.check).map(problemKey));
  return { is: 'written', edits, after, others: [...now].filter((key) => !before.has(key)) };
}

/**
 * Returns the keys of a problem, and of the hint that may remain. A flow that is now allowed by a default rule was
 * blocked before.
 */
function noWorse(problem: Problem): readonly string[] {
  return [problemKey(problem), problemKey({ ...problem, severity: 'hint' })];
}

/**
 * Returns earlier problems of subnets that are only checked now. A rule that refers to Azure Machine Learning makes
 * every subnet of its NSG be checked, and their earlier problems aren't caused by the edit.
 */
function lackedBefore({ analysis, options }: FixTestContext, after: AnalysisResult): readonly Problem[] {
  const now = after.check.subjects.map(({ subnet }) => subnet.id);
  const others = checkOfOthers(analysis.check, options.overrides, now);
  return problemsOf(others).filter((one) =>
    others.subjects.some(({ subnet }) => sameId(subnet.id, one.subnetId)),
  );
}

function editedWorld(world: FileWorld, edits: readonly TextEdit[]): FileWorld {
  return {
    ...world,
    async read(file) {
      const text = await world.read(file);
      const its = edits.filter((one) => one.file === file);
      return text === undefined ? undefined : withEdits(text, its);
    },
  };
}
