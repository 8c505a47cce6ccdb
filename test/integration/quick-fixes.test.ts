import * as assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
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

/** The Problems view requests quick fixes when a problem is selected, whatever the extension is doing at that time. */
describe('quick fixes that are requested while a file is being checked', () => {
  let folder: vscode.Uri;
  let first: vscode.Uri;
  let titles: readonly string[];
  let range: vscode.Range;

  before(async () => {
    const extension = vscode.extensions.getExtension('aml-secure-compute.aml-secure-compute');
    const shared = vscode.workspace.workspaceFolders?.find((one) => one.name === 'shared');
    assert.ok(extension && shared);
    await extension.activate();
    folder = vscode.Uri.joinPath(shared.uri, 'quick-fixes');
    const target = vscode.Uri.joinPath(folder, 'target');
    mkdirSync(target.fsPath, { recursive: true });
    const fixture = join(extension.extensionPath, 'test', 'fixtures', 'files', 'infra', 'network.bicep');
    copyFileSync(fixture, vscode.Uri.joinPath(target, 'network.bicep').fsPath);
    symlinkSync(target.fsPath, vscode.Uri.joinPath(folder, 'link').fsPath, 'junction');
    first = vscode.Uri.joinPath(target, 'network.bicep');
    await vscode.window.showTextDocument(first);
    await until('the problem', () => problemOf(first) !== undefined);
    const found = problemOf(first)?.range;
    assert.ok(found);
    range = found;
    titles = await titlesIn(first);
    assert.ok(titles.includes('Preview changes…'), titles.join());
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => rmSync(folder.fsPath, { recursive: true }));

  const problemOf = (file: vscode.Uri): vscode.Diagnostic | undefined =>
    shownDiagnostics(file).find(({ message }) => message.includes('Deny-All'));

  const titlesIn = async (file: vscode.Uri): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      ...[file, range, vscode.CodeActionKind.QuickFix.value],
    );
    return found.map(({ title }) => title);
  };

  /** What can happen to an open file while its problem is shown, and doesn't change its text. */
  const events: Readonly<Record<string, (file: vscode.Uri) => Promise<unknown>>> = {
    'was just opened': () => Promise.resolve(),
    'is opened in another language': async (file) => {
      const document = await vscode.workspace.openTextDocument(file);
      const { languageId } = document;
      await vscode.languages.setTextDocumentLanguage(document, 'json');
      await vscode.languages.setTextDocumentLanguage(document, languageId);
    },
    'is written again on the disk': async (file) => {
      await vscode.workspace.fs.writeFile(file, await vscode.workspace.fs.readFile(file));
    },
    'is checked with all files': () => {
      void vscode.commands.executeCommand('amlSecureCompute.files.check');
      return Promise.resolve();
    },
    'is checked after a change of settings': async () => {
      const settings = vscode.workspace.getConfiguration('amlSecureCompute');
      await settings.update('agents.offer', 'mcpServer', vscode.ConfigurationTarget.Global);
      await settings.update('agents.offer', undefined, vscode.ConfigurationTarget.Global);
    },
  };

  for (const [what, happens] of Object.entries(events)) {
    it(`aren’t missing in a file that ${what}, also through a link`, async () => {
      for (const folderName of ['target', 'link']) {
        // A new file wasn't checked before.
        const name = `${folderName}-${what.replaceAll(' ', '-')}.bicep`;
        await vscode.workspace.fs.copy(first, vscode.Uri.joinPath(folder, 'target', name));
        const file = vscode.Uri.joinPath(folder, folderName, name);
        await vscode.workspace.openTextDocument(file);
        await happens(file);
        // The requests come at other moments of the same check.
        for (let at = 0; at < 12; at += 1) {
          assert.deepEqual(await titlesIn(file), titles, `${file.path}, request ${at}`);
          await new Promise((resolve) => setTimeout(resolve, 7 * at));
        }
      }
    });
  }
});
