import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { longBicep, longTemplate } from '../support/long-files';
import { shownDiagnostics, until } from './shown-diagnostics';

/** Files that are too large to be written by hand: the editor stays usable, and reports what it doesn't check. */
describe('large files', () => {
  const made: vscode.Uri[] = [];

  function write(name: string, text: string): vscode.Uri {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, name);
    writeFileSync(uri.fsPath, text);
    made.push(uri);
    return uri;
  }

  const close = async (): Promise<void> => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  };

  afterEach(async () => {
    await close();
    for (const uri of made.splice(0)) rmSync(uri.fsPath);
  });

  for (const { name, text } of [longBicep(190_000), longTemplate(190_000)]) {
    it(`of 5 MB are reported as too large, within 300 MB of memory: ${name}`, async () => {
      assert.ok(text.length > 4_900_000);
      const uri = write(name, text);
      const memory = process.memoryUsage().heapUsed;
      await vscode.commands.executeCommand('vscode.open', uri);
      const diagnostic = () =>
        shownDiagnostics(uri).find(({ message }) => message.startsWith('This file has '));
      await until('the diagnostic of its size', () => diagnostic() !== undefined);
      assert.ok(process.memoryUsage().heapUsed - memory < 300_000_000);
      assert.equal(diagnostic()?.range.start.line, 0);
      await close();
      await until('no diagnostics', () => shownDiagnostics(uri).length === 0);
    });
  }

  it('of half that limit don’t have problems once they’re closed', async () => {
    const uri = write('long.bicep', longBicep(16_000).text);
    await vscode.commands.executeCommand('vscode.open', uri);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await close();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.deepEqual(shownDiagnostics(uri), []);
  });
});
