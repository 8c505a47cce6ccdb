import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { windowFiles, type WindowFiles } from './window-files';

/**
 * The files, of one kind, of the windows on what this one has opened. They lie in the extension's global storage: VS Code locks that
 * of a workspace, so that a second window, or one that is back before the first has ended, is given another.
 */
export function filesOfWindows(
  { globalStorageUri }: vscode.ExtensionContext,
  kind: 'plans' | 'watched' | 'confirmed',
): WindowFiles {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  const opened = workspaceFile ? [workspaceFile] : workspaceFolders.map(({ uri }) => uri);
  const place = createHash('sha256').update(opened.map(String).join('\n')).digest('hex').slice(0, 16);
  return windowFiles(vscode.Uri.joinPath(globalStorageUri, kind).fsPath, place);
}
