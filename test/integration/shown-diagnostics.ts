import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What stands in the Problems view of a file and comes from us. */
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
