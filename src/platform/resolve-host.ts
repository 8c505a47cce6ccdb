import * as vscode from 'vscode';

/**
 * Returns where the extension runs, which in a remote window isn't the user's machine: `wsl`, `ssh-remote`; null if it
 * is local.
 */
export function resolvesAt(): string | null {
  return vscode.env.remoteName ?? null;
}
