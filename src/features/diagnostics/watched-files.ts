import * as vscode from 'vscode';
import type { FileAnalyzer } from './file-analyzer';
import { unnoticedChanges } from './missed-changes';

/** Milliseconds after the first file: VS Code's own watcher is up some seconds after the window, and does not say when. */
const firstLooks = [3000, 10_000, 20_000];

/**
 * Notices what changed on disk without a word of VS Code: while its watcher was not up yet, in folders that
 * `files.watcherExclude` names, where the system has no watches left, or on a network drive. Whoever changed a file
 * elsewhere comes back to the window, so it looks then.
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

/** Who is told of files that change on disk, such as by another program or a branch that is checked out. */
export interface FileEars {
  changed(uri: vscode.Uri): void;
  /** A file, or a folder with all that is in it. */
  gone(uri: vscode.Uri): void;
}

/** Watches what templates are made of: modules, parameter files, what they load, and the config of Bicep. */
export function watchFiles(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  { changed, gone }: FileEars,
): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(
    '**/*.{bicep,bicepparam,json,jsonc,tf,tftpl,tfvars,yaml,yml}',
  );
  // A folder that goes is told of by its own name alone.
  const anything = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  return vscode.Disposable.from(
    files,
    anything,
    files.onDidChange(changed),
    files.onDidCreate(changed),
    anything.onDidDelete(gone),
    watchUnnoticed(analyzedFiles, changed),
  );
}
