import * as vscode from 'vscode';
import { reason, type Reason } from '../../core/reason';
import { isReadOnly } from '../../platform/read-only';
import { leadsOut } from '../../platform/workspace-files';
import type { AnalyzedFile } from './file-analyzer';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';

/**
 * Returns why edits aren't offered; undefined if they can be.
 * A file can be read-only: VS Code would change it in an editor that can't be saved. Or a link leads out of the
 * workspace, so that a file other than the shown one would change. In Restricted Mode, nothing is changed.
 */
export async function writeBlocker(
  { world }: Pick<AnalyzedFile, 'world'>,
  edits: readonly { readonly file: string }[],
): Promise<Reason | undefined> {
  for (const path of new Set(edits.map((one) => one.file))) {
    const uri = world.uriOf(path);
    const file = path.slice(path.lastIndexOf('/') + 1);
    if (await isReadOnly(uri)) return reason('file.fix.readOnly', { file });
    const target = leadsOut(uri);
    if (target !== undefined) return reason('file.fix.linkOut', { file, target });
  }
  return vscode.workspace.isTrusted ? undefined : reason('diff.untrusted');
}

/** Checks whether files still have the text that they were analyzed with, in the editor or on the disk. */
export async function areAsAnalyzed(
  { world }: Pick<AnalyzedFile, 'world'>,
  files: Iterable<string>,
): Promise<boolean> {
  const all = [...new Set(files)].filter((file) => world.textOf(file) !== undefined);
  const now = await Promise.all(all.map((file) => world.textNow(file)));
  return all.every((file, at) => now[at] === world.textOf(file));
}

/** True if the files that edits change are as they were analyzed. */
export function areFilesCurrent({ world }: AnalyzedFile, { edits }: TestedEdits): boolean {
  return edits.every(({ file }) => world.isCurrent(file));
}
