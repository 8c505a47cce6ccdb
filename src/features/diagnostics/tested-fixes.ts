import { getOrCreate } from '../../core/get-or-create';
import { editorOf } from '../../documents/edits/file-editor';
import type { CauseProblem } from '../../file-checks/cause-problems';
import type { SubjectCheck } from '../../file-checks/check-files';
import { closingEdits, type ClosingEdits } from '../../file-checks/edits/deny-other-edits';
import { isEditable } from '../../file-checks/edits/edited-files';
import { previewChanges, type PreviewedChanges } from '../../file-checks/edits/preview-changes';
import type { FixAttempt } from '../../file-checks/edits/fix-attempt';
import { attemptFixes } from '../../file-checks/edits/tested-edits';
import type { FixTestContext } from '../../file-checks/edits/written-fix';
import type { Problem } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { shortDescription } from '../../wording/short-description';
import type { AnalyzedFile } from './file-analyzer';

/** Tested fixes of an analysis. Each is computed once, because VS Code requests them at every cursor movement. */
export interface TestedFixes {
  one(problem: Problem): Promise<readonly FixAttempt[]>;
  /** Returns the combined fixes of all flows of a cause, without changes that cost or remove something. */
  cause(problem: CauseProblem): Promise<PreviewedChanges | undefined>;
  closing(subject: SubjectCheck): Promise<ClosingEdits | undefined>;
}

const testedFixes = new WeakMap<AnalyzedFile, TestedFixes>();

export function testedFixesOf(say: Say, analyzedFile: AnalyzedFile): TestedFixes {
  return getOrCreate(testedFixes, analyzedFile, () => createTestedFixes(say, analyzedFile));
}

function createTestedFixes(say: Say, analyzedFile: AnalyzedFile): TestedFixes {
  const fixTest = fixTestInput(say, analyzedFile);
  const ones = new Map<Problem, Promise<readonly FixAttempt[]>>();
  const closings = new Map<SubjectCheck, Promise<ClosingEdits | undefined>>();
  const causes = new Map<CauseProblem, Promise<PreviewedChanges | undefined>>();
  return {
    one: (problem) => getOrCreate(ones, problem, () => attemptFixes(fixTest, problem)),
    cause: (problem) =>
      getOrCreate(causes, problem, () => previewChanges(fixTest, { problems: problem.flows })),
    closing: (subject) => getOrCreate(closings, subject, () => closingEdits(fixTest, subject)),
  };
}

export function fixTestInput(say: Say, { root, analysis, world, options }: AnalyzedFile): FixTestContext {
  return {
    root,
    analysis,
    world,
    options,
    files: {
      textOf: (file) => (isEditable(analysis, file) ? world.textOf(file) : undefined),
      editorOf,
      templateOf: (file) => analysis.templates.get(file),
      terraform: analysis.terraform,
      describe: (why) => shortDescription(say, why),
    },
  };
}
