import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Returns the problems of a file in the Problems view that come from this extension. */
export function shownDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Secured AML Compute');
}

/** Waits for something that VS Code does in its own time. */
export async function until(what: string, check: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`waited in vain for ${what}`);
}
