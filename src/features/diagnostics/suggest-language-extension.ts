import * as vscode from 'vscode';
import { notify } from '../../platform/window';
import type { DiagnosticsDeps } from './deps';

interface Suggestion {
  readonly files: RegExp;
  readonly extension: string;
  /** Key under which the editor remembers that the suggestion was shown. */
  readonly shownKey: string;
  readonly text: 'file.suggestBicep' | 'file.suggestTerraform';
  readonly button: 'file.installBicep' | 'file.installTerraform';
}

const suggestions: readonly Suggestion[] = [
  {
    files: /\.bicep$/,
    extension: 'ms-azuretools.vscode-bicep',
    shownKey: 'bicep.suggested',
    text: 'file.suggestBicep',
    button: 'file.installBicep',
  },
  {
    files: /\.(?:tf|tfvars)$/,
    extension: 'hashicorp.terraform',
    shownKey: 'terraform.suggested',
    text: 'file.suggestTerraform',
    button: 'file.installTerraform',
  },
];

/** Suggests the extension for a file's language if it isn't installed. Shown only once, and not with the sample. */
export async function suggestLanguageExtension(
  { say, account, remembered, log }: DiagnosticsDeps,
  { uri, languageId }: Pick<vscode.TextDocument, 'uri' | 'languageId'>,
): Promise<void> {
  const found = suggestions.find(({ files }) => files.test(uri.path));
  if (!found || vscode.extensions.getExtension(found.extension) || account.isSample()) return;
  // If another extension, such as OpenTofu's, defines the language, the file already has syntax highlighting.
  if (languageId !== 'plaintext') return;
  if (remembered.get(found.shownKey) === true) return;
  await remembered.update(found.shownKey, true);
  const install = say(found.button);
  const answer = await notify('info', { text: say(found.text), buttons: [install] });
  if (answer !== install) return;
  try {
    await vscode.commands.executeCommand('workbench.extensions.installExtension', found.extension);
  } catch (error) {
    // The extension's page shows the reason, such as a missing marketplace or a policy.
    log.error(`Extension ${found.extension} could not be installed`, error);
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${found.extension}`);
  }
}
