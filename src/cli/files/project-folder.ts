import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isInFolder } from '../../disk/real-path';

/**
 * Returns the folder whose files a template can refer to: the working directory, if it contains the template, or else
 * the template's repository. Otherwise, it's the highest parent folder that isn't at the top of the disk, and that
 * isn't and doesn't contain the home folder.
 */
export function projectFolder(file: string, home = homedir()): string {
  const path = resolve(file);
  const here = process.cwd();
  if (isInFolder(here, path)) return here;
  const above = foldersAbove(path);
  const own = above.filter((one) => dirname(dirname(one)) !== dirname(one) && !isInFolder(one, home));
  return above.find((one) => existsSync(join(one, '.git'))) ?? own.at(-1) ?? dirname(path);
}

/**
 * Returns the folders in which a file's or folder's settings can be: from its own up to its repository, or else to its
 * project.
 */
export function settingsFolders(name: string, isFolder: boolean): readonly string[] {
  const path = resolve(name);
  const above = foldersAbove(isFolder ? join(path, 'file') : path);
  const repository = above.findIndex((one) => existsSync(join(one, '.git')));
  if (repository >= 0) return above.slice(0, repository + 1);
  const project = projectFolder(isFolder ? join(path, 'file') : path);
  return above.filter((one) => isInFolder(project, one) || one === project);
}

/** Nearest first, without the root of the disk. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === dirname(folder) ? [] : [folder, ...foldersAbove(folder)];
}
