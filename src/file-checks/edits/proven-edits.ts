import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import type { Fix } from '../../core/fix';
import type { Reason } from '../../core/reason';
import { withEdits, type TextEdit } from '../../documents/edits/text-edit';
import { fixOf, openRequirements, type FileCheck, type SubjectCheck } from '../check-files';
import { examine, type Examined, type ExamineOptions } from '../examine';
import type { FileWorld } from '../known-files';
import type { Problem } from '../problem';
import { problemsOf } from '../problems-of';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';

/** A fix that is proven, and the edits that write it. */
export interface ProvenEdits {
  readonly fix: Pick<Fix, 'steps' | 'effect'>;
  readonly edits: readonly TextEdit[];
}

/** An examined root, and how to examine it again. */
export interface Proof {
  readonly root: string;
  readonly examined: Examined;
  readonly world: FileWorld;
  readonly options: ExamineOptions;
  readonly files: EditedFiles;
}

/** What became of a fix that was tried: written and proven, or why not. */
export type FixAttempt =
  | ({ readonly is: 'proven' } & ProvenEdits)
  /** The value is not written where an edit could change it. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** Written, the file no longer reads as it should: the problem stays, or others come. */
  | { readonly is: 'unproven'; readonly others: readonly string[] };

/**
 * The fix of one problem as edits, proven twice: on a copy of the model, and by reading the edited files again, where
 * the problem is gone, no other has come, and nothing became unreadable. Undefined where there is none.
 */
export async function provenEdits(proof: Proof, problem: Problem): Promise<ProvenEdits | undefined> {
  const attempt = await attemptFix(proof, problem);
  return attempt?.is === 'proven' ? attempt : undefined;
}

/** The same, with the reason where a fix is known and cannot be written; undefined where none is known. */
export async function attemptFix(proof: Proof, problem: Problem): Promise<FixAttempt | undefined> {
  const fix = fixOfProblem(proof.examined.check, problem);
  return fix && attempt(proof, fix, [problem]);
}

/** One fix of everything that is open in a subnet. */
export async function provenEditsOfAll(
  proof: Proof,
  subject: SubjectCheck,
): Promise<(ProvenEdits & { readonly fixed: number }) | undefined> {
  const { check } = proof.examined;
  const fixable = openRequirements(subject).filter((id) => {
    const fix = fixOf(check, subject, [id])?.fix;
    return fix !== undefined && editsOfFix(check.declared, fix, proof.files).is === 'edits';
  });
  const fix = fixable.length > 1 ? fixOf(check, subject, fixable)?.fix : undefined;
  if (!fix) return undefined;
  const problems = problemsOf(check).filter(
    ({ id, subnetId, what }) =>
      what.is === 'judgement' && subnetId === subject.subnet.id && fixable.includes(id),
  );
  const tried = await attempt(proof, fix, problems);
  return tried.is === 'proven' ? { ...tried, fixed: fixable.length } : undefined;
}

/** The subject in which a problem was found. */
export function subjectOf({ subjects }: FileCheck, { subnetId }: Problem): SubjectCheck | undefined {
  return subjects.find(({ subnet }) => subnet.id === subnetId);
}

function fixOfProblem(check: FileCheck, problem: Problem): Fix | undefined {
  const subject = subjectOf(check, problem);
  if (!subject) return undefined;
  const { what } = problem;
  if (what.is === 'judgement') return fixOf(check, subject, [problem.id])?.fix;
  if (what.is !== 'finding') return undefined;
  const input = { model: check.declared.model, plan: subject.plan, facts: check.facts };
  return fixOfFinding(input, what.finding, subject.findings);
}

async function attempt(proof: Proof, fix: Fix, mended: readonly Problem[]): Promise<FixAttempt> {
  const { examined, files, root, world, options } = proof;
  const written = editsOfFix(examined.check.declared, fix, files);
  if (written.is !== 'edits') return written;
  const after = await examine(root, editedWorld(world, written.edits), options);
  if (!after || after.faults.length > examined.faults.length) return { is: 'unproven', others: [] };
  const before = new Set(problemsOf(examined.check).map(keyOf));
  const now = new Set(problemsOf(after.check).map(keyOf));
  const others = [...now].filter((key) => !before.has(key));
  const isMended = mended.every((one) => !now.has(keyOf(one)));
  if (!isMended || others.length > 0) return { is: 'unproven', others };
  return { is: 'proven', fix, edits: written.edits };
}

/** One text for each problem that counts, the same before and after an edit of something else. */
function keyOf({ id, subnetId, what, severity }: Problem): string {
  const of = what.is === 'finding' ? what.finding.place.name : '';
  return [severity === 'hint' ? 'hint' : 'open', id, subnetId, of].join(' ').toLowerCase();
}

function editedWorld(world: FileWorld, edits: readonly TextEdit[]): FileWorld {
  return {
    isInside: (file) => world.isInside(file),
    async read(file) {
      const text = await world.read(file);
      const its = edits.filter((one) => one.file === file);
      return text === undefined ? undefined : withEdits(text, its);
    },
  };
}
