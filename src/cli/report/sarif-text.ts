import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';
import { repositoryPath, repositoryRoot } from './repository-path';

/** SARIF levels by severity. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** Escapes brackets. In a message, `[text](address)` is a link, unless its bracket is escaped (SARIF 2.1.0, 3.11.6). */
export function sarifMessage(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}

/** Code scanning expects paths relative to the root of the repository. */
const sourceRoot = '%SRCROOT%';

/**
 * Returns a file by its path relative to the root of the repository, without `..`, or a file outside it by its absolute
 * path.
 */
export function sarifArtifact(file: string): ArtifactLocation {
  const path = repositoryPath(file);
  if (path === undefined) return { uri: pathToFileURL(resolve(file)).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

/** Returns the base folder of file names. */
export function sarifBases(): Record<string, ArtifactLocation> {
  return { [sourceRoot]: { uri: pathToFileURL(`${repositoryRoot()}/`).href } };
}
