import * as assert from 'node:assert/strict';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { shownDiagnostics, until } from './shown-diagnostics';

/** The Problems view keeps the quick fixes of its first request, also if they were requested while typing. */
describe('quick fixes of a file that is being checked again', () => {
  let file: vscode.Uri;

  before(async () => {
    const extension = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === 'shared');
    assert.ok(extension && folder);
    await extension.activate();
    file = vscode.Uri.joinPath(folder.uri, 'quick-fixes.bicep');
    copyFileSync(
      join(extension.extensionPath, 'test', 'fixtures', 'files', 'infra', 'network.bicep'),
      file.fsPath,
    );
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    rmSync(file.fsPath);
  });

  const problem = (): vscode.Diagnostic | undefined =>
    shownDiagnostics(file).find(({ message }) => message.includes('Deny-All'));

  const fixesAt = async (range: vscode.Range): Promise<readonly vscode.CodeAction[]> =>
    await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );

  it('are those of the new text', async () => {
    const editor = await vscode.window.showTextDocument(file);
    await until('the problem', () => problem() !== undefined);
    const lines = editor.document.lineCount;
    const before = problem()?.range;
    assert.ok(before);
    const titles = (await fixesAt(before)).map(({ title }) => title);
    assert.ok(titles.includes('Preview changes…'), titles.join());
    for (const text of ['// A comment\n', '// Another comment\n']) {
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text)));
      const at = before.start.line + editor.document.lineCount - lines;
      const again = await fixesAt(new vscode.Range(at, 0, at, 1000));
      assert.deepEqual(
        again.map(({ title }) => title),
        titles,
      );
    }
  });
});
