import * as vscode from 'vscode';
import type { ExplainErrorDeps } from './deps';
import type { ErrorExplainer } from './explain-error';

/** The command that explains what Azure said somewhere else. */
export function activateExplainError(deps: ExplainErrorDeps): vscode.Disposable {
  let explainer: ErrorExplainer | undefined;
  const command = vscode.commands.registerCommand('amlSecureCompute.errors.explain', async () => {
    const [{ createErrorExplainer }] = await Promise.all([import('./explain-error'), deps.whole()]);
    explainer ??= createErrorExplainer(deps);
    await explainer.ask();
  });
  return vscode.Disposable.from(command, { dispose: () => explainer?.dispose() });
}
