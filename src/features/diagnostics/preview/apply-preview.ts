import * as vscode from 'vscode';
import type { TextEdit } from '../../../documents/edits/text-edit';
import { differenceOf } from '../../../file-checks/edits/harmless-edits';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { notify, showMessage } from '../../../platform/window';
import { workspaceEdit } from '../workspace-edit';
import { areAsAnalyzed } from '../write-blocker';
import { previewTestText } from './preview-test-text';
import type { PreviewState } from './preview-state';

/** Returns the edits that apply the preview: one per file, so that undo takes one step. */
export function previewedEdits({
  analyzedFile: { world },
  changes,
}: Pick<PreviewState, 'analyzedFile' | 'changes'>): readonly TextEdit[] {
  return [...changes.texts].map(([file, text]) => differenceOf(file, world.textOf(file) ?? '', text));
}

/**
 * Applies the preview in one step. Asks for confirmation if other subnets get worse. Applies nothing if a file that the
 * preview was tested with has changed, also while the user was asked.
 */
export async function applyPreview(say: Say, state: PreviewState): Promise<boolean> {
  if (state.changes.worse.length > 0 && !(await isConfirmed(say, state))) return false;
  const { analyzedFile, changes } = state;
  if (!(await areAsAnalyzed(analyzedFile, [...analyzedFile.requested, ...changes.texts.keys()]))) {
    showMessage('warning', say('diff.changedMeanwhile'));
    return false;
  }
  return vscode.workspace.applyEdit(workspaceEdit(analyzedFile.world, previewedEdits(state)));
}

async function isConfirmed(say: Say, { changes, analyzedFile }: PreviewState): Promise<boolean> {
  const names = formatList(
    say,
    changes.worse.map(({ name }) => name),
  );
  const button = say('diff.anyway.button');
  const pressed = await notify('warning', {
    text: say('diff.anyway.title', { names }),
    detail: previewTestText(say, changes, analyzedFile.analysis.check).fixTest.lines.join('\n'),
    buttons: [button],
  });
  return pressed === button;
}
