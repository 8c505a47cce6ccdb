import * as vscode from 'vscode';
import type { TextEdit } from '../../../documents/edits/text-edit';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { formatReason } from '../../../wording/reason-text';
import { rootsOfFile } from '../analyzed-files';
import type { AnalyzedFile } from '../file-analyzer';
import { writeBlocker } from '../write-blocker';

/** Tested changes, with their titles. */
export interface TestedPreview {
  readonly changes: PreviewedChanges;
  readonly title: string;
  /** The title of the diff of a single file. */
  readonly tab: string;
}

/** The current state of a preview. */
export interface PreviewState extends TestedPreview {
  readonly analyzedFile: AnalyzedFile;
  /** Names of files that changed since it was opened. */
  readonly changed: readonly string[];
}

/** Returns the names of files whose text changed. */
export function changedFiles(before: AnalyzedFile, now: AnalyzedFile): readonly string[] {
  const files = [...before.requested].filter((file) => before.world.textOf(file) !== now.world.textOf(file));
  return files.filter((file) => !file.endsWith('/')).map(nameOf);
}

/** Returns other open templates that use the files of a fix. Its effects there aren't tested. */
export function otherRootsOf(
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { root: own }: Pick<AnalyzedFile, 'root'>,
  files: readonly string[],
): readonly string[] {
  const roots = files.flatMap((file) => rootsOfFile(analyzedFiles, file)).map(({ root }) => root);
  const others = [...new Set(roots)].filter((root) => root !== own);
  return others.map((root) => vscode.workspace.asRelativePath(root));
}

/** Returns why changes can't be written; null if they can. */
export async function whyNotWritten(
  say: Say,
  analyzedFile: AnalyzedFile,
  edits: readonly TextEdit[],
): Promise<string | null> {
  const refused = await writeBlocker(analyzedFile, edits);
  return refused ? formatReason(say, refused) : null;
}
