import * as vscode from 'vscode';

/** Larger files are not read: no template is as large. */
const mostBytes = 5_000_000;

/** The text of a file as it is edited, else as it is saved; undefined where there is none, or none that is text. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  return openText(uri) ?? (await savedText(uri));
}

/** The text of a file that is open in the editor. */
export function openText(uri: vscode.Uri): string | undefined {
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
