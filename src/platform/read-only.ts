import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/** True of a file that VS Code lets nobody change. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const isHeeded = vscode.workspace.getConfiguration('files', uri).get('readonlyFromPermissions') === true;
  return (isHeeded && (await isLocked(uri))) || (await isGivenReadOnly(uri));
}

/** As VS Code itself looks at a file of the disk: by the owner's right to write. */
async function isLocked({ scheme, fsPath }: vscode.Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  const found = await stat(fsPath).catch(() => undefined);
  return found !== undefined && (found.mode & 0o200) === 0;
}

async function isGivenReadOnly(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // What is not saved yet is nowhere.
    return false;
  }
}
