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

/** An examined root, and how to examine it again. */
export interface Proof {
  readonly root: string;
  readonly examined: AnalysisResult;
  readonly world: FileWorld;
  readonly options: AnalysisOptions;
  readonly files: EditedFiles;
}

/** A fix as edits, and what the files come to with them. */
export type WrittenFix =
  | {
      readonly is: 'written';
      readonly edits: readonly TextEdit[];
      readonly after: AnalysisResult;
      /** Problems that there were not before. */
      readonly others: readonly string[];
    }
  /** The value is not written where an edit could change it. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** With the edits something can no longer be read. */
  | { readonly is: 'unreadable' };

/** Writes a fix and reads the edited files again. */
export async function writeFix(proof: Proof, fix: Pick<Fix, 'changes'>): Promise<WrittenFix> {
  const written = editsOfFix(proof.examined.check.declared, fix, proof.files);
  return written.is === 'edits' ? readAgain(proof, written.edits) : written;
}

/** Reads files again with edits made. */
export async function readAgain(
  proof: Proof,
  edits: readonly TextEdit[],
): Promise<Exclude<WrittenFix, { is: 'not-here' }>> {
  const { examined, root, world, options } = proof;
  const after = await analyzeFile(root, editedWorld(world, edits), options);
  if (!after || after.faults.length > examined.faults.length) return { is: 'unreadable' };
  // What is checked no more is not fixed.
  if (after.check.leftOut.length > examined.check.leftOut.length) return { is: 'unreadable' };
  const before = new Set([...problemsOf(examined.check), ...lackedBefore(proof, after)].flatMap(noWorse));
  const now = new Set(problemsOf(after.check).map(problemKey));
  return { is: 'written', edits, after, others: [...now].filter((key) => !before.has(key)) };
}

/** The keys of a problem, and of the hint that may be left of it: what works by a default rule was closed before. */
function noWorse(problem: Problem): readonly string[] {
  return [problemKey(problem), problemKey({ ...problem, severity: 'hint' })];
}

/**
 * What subnets lacked before that are checked only now: a rule that names Azure ML has every subnet of its group checked,
 * and what those lacked already no edit brought.
 */
function lackedBefore({ examined, options }: Proof, after: AnalysisResult): readonly Problem[] {
  const now = after.check.subjects.map(({ subnet }) => subnet.id);
  const others = checkOfOthers(examined.check, options.said, now);
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
