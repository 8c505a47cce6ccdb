import * as vscode from 'vscode';
import { isOfCause, problemsWithin, reportedKey } from '../../file-checks/cause-problems';
import { hasPage } from '../../file-checks/has-page';
import { suppressEdit } from '../../file-checks/suppress-edits';
import type { Say } from '../../messages/say';
import { formatCauseExplain, formatCauseSuppress } from '../../wording/cause-action-text';
import { checkName } from '../../wording/check-name';
import type { AnalyzedFile } from './file-analyzer';
import type { PublishedDiagnostic } from './published-diagnostics';
import { workspaceEdit } from './workspace-edit';

/** Kind of the actions that VS Code lists below the quick fixes, under More Actions. */
export const moreActionsKind = vscode.CodeActionKind.Empty.append('amlSecureCompute');

/** Command that explains a problem. */
export const explainCommand = 'amlSecureCompute.files.explain';

/** Returns the action that explains a problem; undefined if there is nothing to show. */
export function explainAction(say: Say, reported: PublishedDiagnostic): vscode.CodeAction | undefined {
  const { problem } = reported;
  if (!isOfCause(problem) && !hasPage(problem.id)) return undefined;
  const title = isOfCause(problem)
    ? formatCauseExplain(say, problem.cause)
    : say('file.title.explain', { name: checkName(say, problem.id) });
  const action = new vscode.CodeAction(title, moreActionsKind.append('explain'));
  action.diagnostics = [reported.diagnostic];
  action.command = { title, command: explainCommand, arguments: [...explainArguments(reported)] };
  return action;
}

/** Returns the arguments of the command. */
export function explainArguments({ problem, root }: PublishedDiagnostic): readonly [string, string, string] {
  return [isOfCause(problem) ? `causes/${problem.id}` : problem.id, root, reportedKey(problem)];
}

/** Returns the action that suppresses a problem, by the IDs of its requirements. */
export function suppressAction(
  say: Say,
  { world }: AnalyzedFile,
  { document, reported }: { readonly document: vscode.TextDocument; readonly reported: PublishedDiagnostic },
): vscode.CodeAction | undefined {
  const { problem, diagnostic } = reported;
  const edit = suppressEdit(
    { file: document.uri.path, text: document.getText(), isPlain: document.languageId === 'json' },
    problemsWithin(problem),
  );
  if (!edit) return undefined;
  const title = isOfCause(problem)
    ? formatCauseSuppress(say, problem.cause)
    : say('file.title.suppress', { title: checkName(say, problem.id) });
  const action = new vscode.CodeAction(title, moreActionsKind.append('suppress'));
  action.diagnostics = [diagnostic];
  action.edit = workspaceEdit(world, [edit]);
  return action;
}
