import * as vscode from 'vscode';
import { openPage } from '../../platform/check-page';
import type { DiagnosticsDeps } from './deps';
import type { DiagnosticsController } from './diagnostics-controller';
import { isTeamFileName } from '../../team-settings/team-file-names';
import { isParameterDocument, isCheckedDocument, isOfTerraformFolder, mayDeclare } from './checked-documents';

/**
 * Checks Bicep files, ARM templates, and Terraform folders when they're opened and edited. The engine loads with the
 * first file.
 */
export function activateDiagnostics(deps: DiagnosticsDeps): vscode.Disposable {
  let controller: Promise<DiagnosticsController> | undefined;
  const call = (): Promise<DiagnosticsController> => (controller ??= loadController(deps));
  const see = (document: vscode.TextDocument): void => {
    const isOfTerraform = isOfTerraformFolder(document.uri);
    if (isOfTerraform || mayDeclare(document) || isParameterDocument(document)) {
      void call().then((one) => one.see(document));
    } else if (isTeamFileName(document.uri.path) && isCheckedDocument(document.uri)) {
      void call().then((one) => one.changed(document.uri));
    } else if (isCheckedDocument(document.uri)) void controller?.then((one) => one.changed(document.uri));
  };
  vscode.workspace.textDocuments.forEach(see);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(see),
    vscode.workspace.onDidChangeTextDocument(({ document }) => see(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // A side of a diff can be closed while the file itself stays open under the same path.
      if (isCheckedDocument(uri)) void controller?.then((one) => one.forget(uri));
    }),
    ...registerFileCommands(call),
    ...registerProblemCommands(() => controller, call),
    { dispose: () => void controller?.then((one) => one.dispose()) },
  );
}

type Call = () => Promise<DiagnosticsController>;

/** Registers the commands for files. */
function registerFileCommands(call: Call): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('amlSecureCompute.files.check', async () => {
      await (await call()).checkWorkspace();
    }),
    vscode.commands.registerCommand(
      'amlSecureCompute.files.checkNetwork',
      async (uri: unknown, selected: unknown) => {
        await (await call()).checkNetwork(filesOf(uri, selected));
      },
    ),
    vscode.commands.registerCommand('amlSecureCompute.files.chooseParameters', async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri) await (await call()).chooseParameters(uri);
    }),
    vscode.commands.registerCommand('amlSecureCompute.files.compareWithAzure', async () => {
      await (await call()).compare();
    }),
    vscode.commands.registerCommand('amlSecureCompute.files.readExisting', async (root: unknown) => {
      await (await call()).existing.read(pathOf(root));
    }),
    vscode.commands.registerCommand('amlSecureCompute.files.chooseScope', async (root: unknown) => {
      await (await call()).existing.chooseScope(pathOf(root));
    }),
    vscode.commands.registerCommand('amlSecureCompute.files.stopReadingExisting', async (root: unknown) => {
      await (await call()).existing.stop(pathOf(root));
    }),
  ];
}

/** Registers the commands that links and quick fixes of shown problems run. */
function registerProblemCommands(
  loaded: () => Promise<DiagnosticsController> | undefined,
  call: Call,
): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(
      'amlSecureCompute.files.explain',
      async (id: unknown, root: unknown, key: unknown) => {
        if (typeof id !== 'string' || !isPage(id)) return;
        const isStated = typeof root === 'string' && typeof key === 'string';
        if (isStated && (await (await loaded())?.explain(root, key)) === true) return;
        await openPage(id);
      },
    ),
    vscode.commands.registerCommand('amlSecureCompute.files.request', async (root: unknown, key: unknown) => {
      if (typeof root === 'string' && typeof key === 'string') await (await loaded())?.request(root, key);
    }),
    vscode.commands.registerCommand(
      'amlSecureCompute.files.denyOtherOutbound',
      async (root: unknown, subnetId: unknown) => {
        if (typeof root !== 'string' || typeof subnetId !== 'string') return;
        await (await loaded())?.denyOtherOutbound(root, subnetId);
      },
    ),
    vscode.commands.registerCommand('amlSecureCompute.files.previewChanges', async (request: unknown) => {
      await (await call()).preview(request);
    }),
  ];
}

async function loadController(deps: DiagnosticsDeps): Promise<DiagnosticsController> {
  const [{ createDiagnosticsController }] = await Promise.all([
    import('./diagnostics-controller'),
    deps.whole(),
  ]);
  return createDiagnosticsController(deps);
}

/** Returns the files of a menu: in the explorer, all selected ones. From the palette, returns an empty list. */
function filesOf(uri: unknown, selected: unknown): readonly vscode.Uri[] {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [uri];
  return all.filter((one) => one instanceof vscode.Uri && isCheckedDocument(one)) as readonly vscode.Uri[];
}

/** Returns the path of a root file from a link; undefined from the palette, which means the active file. */
function pathOf(root: unknown): string | undefined {
  return typeof root === 'string' ? root : undefined;
}

/** Checks whether an ID is the name of a page: a check, or a kind of cause in its folder. Rejects other paths. */
function isPage(id: string): boolean {
  return /^(causes\/)?[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
}
