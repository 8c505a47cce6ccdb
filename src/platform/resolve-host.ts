import * as vscode from 'vscode';

/** Where the extension runs, which in a remote window isn't the user's machine: `wsl`, `ssh-remote`; null here. */
export function resolvesAt(): string | null {
  return vscode.env.remoteName ?? null;
}
