import * as vscode from 'vscode';
import { decodeText } from '../disk/decode-text';
import { filesBelow, filesInFolder, type FileFilter } from '../disk/list-folder';
import { readRegularFile } from '../disk/read-file';
import { isInside, leadsInto, realPathOf } from '../disk/real-path';

/**
 * The folders whose files one of them may name: those of its workspace that are on its own file system; outside of all of
 * them, its own folder.
 */
export function foldersFor(uri: vscode.Uri): readonly vscode.Uri[] {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return [vscode.Uri.joinPath(uri, '..')];
  return (vscode.workspace.workspaceFolders ?? [])
    .map((one) => one.uri)
    .filter(({ scheme, authority }) => scheme === uri.scheme && authority === uri.authority);
}

/** True of a file or folder in one of the folders by its name, and whose links don't lead out of all of them. */
export function isInFolders(uri: vscode.Uri, folders: readonly vscode.Uri[]): boolean {
  const isBelow = folders.some(({ path }) => uri.path.startsWith(path.endsWith('/') ? path : `${path}/`));
  return isBelow && (!isOnDisk(uri) || isInside(uri.fsPath, pathsOf(folders)));
}

/** Where a file really is, if a link on its path leads out of all of the folders; else undefined. */
export function leadsOut(uri: vscode.Uri, folders = foldersFor(uri)): string | undefined {
  return isOnDisk(uri) && !leadsInto(uri.fsPath, pathsOf(folders)) ? realPathOf(uri.fsPath) : undefined;
}

function pathsOf(folders: readonly vscode.Uri[]): readonly string[] {
  return folders.map(({ fsPath }) => fsPath);
}

/** Files of other schemes (virtual workspaces) are their provider's, and have no links that the extension could follow. */
function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file';
}

export interface FileLimits {
  /** Bytes that are read at most. */
  readonly most: number;
  /** Where the file must be, its links resolved; any place where it isn't given, such as one that a person chose. */
  readonly within?: readonly vscode.Uri[];
}

/** The text of a regular file as the Bicep compiler reads it; undefined where `readBytes` has none. */
export async function readFileText(uri: vscode.Uri, limits: FileLimits): Promise<string | undefined> {
  const bytes = await readBytes(uri, limits);
  return bytes && decodeText(bytes).text;
}

/** The bytes of a regular file; undefined where there is none, or none that may be read. */
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

/** The names of the files right in a folder, links to files among them; undefined where there is none, or none that may be read. */
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

type WorkspaceWanted = Required<Omit<FileFilter, 'goesOn'>>;

/**
 * Files of the workspace. Of folders on the disk no link is followed, as VS Code's search would: it may lead to the whole
 * disk. The provider of a virtual workspace searches that.
 */
export async function findFiles(wanted: WorkspaceWanted): Promise<readonly vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found: vscode.Uri[] = [];
  for (const folder of folders) {
    found.push(
      ...(isOnDisk(folder) ? await filesOnDisk(folder, wanted) : await filesProvided(folder, wanted)),
    );
  }
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()].slice(0, wanted.most);
}

async function filesOnDisk(folder: vscode.Uri, wanted: FileFilter): Promise<readonly vscode.Uri[]> {
  const names = await filesBelow(folder.fsPath, wanted);
  return names.map((name) => folder.with({ path: vscode.Uri.file(name).path }));
}

async function filesProvided(
  folder: vscode.Uri,
  { extensions, passedOver, most }: WorkspaceWanted,
): Promise<readonly vscode.Uri[]> {
  const include = new vscode.RelativePattern(
    folder,
    extensions.length > 1 ? `**/*.{${extensions.join(',')}}` : `**/*.${extensions.join('')}`,
  );
  return vscode.workspace.findFiles(include, `**/{${[...passedOver].join(',')}}/**`, most);
}
