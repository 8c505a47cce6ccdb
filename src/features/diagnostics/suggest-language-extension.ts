import * as vscode from 'vscode';
import { notify } from '../../platform/window';
import type { DiagnosticsDeps } from './deps';

interface Suggestion {
  readonly files: RegExp;
  readonly extension: string;
  /** Remembers that it was shown. */
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

/** Suggests the extension of a file's language if it isn't installed: only once, and not in the sample. */
export async function suggestLanguageExtension(
  { say, account, remembered, log }: DiagnosticsDeps,
  { uri, languageId }: Pick<vscode.TextDocument, 'uri' | 'languageId'>,
): Promise<void> {
  const found = suggestions.find(({ files }) => files.test(uri.path));
  if (!found || vscode.extensions.getExtension(found.extension) || account.isSample()) return;
  // If another extension, such as OpenTofu's, defines the language, the file has colors already.
  if (languageId !== 'plaintext') return;
  if (remembered.get(found.shownKey) === true) return;
  await remembered.update(found.shownKey, true);
  const install = say(found.button);
  const answer = await notify('info', { text: say(found.text), buttons: [install] });
  if (answer !== install) return;
  try {
    await vscode.commands.executeCommand('workbench.extensions.installExtension', found.extension);
  } catch (error) {
    // Without a marketplace, or if a policy forbids it, the extension's page shows why.
    log.error(`Extension ${found.extension} could not be installed`, error);
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${found.extension}`);
  }
}
