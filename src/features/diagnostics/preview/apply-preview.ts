import * as vscode from 'vscode';
import type { TextEdit } from '../../../documents/edits/text-edit';
import { differenceOf } from '../../../file-checks/edits/harmless-edits';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { notify } from '../../../platform/window';
import { workspaceEdit } from '../workspace-edit';
import { previewProof } from './preview-proof';
import type { PreviewState } from './preview-state';

/** Returns the edits that apply the preview: one per file, so that undo takes one step. */
export function previewedEdits({
  analyzedFile: { world },
  changes,
}: Pick<PreviewState, 'analyzedFile' | 'changes'>): readonly TextEdit[] {
  return [...changes.texts].map(([file, text]) => differenceOf(file, world.textOf(file) ?? '', text));
}

/** Checks whether every file still has the text that the preview was tested with. */
export async function isAsTested({ analyzedFile: { world }, changes }: PreviewState): Promise<boolean> {
  const files = [...changes.texts.keys()];
  const now = await Promise.all(files.map((file) => world.textNow(file)));
  return files.every((file, at) => now[at] === world.textOf(file));
}

/** Applies the preview in one step. Asks for confirmation if other subnets get worse. */
export async function applyPreview(say: Say, state: PreviewState): Promise<boolean> {
  if (state.changes.worse.length > 0 && !(await isConfirmed(say, state))) return false;
  return vscode.workspace.applyEdit(workspaceEdit(state.analyzedFile.world, previewedEdits(state)));
}

async function isConfirmed(say: Say, { changes }: PreviewState): Promise<boolean> {
  const names = formatList(
    say,
    changes.worse.map(({ name }) => name),
  );
  const button = say('diff.anyway.button');
  const pressed = await notify('warning', {
    text: say('diff.anyway.title', { names }),
    detail: previewProof(say, changes).proof.lines.join('\n'),
    buttons: [button],
  });
  return pressed === button;
}
