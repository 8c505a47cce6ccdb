import * as vscode from 'vscode';
import type { FileAnalyzer } from './file-analyzer';
import { unnoticedChanges } from './missed-changes';

/**
 * Milliseconds after the first file. VS Code's watcher starts some seconds after the window, and doesn't report when.
 */
const firstLooks = [3000, 10_000, 20_000];

/**
 * Detects changes on disk that VS Code doesn't report: before its watcher starts, in folders of `files.watcherExclude`,
 * if the system has run out of watches, or on a network drive.
 * After changing a file elsewhere, the user returns to the window, so files are checked when it gets the focus.
 */
function watchUnnoticed(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  changed: (uri: vscode.Uri) => void,
): vscode.Disposable {
  const look = async (): Promise<void> => {
    (await unnoticedChanges(analyzedFiles.values())).forEach(changed);
  };
  const timers = firstLooks.map((after) => setTimeout(() => void look(), after));
  return vscode.Disposable.from(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void look();
    }),
    { dispose: () => timers.forEach((one) => clearTimeout(one)) },
  );
}

/** Listener for files that change on disk, such as by another program or a Git checkout. */
export interface FileListeners {
  changed(uri: vscode.Uri): void;
  /** Handles a deleted file, or a deleted folder with its content. */
  deleted(uri: vscode.Uri): void;
}

/**
 * Watches the files that templates depend on: modules, parameter files, files that they load, and Bicep's
 * configuration.
 */
export function watchFiles(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  { changed, deleted }: FileListeners,
): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(
    '**/*.{bicep,bicepparam,json,jsonc,tf,tftpl,tfvars,yaml,yml}',
  );
  // For a deleted folder, only the folder's own path is reported.
  const anything = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  return vscode.Disposable.from(
    files,
    anything,
    files.onDidChange(changed),
    files.onDidCreate(changed),
    anything.onDidDelete(deleted),
    watchUnnoticed(analyzedFiles, changed),
  );
}
