import type * as vscode from 'vscode';
import { hasDiagnostics } from './analyzed-files';
import type { FileAnalyzer } from './file-analyzer';
import { createQuietFiles } from './ignored-files';
import type { TrackedRoots } from './tracked-roots';

/** Files of the check of the workspace: what it finds is told until the file is gone, open or not. */
export interface CheckedFiles {
  /** @returns whether it was checked: a file that is too large or can't be read isn't */
  look(uri: vscode.Uri): Promise<boolean>;
  /** Something changed on disk. */
  changed(uri: vscode.Uri): void;
  forget(uri: vscode.Uri): void;
  stop(): void;
}

export function createCheckedFiles(
  analyses: FileAnalyzer,
  wanted: TrackedRoots,
  show: () => void,
): CheckedFiles {
  const quiet = createQuietFiles<vscode.Uri>((uri) => look(uri).then(show));

  async function look(uri: vscode.Uri): Promise<boolean> {
    wanted.want(checkOf(uri), uri);
    await analyses.now(uri);
    const found = analyses.analyzedFiles.get(uri.path);
    if (hasDiagnostics(found)) {
      quiet.forget(uri.path);
      return true;
    }
    // Of thousands of files most have nothing to do with Azure ML: nothing more is kept of them.
    quiet.note(uri, found?.asked ?? new Set());
    wanted.release(checkOf(uri));
    return found !== undefined;
  }

  return {
    look,
    changed: ({ path }) => quiet.changed(path),
    forget(uri) {
      quiet.forget(uri.path);
      wanted.release(checkOf(uri));
    },
    stop: () => quiet.stop(),
  };
}

function checkOf(uri: vscode.Uri): string {
  return `check of ${uri.toString()}`;
}
