import * as vscode from 'vscode';
import type { FileWorld } from '../../file-checks/known-files';
import { isTerraformFile } from '../../file-checks/terraform-root';
import { foldersFor, isInFolders } from '../../platform/workspace-files';
import { currentText, mostBytes, openText } from './file-texts';
import { mostCharacters } from './large-files';
import { cacheRootOf } from '../../documents/registry/cache-root';
import { ownFolder } from '../../platform/storage-folder';

/**
 * Files of a document's workspace, with unsaved texts. Each file keeps the text of its first read, because locations of
 * problems refer to that text.
 * Names are paths. Only folders of the document's own file system are included.
 */
export interface EditorWorld extends FileWorld {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** Reads the current text of a file. */
  textNow(file: string): Promise<string | undefined>;
  /** Returns false once the user has edited the file since it was read. */
  isCurrent(file: string): boolean;
}

/** Maximum size in bytes of a referenced file: its maximum number of characters, in UTF-8. */
const mostBytesNamed = 3 * mostCharacters + 3;

/** Creates the file access of a document: the folders of its workspace; outside a workspace, its own folder. */
export function editorWorld(root: vscode.Uri): EditorWorld {
  const folders = foldersFor(root);
  const caches = new Map<string, vscode.Uri>();
  const texts = new Map<string, string | undefined>();
  const inside = new Map<string, boolean>();
  const uriOf = (file: string): vscode.Uri => root.with({ path: file });

  async function textNow(file: string): Promise<string | undefined> {
    const within = [...folders, ...caches.values()];
    if (file === root.path && !isTerraformFile(file)) return currentText(root, { most: mostBytes, within });
    const text = await currentText(uriOf(file), { most: mostBytesNamed, within });
    // Referenced files have the same maximum size as the root file, whose own size is reported.
    return text !== undefined && text.length > mostCharacters ? undefined : text;
  }

  return {
    uriOf,
    textNow,
    isInside(file) {
      const known = inside.get(file) ?? (file === root.path || isInFolders(uriOf(file), folders));
      inside.set(file, known);
      return known;
    },
    cached(path, configured) {
      const found = cachedFile(root, path, configured);
      if (!found) return undefined;
      caches.set(found.cache, vscode.Uri.file(found.cache));
      return found.file;
    },
    textOf: (file) => texts.get(file),
    isCurrent(file) {
      const now = openText(uriOf(file));
      return now === undefined || now === texts.get(file);
    },
    async read(file) {
      if (!texts.has(file)) texts.set(file, await textNow(file));
      return texts.get(file);
    },
  };
}

/**
 * Returns a file of the compiler's module cache, and the cache, as paths on the disk of `root`.
 * Undefined if it can't be read: workspace content defines the cache's location, so the workspace must be trusted.
 */
function cachedFile(
  root: vscode.Uri,
  path: string,
  configured: string | null,
): { readonly cache: string; readonly file: string } | undefined {
  if (root.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
  const cache = cacheRootOf(configured, ownFolder());
  if (cache === undefined) return undefined;
  const file = vscode.Uri.file(`${cache}/${path}`);
  return isInFolders(file, [vscode.Uri.file(cache)]) ? { cache, file: file.path } : undefined;
}
