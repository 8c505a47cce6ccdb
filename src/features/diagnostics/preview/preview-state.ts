import * as vscode from 'vscode';
import type { TextEdit } from '../../../documents/edits/text-edit';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { formatFixTitle } from '../../../wording/fix-title';
import { formatReason } from '../../../wording/reason-text';
import { rootsOfFile } from '../analyzed-files';
import type { AnalyzedFile } from '../file-analyzer';
import { writeBlocker } from '../write-blocker';

/** Changes that were tested, and what they are called. */
export interface TestedPreview {
  readonly changes: PreviewedChanges;
  readonly title: string;
  /** The title of the diff. */
  readonly tab: string;
}

/** A preview as it stands. */
export interface PreviewState extends TestedPreview {
  readonly analyzedFile: AnalyzedFile;
  /** Files that changed since it was opened. */
  readonly changed: readonly string[];
}

interface Choice {
  readonly keys: readonly string[];
  readonly on: boolean;
}

/** What is chosen after some were ticked or cleared. A change that costs or removes counts once for all its problems. */
export function chosenAfter(
  say: Say,
  { choices, chosen }: PreviewedChanges,
  { keys, on }: Choice,
): ReadonlySet<string> {
  const titleOf = (key: string): string | null => {
    const apart = choices.find((one) => one.key === key)?.apart;
    return apart ? formatFixTitle(say, apart) : null;
  };
  const titles = new Set(keys.flatMap((key) => titleOf(key) ?? []));
  const meant = choices.filter(
    ({ key, apart }) => keys.includes(key) || (apart !== null && titles.has(formatFixTitle(say, apart))),
  );
  const wanted = new Set(chosen);
  for (const { key } of meant) {
    if (on) wanted.add(key);
    else wanted.delete(key);
  }
  return wanted;
}

/** Files that have another text than before, by their names. */
export function changedFiles(before: AnalyzedFile, now: AnalyzedFile): readonly string[] {
  const files = [...before.asked].filter((file) => before.world.textOf(file) !== now.world.textOf(file));
  return files.filter((file) => !file.endsWith('/')).map(nameOf);
}

/** Other open templates that use the files of a fix: what it changes there isn't tested. */
export function otherRootsOf(
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { root: own }: Pick<AnalyzedFile, 'root'>,
  files: readonly string[],
): readonly string[] {
  const roots = files.flatMap((file) => rootsOfFile(analyzedFiles, file)).map(({ root }) => root);
  const others = [...new Set(roots)].filter((root) => root !== own);
  return others.map((root) => vscode.workspace.asRelativePath(root));
}

/** Why nothing may be written; null where it may. */
export async function whyNotWritten(
  say: Say,
  analyzedFile: AnalyzedFile,
  edits: readonly TextEdit[],
): Promise<string | null> {
  if (!vscode.workspace.isTrusted) return say('diff.untrusted');
  const refused = await writeBlocker(analyzedFile, edits);
  return refused ? formatReason(say, refused) : null;
}
