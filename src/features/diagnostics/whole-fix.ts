import * as vscode from 'vscode';
import type { PreviewRequest } from '../../contract/changes-preview';
import { reportedKey, type CauseProblem } from '../../file-checks/cause-problems';
import { isPreferable } from '../../file-checks/edits/needs-preview';
import type { PreviewedChanges } from '../../file-checks/edits/preview-changes';
import { formatCauseFix } from '../../wording/cause-action-text';
import { formatFixTitle } from '../../wording/fix-title';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { previewedEdits } from './preview/apply-preview';
import { otherRootsOf } from './preview/preview-state';
import { workspaceEdit } from './workspace-edit';
import { writeBlocker } from './write-blocker';

/** Context for the fixes of one root. */
export interface QuickFixContext {
  readonly deps: DiagnosticsDeps;
  readonly analyzedFile: AnalyzedFile;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
}

/** Returns the request for a preview of all fixes of a cause. */
export function causePreview({ root, world }: AnalyzedFile, problem: CauseProblem): PreviewRequest {
  return { uri: world.uriOf(problem.place.file).toString(), root, cause: reportedKey(problem) };
}

/**
 * Returns the complete fix of a cause, which is applied directly. Never includes changes that cost or remove something.
 * Undefined if a flow stays blocked, something else gets worse, or another template uses the files: such fixes are
 * previewed.
 */
export async function completeFixOf(
  { deps: { say }, analyzedFile, analyzedFiles }: QuickFixContext,
  { cause }: CauseProblem,
  changes: PreviewedChanges,
): Promise<vscode.CodeAction | undefined> {
  const { applied, chosen, choices, fails, worse } = changes;
  const [first] = applied;
  const isSafe = applied.every((one) => isPreferable(one) && one.fix.effect !== 'closes');
  if (!first || !isSafe || fails.length > 0 || worse.length > 0) return undefined;
  const files = [...changes.texts.keys()];
  const edits = previewedEdits({ analyzedFile, changes });
  const isCurrent = files.every((file) => analyzedFile.world.isCurrent(file));
  const isShared = otherRootsOf(analyzedFiles, analyzedFile, files).length > 0;
  if (!isCurrent || isShared || (await writeBlocker(analyzedFile, edits))) return undefined;
  const ids = choices.filter(({ key }) => chosen.has(key)).map(({ problem: { id } }) => id);
  const title = formatCauseFix(say, cause, { n: new Set(ids).size, change: formatFixTitle(say, first) });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(analyzedFile.world, edits);
  action.isPreferred = true;
  return action;
}
