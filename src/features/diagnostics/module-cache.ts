import * as vscode from 'vscode';
import { cacheRootOf } from '../../documents/registry/cache-root';
import { leadsOut, ownFolder } from '../../platform/own-folder';

/**
 * A file of the compiler's cache of modules, as files of `root`'s disk are named; undefined where it may not be read: whoever
 * wrote the workspace says where the cache is, so it must be trusted.
 */
export function cachedFile(root: vscode.Uri, path: string, said: string | null): string | undefined {
  if (root.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
  const cache = cacheRootOf(said, ownFolder());
  if (cache === undefined) return undefined;
  const file = `${cache}/${path}`;
  return leadsOut(cache, file) ? undefined : vscode.Uri.file(file).path;
}
