import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/** True if VS Code doesn't allow changes to a file. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const isHeeded = vscode.workspace.getConfiguration('files', uri).get('readonlyFromPermissions') === true;
  return (isHeeded && (await isLocked(uri))) || (await isGivenReadOnly(uri));
}

/** True if a file on disk is read-only, by the owner's write permission, as VS Code checks it. */
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
    // A file that isn't saved yet doesn't exist on disk.
    return false;
  }
}
