import * as vscode from 'vscode';
import { mainFileOf } from '../../file-checks/terraform-root';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import { folderOf } from './analyzed-files';
import { isOfTerraformFolder } from './checked-documents';
import type { FileAnalyzer } from './file-analyzer';
import type { TrackedRoots } from './tracked-roots';

/**
 * The file that a Terraform folder is checked by, whichever of its files is asked about; undefined where the folder has
 * values of variables alone. Any other file stands for itself.
 */
export async function rootOfFolder(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!isOfTerraformFolder(uri)) return uri;
  const names = await fileNamesIn(vscode.Uri.joinPath(uri, '../'), foldersFor(uri));
  const main = mainFileOf(names ?? []);
  return main === undefined ? undefined : vscode.Uri.joinPath(uri, '..', main);
}

/** True of two files of one Terraform folder. */
export function isInSameFolder(one: vscode.Uri, other: vscode.Uri): boolean {
  const isOfOne = one.scheme === other.scheme && one.authority === other.authority;
  return isOfOne && [one, other].every(isOfTerraformFolder) && folderOf(one.path) === folderOf(other.path);
}

/** Every file of a Terraform folder is checked by the same one, also after a file was added or removed. */
export interface TerraformFolders {
  /** Checks the folder of a file. */
  see(uri: vscode.Uri): Promise<void>;
  /** The file that a folder was checked by is gone: another one may be there. */
  gone(file: vscode.Uri): Promise<void>;
}

interface FolderUsers {
  readonly wanted: TrackedRoots;
  /** The check of the workspace. */
  readonly checked: {
    move(from: vscode.Uri, to: vscode.Uri): void;
    forget(uri: vscode.Uri): void;
  };
  see(by: vscode.Uri, root: vscode.Uri): void;
}

export function createTerraformFolders(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  { wanted, checked, see }: FolderUsers,
): TerraformFolders {
  return {
    async see(uri) {
      const root = await rootOfFolder(uri);
      for (const one of openFilesBeside(uri)) {
        if (root) see(one, root);
        else wanted.release(one.toString());
      }
      if (!root) return;
      for (const [path, { world }] of [...analyzedFiles]) {
        const other = world.uriOf(path);
        if (path !== root.path && isInSameFolder(other, root)) checked.move(other, root);
      }
    },
    async gone(file) {
      const root = await rootOfFolder(file);
      if (!root) checked.forget(file);
      else if (root.path !== file.path) checked.move(file, root);
    },
  };
}

/** Files of a Terraform folder that are open. */
function openFilesBeside(uri: vscode.Uri): readonly vscode.Uri[] {
  const open = vscode.workspace.textDocuments.filter((one) => !one.isClosed).map((one) => one.uri);
  return open.filter((one) => isInSameFolder(one, uri));
}
