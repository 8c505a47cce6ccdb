import * as vscode from 'vscode';

/** Larger files are not read: no template is as large. */
const mostBytes = 20_000_000;

/** The text of a file as it is edited, else as it is saved; undefined where there is none, or none that is text. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  if (uri.path.endsWith('/')) return namesIn(uri);
  return openText(uri) ?? (await savedText(uri));
}

/** Of a folder the names of the files right in it, a line each. */
async function namesIn(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const files = entries.filter(([, type]) => type === vscode.FileType.File);
    return files.map(([name]) => name).join('\n');
  } catch {
    return undefined;
  }
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
    return textIn(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** As the editor reads it, without the mark at its beginning that says which encoding it is; throws for what is no text. */
function textIn(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
