import * as vscode from 'vscode';
import { cacheRootOf } from '../../documents/registry/cache-root';
import { ownFolder } from '../../platform/storage-folder';
import { isInFolders } from '../../platform/workspace-files';

/**
 * A file of the compiler's cache of modules and that cache, as files of `root`'s disk are named; undefined where it may
 * not be read: whoever wrote the workspace says where the cache is, so it must be trusted.
 */
export function cachedFile(
  root: vscode.Uri,
  path: string,
  said: string | null,
): { readonly cache: string; readonly file: string } | undefined {
  if (root.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
  const cache = cacheRootOf(said, ownFolder());
  if (cache === undefined) return undefined;
  const file = vscode.Uri.file(`${cache}/${path}`);
  return isInFolders(file, [vscode.Uri.file(cache)]) ? { cache, file: file.path } : undefined;
}
