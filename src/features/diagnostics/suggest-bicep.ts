import * as vscode from 'vscode';
import { notify } from '../../platform/window';
import type { DiagnosticsDeps } from './deps';

const bicepExtension = 'ms-azuretools.vscode-bicep';
const suggestedKey = 'bicep.suggested';

/** Suggests Microsoft's Bicep extension if it isn't installed: only once, and not in the sample. */
export async function suggestBicep(
  { say, account, remembered, log }: DiagnosticsDeps,
  file: vscode.Uri,
): Promise<void> {
  if (!file.path.endsWith('.bicep')) return;
  if (vscode.extensions.getExtension(bicepExtension) || account.isSample()) return;
  if (remembered.get(suggestedKey) === true) return;
  await remembered.update(suggestedKey, true);
  const install = say('file.installBicep');
  const answer = await notify('info', { text: say('file.suggestBicep'), buttons: [install] });
  if (answer !== install) return;
  try {
    await vscode.commands.executeCommand('workbench.extensions.installExtension', bicepExtension);
  } catch (error) {
    // Without a marketplace, or if a policy forbids it, the extension's page shows why.
    log.error('The Bicep extension could not be installed', error);
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${bicepExtension}`);
  }
}
