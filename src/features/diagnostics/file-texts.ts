import * as vscode from 'vscode';
import { encodingOf } from '../../core/text/text-encoding';
import { fileNamesIn, readBytes, type FileLimits } from '../../platform/workspace-files';

/** Larger files are not read: no template is as large. */
export const mostBytes = 20_000_000;

/**
 * The text of a file as it is edited, else as it is saved; undefined where there is none, none that is text, or none that may
 * be read. Of a folder the names of the files right in it, a line each.
 */
export async function currentText(
  uri: vscode.Uri,
  limits: Required<FileLimits>,
): Promise<string | undefined> {
  if (uri.path.endsWith('/')) return (await fileNamesIn(uri, limits.within))?.join('\n');
  return openText(uri) ?? textIn(await readBytes(uri, limits));
}

/** The text of a file that is open in the editor. */
export function openText(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted)?.getText();
}

/** As the editor reads it, without the mark at its beginning that says which encoding it is; undefined for what is no text. */
function textIn(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
