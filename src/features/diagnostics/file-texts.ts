import * as vscode from 'vscode';
import { fileNamesIn, readFileText, type FileLimits } from '../../platform/workspace-files';

/** Maximum file size in bytes, larger than any template. */
export const mostBytes = 20_000_000;

/**
 * Returns the text of a file as edited, otherwise as saved. Undefined if it doesn't exist, isn't text, or can't be
 * read.
 * For a folder, returns the names of its direct files, one per line.
 */
export async function currentText(
  uri: vscode.Uri,
  limits: Required<FileLimits>,
): Promise<string | undefined> {
  if (uri.path.endsWith('/')) return (await fileNamesIn(uri, limits.within))?.join('\n');
  return openText(uri) ?? (await readFileText(uri, limits));
}

/** Returns the text of a file that is open in an editor. */
export function openText(uri: vscode.Uri): string | undefined {
  const target = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === target)?.getText();
}
