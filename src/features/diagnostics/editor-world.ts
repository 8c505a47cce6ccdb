import * as vscode from 'vscode';
import type { FileWorld } from '../../file-checks/known-files';
import { cachedFile } from './module-cache';

/** Larger files are not read: no template is as large. */
const mostBytes = 5_000_000;

/**
 * Files of the folder that a document is in, unsaved text first, each as it was when it was first read: what was found
 * has places in that text and in no later one. Names are paths; a folder has one file system.
 */
export interface EditorWorld extends FileWorld {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** False once somebody typed on in the file. */
  isCurrent(file: string): boolean;
}

/** Where a document may look: its workspace folder; without one, its own folder. */
export function editorWorld(root: vscode.Uri): EditorWorld {
  const folder = vscode.workspace.getWorkspaceFolder(root)?.uri ?? vscode.Uri.joinPath(root, '..');
  const inside = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const texts = new Map<string, string | undefined>();
  const uriOf = (file: string): vscode.Uri => root.with({ path: file });
  return {
    uriOf,
    isInside: (file) => file.startsWith(inside) || file === root.path,
    cached: (path, said) => cachedFile(root, path, said),
    textOf: (file) => texts.get(file),
    isCurrent(file) {
      const now = openText(uriOf(file));
      return now === undefined || now === texts.get(file);
    },
    async read(file) {
      if (!texts.has(file)) texts.set(file, openText(uriOf(file)) ?? (await savedText(uriOf(file))));
      return texts.get(file);
    },
  };
}

function openText(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted)?.getText();
}

async function savedText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    // A link may lead out of the folder.
    if (type !== vscode.FileType.File || size > mostBytes) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
