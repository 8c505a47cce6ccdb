import * as vscode from 'vscode';
import { decodeText } from '../disk/decode-text';
import { filesBelow, filesInFolder, type FileFilter } from '../disk/list-folder';
import { readRegularFile } from '../disk/read-file';
import { isInside, leadsInto, realPathOf } from '../disk/real-path';

/**
 * Returns the folders whose files a file can reference: the workspace folders on the same file system, or its own
 * folder if it is outside of all of them.
 */
export function foldersFor(uri: vscode.Uri): readonly vscode.Uri[] {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return [vscode.Uri.joinPath(uri, '..')];
  return (vscode.workspace.workspaceFolders ?? [])
    .map((one) => one.uri)
    .filter(({ scheme, authority }) => scheme === uri.scheme && authority === uri.authority);
}

/** True if a file or folder is in one of the folders by its path, and its links don't lead out of all of them. */
export function isInFolders(uri: vscode.Uri, folders: readonly vscode.Uri[]): boolean {
  const isBelow = folders.some(({ path }) => uri.path.startsWith(path.endsWith('/') ? path : `${path}/`));
  return isBelow && (!isOnDisk(uri) || isInside(uri.fsPath, pathsOf(folders)));
}

/** Returns the real path of a file if a link on its path leads out of all folders; otherwise undefined. */
export function leadsOut(uri: vscode.Uri, folders = foldersFor(uri)): string | undefined {
  return isOnDisk(uri) && !leadsInto(uri.fsPath, pathsOf(folders)) ? realPathOf(uri.fsPath) : undefined;
}

function pathsOf(folders: readonly vscode.Uri[]): readonly string[] {
  return folders.map(({ fsPath }) => fsPath);
}

/**
 * True for files on disk. Files of other schemes (virtual workspaces) belong to their provider, and don't have links
 * that the extension could follow.
 */
function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file';
}

export interface FileLimits {
  /** Maximum number of bytes to read. */
  readonly most: number;
  /**
   * Folders that must contain the file after its links are resolved. Without it, any location is allowed, such as one
   * that the user chose.
   */
  readonly within?: readonly vscode.Uri[];
}

/** Returns the text of a regular file as the Bicep compiler reads it; undefined if `readBytes` returns undefined. */
export async function readFileText(uri: vscode.Uri, limits: FileLimits): Promise<string | undefined> {
  const bytes = await readBytes(uri, limits);
  return bytes && decodeText(bytes).text;
}

/** Returns the bytes of a regular file; undefined if there is none, or none that can be read. */
export async function readBytes(
  uri: vscode.Uri,
  { most, within }: FileLimits,
): Promise<Uint8Array | undefined> {
  try {
    if (within && !isInFolders(uri, within)) return undefined;
    if (!isOnDisk(uri)) return await providedBytes(uri, most);
    return await readRegularFile(uri.fsPath, { most, ...(within ? { within: pathsOf(within) } : {}) });
  } catch {
    return undefined;
  }
}

async function providedBytes(uri: vscode.Uri, most: number): Promise<Uint8Array | undefined> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if (type !== vscode.FileType.File || size > most) return undefined;
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.length > most ? undefined : bytes;
}

/**
 * Returns the names of the files directly in a folder, including links to files; undefined if there is none, or none
 * that can be read.
 */
export async function fileNamesIn(
  folder: vscode.Uri,
  within: readonly vscode.Uri[],
): Promise<readonly string[] | undefined> {
  if (!isInFolders(folder, within)) return undefined;
  if (isOnDisk(folder)) return filesInFolder(folder.fsPath);
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  } catch {
    return undefined;
  }
}

type WorkspaceFileFilter = Required<Omit<FileFilter, 'shouldContinue'>>;

/**
 * Finds files of the workspace. In folders on disk, it doesn't follow links, as VS Code's search would, because a link
 * could lead to the whole disk. In a virtual workspace, the provider searches.
 */
export async function findFiles(fileFilter: WorkspaceFileFilter): Promise<readonly vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found: vscode.Uri[] = [];
  for (const folder of folders) {
    found.push(
      ...(isOnDisk(folder) ? await filesOnDisk(folder, fileFilter) : await filesProvided(folder, fileFilter)),
    );
  }
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()].slice(0, fileFilter.most);
}

async function filesOnDisk(folder: vscode.Uri, fileFilter: FileFilter): Promise<readonly vscode.Uri[]> {
  const names = await filesBelow(folder.fsPath, fileFilter);
  return names.map((name) => folder.with({ path: vscode.Uri.file(name).path }));
}

async function filesProvided(
  folder: vscode.Uri,
  { extensions, passedOver, most }: WorkspaceFileFilter,
): Promise<readonly vscode.Uri[]> {
  const include = new vscode.RelativePattern(
    folder,
    extensions.length > 1 ? `**/*.{${extensions.join(',')}}` : `**/*.${extensions.join('')}`,
  );
  return vscode.workspace.findFiles(include, `**/{${[...passedOver].join(',')}}/**`, most);
}
