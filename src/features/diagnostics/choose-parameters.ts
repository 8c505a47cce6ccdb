import * as vscode from 'vscode';
import type { Say } from '../../messages/say';
import { foldersFor, isInFolders } from '../../platform/workspace-files';
import { pickOne, showMessage, type ListLine } from '../../platform/window';
import type { ParameterChoices } from './parameter-choices';

type Line = ListLine & { readonly choose: () => Thenable<vscode.Uri | null | undefined> };

/**
 * Asks for the parameter values that a template is checked with, and stores the choice. Resolves to false if the user
 * cancels.
 */
export async function pickParameters(
  say: Say,
  choices: ParameterChoices,
  template: vscode.Uri,
): Promise<boolean> {
  const {
    file,
    candidates: { files: candidates },
  } = await choices.of(template);
  // Keep an earlier choice from another location in the list.
  const known = candidates.some((one) => one.toString() === file?.toString()) || file === null;
  const files = known ? candidates : [file, ...candidates];
  const inUse = say('file.parameters.inUse');
  const lines: readonly Line[] = [
    ...files.map((one) => ({
      label: vscode.workspace.asRelativePath(one),
      ...(one.toString() === file?.toString() ? { description: inUse } : {}),
      choose: () => Promise.resolve(one),
    })),
    {
      label: say('file.parameters.none'),
      ...(file === null ? { description: inUse } : {}),
      detail: say('file.parameters.noneDetail'),
      choose: () => Promise.resolve(null),
    },
    { label: say('file.parameters.other'), choose: () => askForFile(template) },
  ];
  const title = say('file.parameters.title', { file: vscode.workspace.asRelativePath(template) });
  const line = await pickOne(lines, { title, matchOnDescription: true });
  const chosen = await line?.choose();
  if (chosen === undefined) return false;
  if (chosen && !isInFolders(chosen, foldersFor(template))) {
    const outside = say('file.parameters.outside', { file: chosen.fsPath });
    showMessage('error', outside);
    return false;
  }
  await choices.keep(template, chosen);
  return true;
}

async function askForFile(template: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    defaultUri: vscode.Uri.joinPath(template, '..'),
    filters: { 'Bicep, JSON': ['bicepparam', 'json', 'jsonc'] },
  });
  return chosen?.[0];
}
