import * as vscode from 'vscode';
import type { FileWorld } from '../../file-checks/known-files';
import { isTerraformFile } from '../../file-checks/terraform-root';
import { foldersFor, isInFolders } from '../../platform/workspace-files';
import { currentText, mostBytes, openText } from './file-texts';
import { mostCharacters } from './large-files';
import { cacheRootOf } from '../../documents/registry/cache-root';
import { ownFolder } from '../../platform/storage-folder';

/**
 * Files of the workspace that a document is in, unsaved text first, each as it was when it was first read: what was found
 * has places in that text and in no later one. Names are paths; only folders of the document's own file system count.
 */
export interface EditorWorld extends FileWorld {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** The text of a file as it is now. */
  textNow(file: string): Promise<string | undefined>;
  /** False once somebody typed on in the file. */
  isCurrent(file: string): boolean;
}

/** Bytes that hold as many characters as a file may have that another one names, in UTF-8. */
const mostBytesNamed = 3 * mostCharacters + 3;

/** Where a document may look: the folders of its workspace; outside of all of them, its own folder. */
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
    // What a file names is as large as itself at the most; its own size is told of.
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
    cached(path, said) {
      const found = cachedFile(root, path, said);
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
 * A file of the compiler's cache of modules and that cache, as files of `root`'s disk are named; undefined where it may
 * not be read: whoever wrote the workspace says where the cache is, so it must be trusted.
 */
function cachedFile(
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
