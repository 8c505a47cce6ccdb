import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Lists the direct entries of a folder, without following links; undefined if the folder doesn't exist. */
async function entriesOf(folder: string): Promise<readonly Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch(() => undefined);
}

/**
 * Returns the names of regular files directly in a folder, and of links that don't lead to a folder. Undefined if the
 * folder doesn't exist.
 * The reader decides whether to follow a link.
 */
export async function filesInFolder(folder: string): Promise<readonly string[] | undefined> {
  const entries = await entriesOf(folder);
  if (!entries) return undefined;
  const isFile = await Promise.all(entries.map((one) => isFileOrLink(folder, one)));
  return entries.filter((_, at) => isFile[at]).map(({ name }) => name);
}

/** Checks whether an entry is a file or a link to one. Also true for a broken link: reading it reports why. */
async function isFileOrLink(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const found = await stat(join(folder, entry.name)).catch(() => undefined);
  return found?.isDirectory() !== true;
}

/** Filter for the files to find below a folder. */
export interface FileFilter {
  /** File name extensions, without the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Names of folders to skip. */
  readonly passedOver: ReadonlySet<string>;
  /** Maximum number of files. Default: all. */
  readonly most?: number;
  /** Called before each folder is searched. Returning false ends the search. */
  readonly shouldContinue?: () => boolean;
}

/**
 * Returns the regular files below a folder, sorted by name. Links aren't followed: they can lead anywhere, also in a
 * cycle.
 * @returns names that begin with `folder`; for `.`, without it
 */
export async function filesBelow(folder: string, fileFilter: FileFilter): Promise<readonly string[]> {
  const found: string[] = [];
  const { most = Infinity, shouldContinue = () => true } = fileFilter;
  const open = [folder];
  for (let next = open.pop(); next !== undefined && found.length < most; next = open.pop()) {
    if (!shouldContinue()) break;
    const folderName = next;
    const entries = [...((await entriesOf(next)) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    open.push(
      ...entries.filter((one) => isLookedInto(one, fileFilter)).map(({ name }) => nameIn(folderName, name)),
    );
    found.push(
      ...entries.filter((one) => isFound(one, fileFilter)).map(({ name }) => nameIn(folderName, name)),
    );
  }
  return found.slice(0, most);
}

function isLookedInto(entry: Dirent, { passedOver }: FileFilter): boolean {
  return entry.isDirectory() && !passedOver.has(entry.name);
}

function isFound(entry: Dirent, { extensions }: FileFilter): boolean {
  return entry.isFile() && hasExtension(entry.name, extensions);
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

function nameIn(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
