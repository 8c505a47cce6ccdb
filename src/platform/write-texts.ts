import * as vscode from 'vscode';
import { NotWritten, writeAtomically } from '../disk/write-file';
import type { Say } from '../messages/say';
import { showMessage } from './window';
import { foldersFor, leadsOut } from './workspace-files';

/** Failure of a file, with the file system's own message. */
export class FileProblem extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'FileProblem';
  }
}

interface NewText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Writes texts into files of a file system. On disk, either all files are written completely or none. It never writes
 * through a link that leads out of the workspace, or out of the chosen folder.
 * @throws {FileProblem} for the first that can't be written
 */
export async function writeTexts(say: Say, files: readonly NewText[]): Promise<void> {
  if (files.some(({ uri }) => uri.scheme !== 'file')) return writeProvided(files);
  for (const { uri } of files) requireNoLinkOut(say, uri);
  const contents = files.map(({ uri, text }) => ({ file: uri.fsPath, bytes: Buffer.from(text) }));
  try {
    writeAtomically(contents);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    throw new FileProblem(nameOf(vscode.Uri.file(error.file)), error);
  }
}

async function writeProvided(files: readonly NewText[]): Promise<void> {
  for (const { uri, text } of files) {
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      throw new FileProblem(nameOf(uri), error);
    }
  }
}

function requireNoLinkOut(say: Say, uri: vscode.Uri): void {
  const folders = foldersFor(uri);
  const target = leadsOut(uri, folders);
  if (target === undefined) return;
  const folder = folders.map(({ fsPath }) => fsPath);
  throw new FileProblem(nameOf(uri), say('write.linkOut', { target, folder }));
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Shows a message about a file that couldn't be written. Rethrows other errors. */
export function showProblem(say: Say, error: unknown): void {
  if (!(error instanceof FileProblem)) throw error;
  // Not awaited, because it resolves when the user closes it.
  showMessage('error', say('write.failed', { file: error.file, why: error.message }));
}
