import * as vscode from 'vscode';
import { ignoreEdits } from '../../file-checks/ignored-in-json';
import { ignoringEdit } from '../../file-checks/ignoring-comments';
import type { Say } from '../../messages/say';
import type { AnalyzedFile } from './file-analyzer';
import type { PublishedDiagnostic } from './published-diagnostics';
import { workspaceEdit } from './workspace-edit';

/** Keeps one check quiet: by a comment before its line; plain JSON has none, and takes it into its metadata. */
export function ignoreAction(
  say: Say,
  analyzedFile: AnalyzedFile,
  { document, told }: { readonly document: vscode.TextDocument; readonly told: PublishedDiagnostic },
): vscode.CodeAction | undefined {
  const { problem, diagnostic } = told;
  const isPlain = document.languageId === 'json';
  const title = say(isPlain ? 'file.title.ignoreHere' : 'file.title.ignore', { id: problem.id });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  const text = document.getText();
  const edits = isPlain
    ? ignoreEdits(text, problem.place, problem.id)
    : [ignoringEdit(text, problem.place, problem.id)];
  action.edit = workspaceEdit(analyzedFile.world, edits);
  return action.edit.size > 0 ? action : undefined;
}
