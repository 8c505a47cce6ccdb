import type * as vscode from 'vscode';
import { hasDiagnostics } from './analyzed-files';
import type { FileAnalyzer } from './file-analyzer';
import { createQuietFiles } from './ignored-files';
import { rootOfFolder } from './terraform-folders';
import type { TrackedRoots } from './tracked-roots';

/** Files of the workspace check. Their problems stay reported until the file is deleted, whether it's open or not. */
/** `unread`: it's too large or can't be read. `empty`: it doesn't contain an Azure resource. */
export type CheckedContent = 'checked' | 'empty' | 'unread';

export interface CheckedFiles {
  look(uri: vscode.Uri): Promise<CheckedContent>;
  /** Handles a change on disk. */
  changed(uri: vscode.Uri): void;
  forget(uri: vscode.Uri): void;
  /** Moves the check of a Terraform folder from one of its files to another. */
  move(from: vscode.Uri, to: vscode.Uri): void;
  stop(): void;
}

export function createCheckedFiles(
  analyses: FileAnalyzer,
  trackedRoots: TrackedRoots,
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

  async function look(uri: vscode.Uri): Promise<CheckedContent> {
    trackedRoots.track(checkOf(uri), uri);
    await analyses.now(uri);
    const found = analyses.analyzedFiles.get(uri.path);
    if (hasDiagnostics(found)) {
      quiet.forget(uri.path);
      reporting.add(uri.path);
      return 'checked';
    }
    // Most of thousands of files don't concern Azure ML, so keep nothing more of them.
    quiet.note(uri, found?.requested ?? new Set());
    reporting.delete(uri.path);
    trackedRoots.release(checkOf(uri));
    if (!found) return 'unread';
    return found.check.declared.resources.length > 0 ? 'checked' : 'empty';
  }

  function forget(uri: vscode.Uri): void {
    quiet.forget(uri.path);
    reporting.delete(uri.path);
    trackedRoots.release(checkOf(uri));
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
