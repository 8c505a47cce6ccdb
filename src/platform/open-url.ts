import * as vscode from 'vscode';
import { isLoopback } from './loopback';

/**
 * Opens an address in the person's browser: the one way there is. Where VS Code is remote, this machine is not the
 * browser's, so an address of this machine is first made one that leads back to it.
 */
export async function openUrl(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  await vscode.env.openExternal(isLoopback(url) ? await vscode.env.asExternalUri(uri) : uri);
}
