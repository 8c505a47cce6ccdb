import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isInFolder } from '../../disk/real-path';

/**
 * The folder whose files a template may name: where the program was started, if the template lies there; else its
 * repository; else the highest folder above it that a user owns, and neither a home folder nor one that only the
 * system has above it.
 */
export function projectFolder(file: string, home = homedir()): string {
  const path = resolve(file);
  const here = process.cwd();
  if (isInFolder(here, path)) return here;
  const above = foldersAbove(path);
  const own = above.filter((one) => dirname(dirname(one)) !== dirname(one) && !isInFolder(one, home));
  return above.find((one) => existsSync(join(one, '.git'))) ?? own.at(-1) ?? dirname(path);
}

/** The folders in which the settings of a file or folder may be: from its own up to its repository, else to its project. */
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
