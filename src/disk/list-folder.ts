import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What lies right in a folder, links as links; undefined where there is no folder. */
async function entriesOf(folder: string): Promise<readonly Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch(() => undefined);
}

/**
 * The names of the regular files right in a folder, and of links that don't lead to a folder; undefined where there is none.
 * Whether a link is followed is decided where it's read.
 */
export async function filesInFolder(folder: string): Promise<readonly string[] | undefined> {
  const entries = await entriesOf(folder);
  if (!entries) return undefined;
  const isFile = await Promise.all(entries.map((one) => isFileOrLink(folder, one)));
  return entries.filter((_, at) => isFile[at]).map(({ name }) => name);
}

/** True of a link to a file too, and of one that leads nowhere: reading it states why. */
async function isFileOrLink(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const found = await stat(join(folder, entry.name)).catch(() => undefined);
  return found?.isDirectory() !== true;
}

/** Which files are looked for below a folder. */
export interface FileFilter {
  /** How their names end, without the dot; in lower case. */
  readonly extensions: readonly string[];
  /** Names of folders that aren't looked into. */
  readonly passedOver: ReadonlySet<string>;
  /** Files that are found at most; all where it's missing. */
  readonly most?: number;
  /** Called before each folder that is looked into: false ends the search. */
  readonly goesOn?: () => boolean;
}

/**
 * The regular files below a folder, in the order of their names. Links aren't followed: they may lead anywhere, and round
 * in a circle.
 * @returns names that begin with `folder`; of `.` without it
 */
export async function filesBelow(folder: string, wanted: FileFilter): Promise<readonly string[]> {
  const found: string[] = [];
  const { most = Infinity, goesOn = () => true } = wanted;
  const open = [folder];
  for (let next = open.pop(); next !== undefined && found.length < most; next = open.pop()) {
    if (!goesOn()) break;
    const folderName = next;
    const entries = [...((await entriesOf(next)) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    open.push(
      ...entries.filter((one) => isLookedInto(one, wanted)).map(({ name }) => nameIn(folderName, name)),
    );
    found.push(...entries.filter((one) => isFound(one, wanted)).map(({ name }) => nameIn(folderName, name)));
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
