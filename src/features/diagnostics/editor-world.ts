import * as vscode from 'vscode';
import type { FileWorld } from '../../file-checks/known-files';
import { currentText, openText } from './file-texts';
import { mostCharacters } from './large-files';
import { cachedFile } from './module-cache';

/**
 * Files of the workspace that a document is in, unsaved text first, each as it was when it was first read: what was found
 * has places in that text and in no later one. Names are paths; only folders of the document's own file system count.
 */
export interface EditorWorld extends FileWorld {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** False once somebody typed on in the file. */
  isCurrent(file: string): boolean;
}

/** Where a document may look: the folders of its workspace; outside of all of them, its own folder. */
export function editorWorld(root: vscode.Uri): EditorWorld {
  const inside = foldersFor(root).map(({ path }) => (path.endsWith('/') ? path : `${path}/`));
  const texts = new Map<string, string | undefined>();
  const uriOf = (file: string): vscode.Uri => root.with({ path: file });
  return {
    uriOf,
    isInside: (file) => file === root.path || inside.some((folder) => file.startsWith(folder)),
    cached: (path, said) => cachedFile(root, path, said),
    textOf: (file) => texts.get(file),
    isCurrent(file) {
      const now = openText(uriOf(file));
      return now === undefined || now === texts.get(file);
    },
    async read(file) {
      if (!texts.has(file)) texts.set(file, await currentText(uriOf(file)));
      const text = texts.get(file);
      // What a file names is as large as itself at the most; its own size is told of.
      return text !== undefined && text.length > mostCharacters && file !== root.path ? undefined : text;
    },
  };
}

function foldersFor(root: vscode.Uri): readonly vscode.Uri[] {
  if (!vscode.workspace.getWorkspaceFolder(root)) return [vscode.Uri.joinPath(root, '..')];
  return (vscode.workspace.workspaceFolders ?? [])
    .map(({ uri }) => uri)
    .filter(({ scheme, authority }) => scheme === root.scheme && authority === root.authority);
}
