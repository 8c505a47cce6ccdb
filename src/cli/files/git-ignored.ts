import { getOrCreate } from '../../core/get-or-create';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Maximum size of a `.gitignore` file. */
const mostBytes = 1_000_000;

/** Maximum length of a pattern. Longer ones aren't valid expressions, so they ignore nothing. */
const mostLength = 4096;

/** Rules by folder, or null for a folder without rules. */
const rules = new Map<string, Ignore | null>();
const roots = new Map<string, string | null>();
const states = new Map<string, boolean>();

/**
 * True if the `.gitignore` files of a file's repository ignore it or its folder. A deeper `.gitignore` takes
 * precedence. Outside a repository, nothing is ignored. Matching is case-sensitive, so that no file is left out by
 * mistake. https://git-scm.com/docs/gitignore, read 2026-11-30
 */
export function isGitIgnored(file: string): boolean {
  const path = resolve(file);
  const root = repositoryOf(dirname(path));
  return root !== null && isNamed(root, path, false);
}

/** Returns the folder at or above `folder` that contains `.git`, or null if there is none. */
export function repositoryOf(folder: string): string | null {
  return getOrCreate(roots, folder, () => {
    if (existsSync(join(folder, '.git'))) return folder;
    const above = dirname(folder);
    return above === folder ? null : repositoryOf(above);
  });
}

/** Files below an ignored folder can't be included again. */
function isNamed(root: string, path: string, isFolder: boolean): boolean {
  if (path === root) return false;
  const before = isFolder ? states.get(path) : undefined;
  if (before !== undefined) return before;
  const state = isNamed(root, dirname(path), true) || isNamedItself(root, path, isFolder);
  if (isFolder) states.set(path, state);
  return state;
}

function isNamedItself(root: string, path: string, isFolder: boolean): boolean {
  let isOut = false;
  for (const folder of foldersBetween(root, path)) {
    const its = rulesOf(folder);
    if (!its) continue;
    const name = relative(folder, path).replaceAll('\\', '/');
    const { ignored, unignored } = its.test(isFolder ? `${name}/` : name);
    isOut = ignored || (isOut && !unignored);
  }
  return isOut;
}

/** Returns the folders from the repository's folder to the one that contains `path`. */
function foldersBetween(root: string, path: string): readonly string[] {
  const folder = dirname(path);
  return folder === root ? [root] : [...foldersBetween(root, folder), folder];
}

function rulesOf(folder: string): Ignore | null {
  const before = rules.get(folder);
  if (before !== undefined) return before;
  let found: Ignore | null = null;
  try {
    const file = join(folder, '.gitignore');
    const about = statSync(file);
    if (about.isFile() && about.size <= mostBytes) {
      const lines = readFileSync(file, 'utf8').split(/\r?\n/);
      found = ignore({ ignorecase: false }).add(lines.filter((line) => line.length <= mostLength));
    }
  } catch {
    // The file doesn't exist, or can't be read.
  }
  rules.set(folder, found);
  return found;
}
