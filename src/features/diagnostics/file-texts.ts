import * as vscode from 'vscode';
import { fileNamesIn, readFileText, type FileLimits } from '../../platform/workspace-files';

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
  return openText(uri) ?? (await readFileText(uri, limits));
}

/** The text of a file that is open in the editor. */
export function openText(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted)?.getText();
}
