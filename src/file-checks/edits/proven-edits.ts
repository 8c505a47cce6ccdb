import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import type { Fix } from '../../core/fix';
import type { TextEdit } from '../../documents/edits/text-edit';
import { fixOf, type FileCheck, type SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { editsOfFix, type EditedFiles } from './edits-of-fix';

/** A fix that is proven, and the edits that write it. */
export interface ProvenEdits {
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** The proven fix of one problem as edits; undefined where there is none, or it cannot be written where it belongs. */
export function provenEdits(check: FileCheck, problem: Problem, files: EditedFiles): ProvenEdits | undefined {
  const fix = fixOfProblem(check, problem);
  if (!fix) return undefined;
  const written = editsOfFix(check.declared, fix, files);
  return written.is === 'edits' ? { fix, edits: written.edits } : undefined;
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
