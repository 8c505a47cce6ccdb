import * as vscode from 'vscode';
import { isLoopback } from './loopback';

/**
 * Opens a URL in the user's browser, the only function that does. If VS Code is remote, the browser runs on another
 * machine, so a URL of this machine is first converted to one that is forwarded to it.
 */
export async function openUrl(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  await vscode.env.openExternal(isLoopback(url) ? await vscode.env.asExternalUri(uri) : uri);
}
