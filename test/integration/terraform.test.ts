import * as assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { shownDiagnostics, until } from './shown-diagnostics';

/** A Terraform folder, whose files are one configuration, without HashiCorp's extension. */
describe('a Terraform folder', () => {
  const folder = (): vscode.Uri => {
    const found = vscode.workspace.workspaceFolders?.find((one) => one.name === 'shared');
    assert.ok(found);
    return vscode.Uri.joinPath(found.uri, 'terraform');
  };
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
  const blocked = (name = 'main.tf'): vscode.Diagnostic | undefined =>
    shownDiagnostics(file(name)).find(({ message }) => message.includes('deny-out'));

  /** Opens the file as a user does. A document that a program opens stays open for minutes. */
  const open = async (name: string): Promise<vscode.TextEditor> => {
    await vscode.commands.executeCommand('vscode.open', file(name), { preview: false });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.path === file(name).path);
    return editor;
  };

  before(async () => {
    const extension = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    assert.ok(extension);
    const fixture = join(extension.extensionPath, 'test', 'fixtures', 'terraform', 'associations', 'main.tf');
    // The folder isn’t there when the window opens.
    await extension.activate();
    mkdirSync(folder().fsPath, { recursive: true });
    writeFileSync(file('main.tf').fsPath, readFileSync(fixture, 'utf8').replace(/= "Deny"/, '= var.last'));
    writeFileSync(file('variables.tf').fsPath, 'variable "last" {\n  default = "Deny"\n}\n');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder().fsPath, { recursive: true });
  });

  it('is checked as a whole, whichever of its files is edited or changes on disk', async () => {
    await open('main.tf');
    await until('the blocked flows', () => blocked() !== undefined);
    const editor = await open('variables.tf');
    await replaceIn(editor, 'Deny', 'Allow');
    await until('nothing blocked by the text that isn’t saved', () => blocked() === undefined);
    writeFileSync(file('last.auto.tfvars').fsPath, 'last = "Deny"\n');
    await until('the value of the new file', () => blocked() !== undefined);
    rmSync(file('last.auto.tfvars').fsPath);
    await until('nothing blocked without the file', () => blocked() === undefined);
    await replaceIn(editor, 'Allow', 'Deny');
    await until('what is blocked again', () => blocked() !== undefined);
  });

  it('has a hover, an explanation, a suppressing comment, and fixes in Terraform syntax', async () => {
    const { document } = await open('main.tf');
    await until('the blocked flows', () => blocked() !== undefined);
    const range = blocked()?.range;
    assert.ok(range);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      range.start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
    assert.match(text.join('\n'), /Explain/);
    assert.match(text.join('\n'), /deny-out/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const own = actions.filter(({ kind }) => /amlSecureCompute/.test(kind?.value ?? ''));
    assert.deepEqual(own.map(({ kind }) => kind?.value.replace('amlSecureCompute.', '')).toSorted(), [
      'explain',
      'suppress',
    ]);
    const fixes = actions.filter(({ kind }) => kind?.value === 'quickfix');
    assert.equal(fixes[0]?.isPreferred, true);
    assert.ok(fixes.some(({ command }) => command?.command === 'amlSecureCompute.files.previewChanges'));
    const fix = fixes.find(({ edit, title }) => edit && title.includes('AzureResourceManager'));
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^ {4}destination_address_prefix = "AzureResourceManager"$/m);
    await vscode.commands.executeCommand('undo');
    await until('the blocked flows after the fix is undone', () => blocked() !== undefined);
    const suppress = own.find(({ kind }) => kind?.value.endsWith('suppress'));
    assert.ok(suppress?.edit);
    const explain = own.find(({ kind }) => kind?.value.endsWith('explain'))?.command;
    assert.ok(explain);
    await vscode.workspace.applyEdit(suppress.edit);
    await until('nothing after the comment', () => blocked() === undefined);
    assert.match(document.getText(), /^ *# aml-secure-compute: ignore-next-line /m);
    await vscode.commands.executeCommand('undo');
    await until('the blocked flows again', () => blocked() !== undefined);
    await vscode.commands.executeCommand(explain.command, ...(explain.arguments ?? []));
    await until('the explanation', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, getText }) => uri.scheme === 'aml-secure-compute-problems' && /deny-out/.test(getText()),
      ),
    );
  });

  it('reports unread modules, and is checked from another file after the first one is renamed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await open('variables.tf');
    await until('the blocked flows of a file that isn’t open', () => blocked() !== undefined);
    writeFileSync(file('hub.tf').fsPath, 'module "hub" {\n  source = "Azure/hub/azurerm"\n}\n');
    await until('the unread module', () => shownDiagnostics(file('hub.tf')).length === 1);
    rmSync(file('hub.tf').fsPath);
    await until('no diagnostics of the removed file', () => shownDiagnostics(file('hub.tf')).length === 0);
    renameSync(file('main.tf').fsPath, file('network.tf').fsPath);
    await until('the same in the renamed file', () => blocked('network.tf') !== undefined);
    assert.equal(blocked(), undefined);
    copyFileSync(file('network.tf').fsPath, file('main.tf').fsPath);
    rmSync(file('network.tf').fsPath);
    await until('the blocked flows again', () => blocked() !== undefined);
  });

  it('is checked from its menu, and its problems remain when none of its files is open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('nothing', () => blocked() === undefined);
    await vscode.commands.executeCommand('amlSecureCompute.files.checkNetwork', file('variables.tf'));
    await until('the blocked flows', () => blocked() !== undefined);
    writeFileSync(file('variables.tf').fsPath, 'variable "last" {\n  default = "Allow"\n}\n');
    await until('nothing blocked after a change on disk', () => blocked() === undefined);
  });
});

async function replaceIn(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(before);
  const word = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  await editor.edit((edit) => edit.replace(word, after));
}
