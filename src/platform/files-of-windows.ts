import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { windowFiles, type WindowFiles } from './window-files';

/**
 * Returns the files of a kind that the windows on the current folder or workspace keep. They are in the extension's
 * global storage. VS Code locks a workspace's storage, so a second window, or one that reopens before the first has
 * closed, gets another one.
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
