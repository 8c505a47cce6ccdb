import * as vscode from 'vscode';
import type { FileWorld } from '../../file-checks/known-files';

/** Larger files are not read: no template is as large. */
const mostBytes = 5_000_000;

/** Files of the folder that a document is in, unsaved text first. Names are paths; a folder has one file system. */
export interface EditorWorld extends FileWorld {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
}

/** Where a document may look: its workspace folder; without one, its own folder. */
export function editorWorld(root: vscode.Uri): EditorWorld {
  const folder = vscode.workspace.getWorkspaceFolder(root)?.uri ?? vscode.Uri.joinPath(root, '..');
  const inside = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const texts = new Map<string, string>();
  const uriOf = (file: string): vscode.Uri => root.with({ path: file });
  return {
    uriOf,
    isInside: (file) => file.startsWith(inside) || file === root.path,
    textOf: (file) => openText(uriOf(file)) ?? texts.get(file),
    async read(file) {
      const open = openText(uriOf(file));
      const text = open ?? (await savedText(uriOf(file)));
      if (text !== undefined) texts.set(file, text);
      return text;
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
