import * as vscode from 'vscode';
import type { TextEdit } from '../../documents/edits/text-edit';
import { positionsIn } from '../../file-checks/diagnostic-range';
import type { EditorWorld } from './editor-world';

/** What a preview says of edits before somebody ticks them. */
export interface EditConfirmation {
  readonly label: string;
  readonly description: string;
}

/** Edits as VS Code makes them: at once, or first in its preview of refactorings where `asked` says what they do. */
export function workspaceEdit(
  world: Pick<EditorWorld, 'textOf' | 'uriOf'>,
  edits: readonly TextEdit[],
  asked?: EditConfirmation,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata = asked && { ...asked, needsConfirmation: true };
  for (const { file, start, end, text } of edits) {
    const at = positionsIn(world.textOf(file) ?? '');
    const [from, to] = [at(start), at(end)];
    const range = new vscode.Range(from.line, from.column, to.line, to.column);
    edit.replace(world.uriOf(file), range, text, metadata);
  }
  return edit;
}
