import * as vscode from 'vscode';
import type { WizardDeps } from './deps';

/** Registers the wizard: its command, and its return after a reload. Nothing of it is loaded before it is opened. */
export function activateWizard(deps: WizardDeps): vscode.Disposable {
  const load = () => import('./open-wizard');
  return vscode.Disposable.from(
    vscode.commands.registerCommand('amlSecureCompute.wizard.open', async () => {
      (await load()).openWizard(deps);
    }),
    vscode.window.registerWebviewPanelSerializer('amlSecureCompute.wizard', {
      deserializeWebviewPanel: async (panel) => {
        (await load()).restoreWizard(deps, panel);
      },
    }),
  );
}
