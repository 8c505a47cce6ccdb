import { fixOfFinding, isDoubtOfTag } from '../../checks/findings/fix-of-finding';
import { entryChanges, type EntryChange } from '../../checks/fixes/entry-changes';
import { widenedFix } from '../../checks/fixes/widen-rule';
import type { Fix } from '../../core/fix';
import { reason, type Reason } from '../../core/reason';
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
  /** Rules and routes of the fix that stay, with other words in them. */
  readonly changes: readonly EntryChange[];
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

/** One fix of several requirements of a subnet. */
export interface ProvenEditsOfAll extends ProvenEdits {
  readonly fixed: number;
}

/** What became of a fix that was tried: written and proven, or why not. */
export type FixAttempt =
  | ({ readonly is: 'proven' } & ProvenEdits)
  /** The value is not written where an edit could change it. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** Written, the file no longer reads as it should: the problem stays, or others come. */
  | { readonly is: 'unproven'; readonly others: readonly string[] };

/**
 * The first fix of one problem as edits, proven twice: on a copy of the model, and by reading the edited files again,
 * where the problem is gone, no other has come, and nothing became unreadable. Undefined where there is none.
 */
export async function provenEdits(proof: Proof, problem: Problem): Promise<ProvenEdits | undefined> {
  for (const fix of fixesOfProblem(proof.examined.check, problem)) {
    const tried = await attempt(proof, fix, [problem]);
    if (tried.is === 'proven') return tried;
  }
  return undefined;
}

/** Every fix of one problem, the one that changes least first, with the reason where it cannot be written. */
export async function attemptFixes(proof: Proof, problem: Problem): Promise<readonly FixAttempt[]> {
  const attempts: FixAttempt[] = [];
  for (const fix of fixesOfProblem(proof.examined.check, problem)) {
    attempts.push(await attempt(proof, fix, [problem]));
  }
  return attempts;
}

/** Why none of the fixes that are known of a problem can be written; null where none is known, or one is written. */
export function whyNot(attempts: readonly FixAttempt[]): Reason | null {
  const [last] = attempts.slice(-1);
  if (!last || attempts.some(({ is }) => is === 'proven')) return null;
  if (last.is === 'not-here') return last.because;
  return reason(last.is === 'unproven' && last.others.length > 0 ? 'file.fix.othersCome' : 'file.fix.stays');
}

/** One fix of everything that is open in a subnet. */
export async function provenEditsOfAll(
  proof: Proof,
  subject: SubjectCheck,
): Promise<ProvenEditsOfAll | undefined> {
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

function fixesOfProblem(check: FileCheck, problem: Problem): readonly Fix[] {
  const subject = subjectOf(check, problem);
  if (!subject) return [];
  const { what } = problem;
  const input = { model: check.declared.model, plan: subject.plan, facts: subject.facts };
  if (what.is === 'judgement') {
    const fix = fixOf(check, subject, [problem.id])?.fix;
    const wider = fix && widenedFix(input, fix);
    return [wider, fix].filter((one) => one !== undefined);
  }
  if (what.is !== 'finding') return [];
  const fix = fixOfFinding(input, what.finding, subject.findings);
  return fix ? [fix] : [];
}

async function attempt(proof: Proof, fix: Fix, mended: readonly Problem[]): Promise<FixAttempt> {
  const { examined, files, root, world, options } = proof;
  const written = editsOfFix(examined.check.declared, fix, files);
  if (written.is !== 'edits') return written;
  const after = await examine(root, editedWorld(world, written.edits), options);
  if (!after || after.faults.length > examined.faults.length) return { is: 'unproven', others: [] };
  const before = new Set(problemsOf(examined.check).map(keyOfProblem));
  const now = new Set(problemsOf(after.check).map(keyOfProblem));
  const others = [...now].filter((key) => !before.has(key) && !doubtful(examined.check).has(key));
  const isMended = mended.every((one) => !now.has(keyOfProblem(one)));
  if (!isMended || others.length > 0) {
    return { is: 'unproven', others };
  }
  const { changes } = entryChanges(examined.check.declared.model, fix.steps);
  return { is: 'proven', fix, changes, edits: written.edits };
}

/** One text for each problem that counts, the same before and after an edit of something else. */
function keyOfProblem({ id, subnetId, what, severity }: Problem): string {
  return keyOf({ id, subnetId, severity, name: what.is === 'finding' ? what.finding.place.name : '' });
}

interface Counted extends Pick<Problem, 'id' | 'subnetId' | 'severity'> {
  /** Of the rule or route that is found fault with. */
  readonly name: string;
}

function keyOf({ id, subnetId, severity, name }: Counted): string {
  return [severity === 'hint' ? 'hint' : 'open', id, subnetId, name].join(' ').toLowerCase();
}

/** Keys of what a misspelt tag left open, which shows once the tag is right. */
function doubtful({ subjects }: FileCheck): ReadonlySet<string> {
  const keys = subjects.flatMap(({ subnet, judgements }) =>
    judgements
      .filter(({ verdict }) => isDoubtOfTag(verdict))
      .flatMap(({ requirement: id }) =>
        (['hint', 'info'] as const).map((severity) => keyOf({ id, subnetId: subnet.id, severity, name: '' })),
      ),
  );
  return new Set(keys);
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
