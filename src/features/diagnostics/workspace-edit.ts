import * as vscode from 'vscode';
import type { TextEdit } from '../../documents/edits/text-edit';
import { positionsIn } from '../../file-checks/diagnostic-range';
import type { EditorWorld } from './editor-world';

/** Converts edits to a workspace edit, which is applied in one step. */
export function workspaceEdit(
  world: Pick<EditorWorld, 'textOf' | 'uriOf'>,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { file, start, end, text } of edits) {
    const at = positionsIn(world.textOf(file) ?? '');
    const [from, to] = [at(start), at(end)];
    const range = new vscode.Range(from.line, from.column, to.line, to.column);
    edit.replace(world.uriOf(file), range, text);
  }
  return edit;
}
