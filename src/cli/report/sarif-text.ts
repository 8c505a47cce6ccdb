import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';
import { isInFolder } from '../../disk/real-path';
import { repositoryOf } from '../files/git-ignored';

/** SARIF levels by severity. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** Escapes brackets. In a message, `[text](address)` is a link, unless its bracket is escaped (SARIF 2.1.0, 3.11.6). */
export function sarifMessage(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}

/** Code scanning expects paths relative to the root of the repository. */
const sourceRoot = '%SRCROOT%';

function rootFolder(): string {
  return repositoryOf(process.cwd()) ?? process.cwd();
}

/**
 * Returns a file by its path relative to the root of the repository, without `..`, or a file outside it by its absolute
 * path.
 */
export function sarifArtifact(file: string): ArtifactLocation {
  const root = rootFolder();
  const path = resolve(file);
  if (path === root || !isInFolder(root, path)) return { uri: pathToFileURL(path).href };
  const uri = relative(root, path).split(/[\\/]/).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: sourceRoot };
}

/** Returns the base folder of file names. */
export function sarifBases(): Record<string, ArtifactLocation> {
  return { [sourceRoot]: { uri: pathToFileURL(`${rootFolder()}/`).href } };
}
