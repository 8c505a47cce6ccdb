import * as vscode from 'vscode';
import { findFiles, foldersFor, readBytes } from './workspace-files';

export interface PythonFile {
  /** Path in the workspace, as VS Code shows it. */
  readonly name: string;
  readonly text: string;
}

const mostFiles = 200;
const longestFile = 500_000;
const passedOver: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.venv',
  'venv',
  'env',
  '.conda',
  '.tox',
  'site-packages',
  '__pycache__',
  '.ipynb_checkpoints',
]);

/**
 * Yields the Python files and notebooks of the workspace in sequence. Files that are too long or unreadable are skipped
 * silently, because logs don't contain file names. Call it only in a trusted workspace.
 */
export async function* pythonFiles(): AsyncGenerator<PythonFile> {
  for (const uri of await listed()) {
    const text = await textOf(uri);
    if (text !== null) yield { name: vscode.workspace.asRelativePath(uri), text };
  }
}

async function listed(): Promise<readonly vscode.Uri[]> {
  try {
    return await findFiles({ extensions: ['py', 'ipynb'], passedOver, most: mostFiles });
  } catch {
    return [];
  }
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  const bytes = await readBytes(uri, { most: longestFile, within: foldersFor(uri) });
  return bytes ? new TextDecoder().decode(bytes) : null;
}
