import type * as vscode from 'vscode';
import { hasDiagnostics } from './analyzed-files';
import type { FileAnalyzer } from './file-analyzer';
import { createQuietFiles } from './ignored-files';
import { rootOfFolder } from './terraform-folders';
import type { TrackedRoots } from './tracked-roots';

/** Files of the check of the workspace: what it finds is told until the file is gone, open or not. */
export interface CheckedFiles {
  /** @returns whether it was checked: a file that is too large or can't be read isn't */
  look(uri: vscode.Uri): Promise<boolean>;
  /** Something changed on disk. */
  changed(uri: vscode.Uri): void;
  forget(uri: vscode.Uri): void;
  /** What was checked by `from` is checked by `to` now: another file of the same Terraform folder. */
  move(from: vscode.Uri, to: vscode.Uri): void;
  stop(): void;
}

export function createCheckedFiles(
  analyses: FileAnalyzer,
  wanted: TrackedRoots,
  show: () => void,
): CheckedFiles {
  const reporting = new Set<string>();
  const quiet = createQuietFiles<vscode.Uri>(async (uri) => {
    const root = await rootOfFolder(uri);
    if (root?.path !== uri.path) forget(uri);
    if (!root) return;
    await look(root);
    show();
  });

  async function look(uri: vscode.Uri): Promise<boolean> {
    wanted.want(checkOf(uri), uri);
    await analyses.now(uri);
    const found = analyses.analyzedFiles.get(uri.path);
    if (hasDiagnostics(found)) {
      quiet.forget(uri.path);
      reporting.add(uri.path);
      return true;
    }
    // Of thousands of files most have nothing to do with Azure ML: nothing more is kept of them.
    quiet.note(uri, found?.asked ?? new Set());
    reporting.delete(uri.path);
    wanted.release(checkOf(uri));
    return found !== undefined;
  }

  function forget(uri: vscode.Uri): void {
    quiet.forget(uri.path);
    reporting.delete(uri.path);
    wanted.release(checkOf(uri));
  }

  return {
    look,
    changed: ({ path }) => quiet.changed(path),
    forget,
    move(from, to) {
      if (!reporting.has(from.path)) return;
      forget(from);
      void look(to).then(show);
    },
    stop: () => quiet.stop(),
  };
}

function checkOf(uri: vscode.Uri): string {
  return `check of ${uri.toString()}`;
}
