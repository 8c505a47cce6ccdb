import * as vscode from 'vscode';
import { mainFileOf } from '../../file-checks/terraform-root';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import { folderOf } from './analyzed-files';
import { isOfTerraformFolder } from './checked-documents';
import type { FileAnalyzer } from './file-analyzer';
import type { TrackedRoots } from './tracked-roots';

/**
 * Returns the file that a Terraform folder is checked through, for any of its files. Undefined if the folder contains
 * only variable values. Returns any other file itself.
 */
export async function rootOfFolder(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!isOfTerraformFolder(uri)) return uri;
  const names = await fileNamesIn(vscode.Uri.joinPath(uri, '../'), foldersFor(uri));
  const main = mainFileOf(names ?? []);
  return main === undefined ? undefined : vscode.Uri.joinPath(uri, '..', main);
}

/** Checks whether two files are in the same Terraform folder. */
export function isInSameFolder(one: vscode.Uri, other: vscode.Uri): boolean {
  const isOfOne = one.scheme === other.scheme && one.authority === other.authority;
  return isOfOne && [one, other].every(isOfTerraformFolder) && folderOf(one.path) === folderOf(other.path);
}

/** Ensures that a Terraform folder is always checked through the same file, also after files were added or removed. */
export interface TerraformFolders {
  /** Checks the folder of a file. */
  see(uri: vscode.Uri): Promise<void>;
  /** Handles that the file a folder was checked through was deleted. Another file can take its place. */
  deleted(file: vscode.Uri): Promise<void>;
}

interface FolderUsers {
  readonly trackedRoots: TrackedRoots;
  /** The workspace check. */
  readonly checked: {
    move(from: vscode.Uri, to: vscode.Uri): void;
    forget(uri: vscode.Uri): void;
  };
  see(by: vscode.Uri, root: vscode.Uri): void;
}

export function createTerraformFolders(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  { trackedRoots, checked, see }: FolderUsers,
): TerraformFolders {
  return {
    async see(uri) {
      const root = await rootOfFolder(uri);
      for (const one of openFilesInFolder(uri)) {
        if (root) see(one, root);
        else trackedRoots.release(one.toString());
      }
      if (!root) return;
      for (const [path, { world }] of [...analyzedFiles]) {
        const other = world.uriOf(path);
        if (path !== root.path && isInSameFolder(other, root)) checked.move(other, root);
      }
    },
    async deleted(file) {
      const root = await rootOfFolder(file);
      if (!root) checked.forget(file);
      else if (root.path !== file.path) checked.move(file, root);
    },
  };
}

/** Returns the open files of a Terraform folder. */
function openFilesInFolder(uri: vscode.Uri): readonly vscode.Uri[] {
  const open = vscode.workspace.textDocuments.filter((one) => !one.isClosed).map((one) => one.uri);
  return open.filter((one) => isInSameFolder(one, uri));
}
