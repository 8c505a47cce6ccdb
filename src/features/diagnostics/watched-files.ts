import * as vscode from 'vscode';
import type { FileAnalyzer } from './file-analyzer';
import { watchUnnoticed } from './watch-missed-changes';

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
