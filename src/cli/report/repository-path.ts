import { relative } from 'node:path';
import { isInFolder, realPathOf } from '../../disk/real-path';
import { repositoryOf } from '../files/git-ignored';

/** Returns the root of the repository that contains the working directory, or else the working directory. */
export function repositoryRoot(): string {
  return repositoryOf(process.cwd()) ?? process.cwd();
}

/**
 * Returns a file's path from the root of the repository, in which services find a file, whatever the working directory
 * is. Links are resolved: code scanning doesn't show results in a link
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning,
 * read 2026-12-01). Undefined for a file outside of it.
 */
export function repositoryPath(file: string): string | undefined {
  const [root, path] = [repositoryRoot(), realPathOf(file)];
  if (path === root || !isInFolder(root, path)) return undefined;
  return relative(root, path).replaceAll('\\', '/');
}
