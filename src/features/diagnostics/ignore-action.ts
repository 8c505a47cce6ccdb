import * as vscode from 'vscode';
import { ignoreEdits } from '../../file-checks/ignored-in-json';
import type { Say } from '../../messages/say';
import type { Patient } from './examinations';
import type { ShownProblem } from './shown-problems';
import { workspaceEdit } from './workspace-edit';

/** Keeps one check quiet: by a comment on the line before; plain JSON has none, and takes it into its metadata. */
export function ignoreAction(
  say: Say,
  patient: Patient,
  { document, told }: { readonly document: vscode.TextDocument; readonly told: ShownProblem },
): vscode.CodeAction | undefined {
  const { problem, diagnostic } = told;
  const isPlain = document.languageId === 'json';
  const title = say(isPlain ? 'file.title.ignoreHere' : 'file.title.ignore', { id: problem.id });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = isPlain
    ? workspaceEdit(patient.world, ignoreEdits(document.getText(), problem.place, problem.id))
    : commentBefore(document, diagnostic.range.start.line, problem.id);
  return action.edit.size > 0 ? action : undefined;
}

/** As far in as the line that it speaks of. */
function commentBefore(document: vscode.TextDocument, line: number, id: string): vscode.WorkspaceEdit {
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
  const edit = new vscode.WorkspaceEdit();
  const comment = `${indent}// aml-secure-compute: ignore-next-line ${id}\n`;
  edit.insert(document.uri, new vscode.Position(line, 0), comment);
  return edit;
}
