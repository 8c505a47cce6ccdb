import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { shownDiagnostics, until } from './shown-diagnostics';

/** A folder with a team's settings, in the editor and in the terminal. */
describe('a team’s settings file', () => {
  const folder = (): vscode.Uri => {
    const found = vscode.workspace.workspaceFolders?.find((one) => one.name === 'shared');
    assert.ok(found);
    return vscode.Uri.joinPath(found.uri, 'team');
  };
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
  const settings = (): vscode.Uri => file('aml-secure-compute.yml');
  const shown = (): readonly string[] =>
    shownDiagnostics(file('network.bicep'))
      .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
      .map(({ code, range }) => `${idOf(code)} ${range.start.line + 1}`)
      .sort();

  before(() => {
    mkdirSync(folder().fsPath, { recursive: true });
    const network = readFileSync(join(folder().fsPath, '..', 'network.bicep'), 'utf8');
    writeFileSync(
      file('network.bicep').fsPath,
      network.replace(/param lastRule string\n?/, "param lastRule string = 'Deny'\n"),
    );
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder().fsPath, { recursive: true });
  });

  it('applies as it does in the terminal, and again when it changes', async () => {
    writeFileSync(settings().fsPath, 'publicIp: no\nworkspace: private\nregion: westeurope\n');
    await vscode.window.showTextDocument(file('network.bicep'));
    await until('problems', () => shown().some((one) => one.startsWith('nsg-rule-blocks')));
    assert.deepEqual(shown(), inTerminal());
    writeFileSync(
      settings().fsPath,
      'publicIp: no\nworkspace: private\nregion: westeurope\nseverity:\n  nsg-rule-blocks: off\n',
    );
    await until('no blocked flow', () => !shown().some((one) => one.startsWith('nsg-rule-blocks')));
    assert.deepEqual(shown(), inTerminal());
  });

  it('shows its errors, completes names, and explains them', async () => {
    const document = await vscode.workspace.openTextDocument(settings());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'regoin: x\n'));
    await until('the mistake', () =>
      shownDiagnostics(settings()).some(({ message }) => /regoin/.test(message)),
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      settings(),
      new vscode.Position(1, 'publicIp: '.length),
    );
    assert.ok(list.items.some(({ label }) => label === 'yes'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      settings(),
      new vscode.Position(1, 2),
    );
    assert.ok(
      hovers.some(({ contents }) =>
        contents.some((one) => /public IP/.test((one as vscode.MarkdownString).value)),
      ),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  function inTerminal(): readonly string[] {
    const extension = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    assert.ok(extension);
    const program = join(extension.extensionPath, 'dist', 'cli.js');
    const found = runOf(program);
    const { runs } = JSON.parse(found) as {
      readonly runs: readonly {
        readonly results: readonly {
          readonly ruleId: string;
          readonly locations: readonly {
            readonly physicalLocation: { readonly region: { readonly startLine: number } };
          }[];
        }[];
      }[];
    };
    return (runs[0]?.results ?? [])
      .map(({ ruleId, locations: [at] }) => `${ruleId} ${at?.physicalLocation.region.startLine ?? 0}`)
      .sort();
  }

  function runOf(program: string): string {
    try {
      return execFileSync(process.execPath, [program, 'check', 'network.bicep', '--format', 'sarif'], {
        cwd: folder().fsPath,
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      // The program exits with 1 if a check is open.
      return (error as { readonly stdout: string }).stdout;
    }
  }
});

function idOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
