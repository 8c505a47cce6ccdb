import * as vscode from 'vscode';
import type { ResourceId } from '../../core/network/model';
import { readLinkedPage } from '../../platform/check-page';
import { createTextViewer } from '../../platform/documents';
import type { DiagnosticsDeps } from './deps';
import { createCheckedFiles, type CheckedFiles } from './checked-files';
import { checkNetwork, checkWorkspace } from './check-workspace';
import { pickParameters } from './choose-parameters';
import { denyRestInFile, denyRestKind } from './deny-other-outbound';
import { createComparer } from './compare-with-azure';
import { createFileAnalyzer, type FileAnalyzer } from './file-analyzer';
import { explainProblem } from './explain';
import { createExistingResources, type ExistingResources } from './existing/existing-resources';
import { createReadCommands, type ReadCommands } from './existing/read-command';
import { createHovers } from './hovers';
import { createChangesPreviews } from './preview/changes-preview';
import { createFixAll, fixAllKind } from './fix-all';
import { createFileStatus } from './file-status';
import {
  checkedLanguages,
  checkedPattern,
  checkedSchemes,
  isParameterDocument,
  isOfTerraformFolder,
  mayDeclare,
} from './checked-documents';
import { createParameterCandidates, type ParameterCandidates } from './parameter-candidates';
import { createParameterChoices, type ParameterChoices } from './parameter-choices';
import { moreActionsKind } from './more-actions';
import { createQuickFixes } from './quick-fixes';
import { openCauseRequest } from './request-of-cause';
import { suggestLanguageExtension } from './suggest-language-extension';
import { createPublishedDiagnostics, type PublishedDiagnostics } from './published-diagnostics';
import { createTeamSettingsHelp } from './team-settings-help';
import { createTerraformFolders, type TerraformFolders } from './terraform-folders';
import { createTrackedRoots } from './tracked-roots';
import { watchFiles, type FileListeners } from './watched-files';
import { directiveKeywords } from '../../file-checks/directives';

/** Checks files when they're opened and changed, and publishes diagnostics. */
export interface DiagnosticsController extends vscode.Disposable {
  /** Checks a document after typing has paused. For a parameters file, checks its template. */
  see(document: vscode.TextDocument): void;
  /** Handles a change of any other document, because a template can load it. */
  changed(uri: vscode.Uri): void;
  /** Removes the diagnostics of a closed document. */
  forget(uri: vscode.Uri): void;
  /** Shows how a problem of a root file was decided. Resolves to false if it's no longer reported. */
  explain(root: string, key: string): Promise<boolean>;
  /** Opens the network request for the flows of a cause of a root file. */
  request(root: string, key: string): Promise<void>;
  /** Asks whether to deny other outbound traffic of a subnet in a root file. */
  denyOtherOutbound(root: string, subnetId: ResourceId): Promise<void>;
  /** Previews the requested fixes. Default: those of the active file. */
  preview(request: unknown): Promise<void>;
  /** Compares the active file with the resources in Azure. */
  compare(): Promise<void>;
  /** Commands for existing resources that files only refer to. */
  readonly existing: ReadCommands;
  /** Checks every file of the workspace. */
  checkWorkspace(): Promise<void>;
  /** Checks these files. Default: the active file. */
  checkNetwork(files: readonly vscode.Uri[]): Promise<void>;
  /** Asks for the parameter values of a template, or of the template of a parameters file. */
  chooseParameters(uri: vscode.Uri): Promise<void>;
}

/** Documents that have quick fixes. */
const selector = checkedSchemes.flatMap((scheme) => [
  ...checkedLanguages.map((language) => ({ language, scheme })),
  { pattern: checkedPattern, scheme },
]);

export function createDiagnosticsController(deps: DiagnosticsDeps): DiagnosticsController {
  const shown = createPublishedDiagnostics(deps);
  const show = (): void =>
    [shown, status, problemCommands, settings].forEach((one) => one.show(analyses.analyzedFiles));
  const candidates = createParameterCandidates();
  const choices = createParameterChoices(deps.memento, candidates);
  const existing = existingFor(deps, () => analyses);
  const status = createFileStatus(deps, shown, existing);
  const settings = createTeamSettingsHelp(deps);
  const analyses = createFileAnalyzer(deps, { choices, existing, teams: settings.files }, show);
  const problemCommands = createProblemCommands(deps, analyses);
  const trackedRoots = createTrackedRoots((root) => analyses.forget(root));
  const checked = createCheckedFiles(analyses, trackedRoots, show);
  const folders = createTerraformFolders(analyses.analyzedFiles, { trackedRoots, checked, see });
  const checker = { ...checked, show, analyzedFiles: analyses.analyzedFiles, candidates, choices };

  async function changed(uri: vscode.Uri): Promise<void> {
    if (settings.changed(uri)) seeAgain(analyses, seeDocument);
    analyses.changed(uri);
    soonWhere(analyses, await candidates.changed(uri));
  }

  async function seeTemplateOf(parameters: vscode.Uri): Promise<void> {
    await changed(parameters);
    const template = await candidates.templateOf(parameters);
    if (template && isOpen(parameters)) see(parameters, template);
  }

  function seeDocument(document: vscode.TextDocument): void {
    const { uri } = document;
    suggestLanguageExtension(deps, document).catch((error: unknown) =>
      deps.log.error('No extension was suggested', error),
    );
    if (isOfTerraformFolder(uri)) void changed(uri).then(() => folders.see(uri));
    else if (isParameterDocument(document)) void seeTemplateOf(uri);
    else see(uri, uri);
  }

  function see(by: vscode.Uri, root: vscode.Uri): void {
    trackedRoots.track(by.toString(), root);
    analyses.soon(root);
  }

  const parts = vscode.Disposable.from(
    watchFiles(analyses.analyzedFiles, createFileListeners(changed, { analyses, checked, folders })),
    onOtherRules(() => analyses.again()),
    registerText(deps, { shown, existing }, analyses),
    { dispose: () => [checked, analyses].forEach((one) => one.stop()) },
    ...[problemCommands, shown, status, existing, settings],
  );
  return {
    see: seeDocument,
    ...problemCommands,
    existing: createReadCommands(deps, analyses, existing),
    changed: (uri) => void changed(uri),
    forget: (uri) => trackedRoots.release(uri.toString()),
    checkWorkspace: () => checkWorkspace(deps, checker),
    checkNetwork: (files) => checkNetwork(deps, checker, files),
    chooseParameters: (uri) => chooseParameters(deps, { choices, candidates, analyses }, uri),
    dispose: () => parts.dispose(),
  };
}

interface ChangedWith {
  readonly analyses: FileAnalyzer;
  readonly checked: CheckedFiles;
  readonly folders: TerraformFolders;
}

/** Creates the listeners for changes and deletions on disk. */
function createFileListeners(
  changed: (uri: vscode.Uri) => Promise<void>,
  { analyses, checked, folders }: ChangedWith,
): FileListeners {
  function changedOnDisk(uri: vscode.Uri): void {
    void changed(uri);
    checked.changed(uri);
    if (isOfTerraformFolder(uri)) void folders.see(uri);
  }

  return {
    changed: changedOnDisk,
    // A deleted file that's still open is either closed by VS Code, or keeps its text.
    deleted(uri) {
      changedOnDisk(uri);
      for (const file of filesBelow(analyses.analyzedFiles, uri)) {
        if (isOfTerraformFolder(file)) void folders.deleted(file);
        else checked.forget(file);
        if (!isOpen(file)) analyses.forget(file);
      }
    },
  };
}

/** Checks files again after a change of team settings. Files that were excluded can be included now. */
function seeAgain(analyses: FileAnalyzer, see: (document: vscode.TextDocument) => void): void {
  analyses.again();
  vscode.workspace.textDocuments
    .filter((one) => mayDeclare(one) || isOfTerraformFolder(one.uri))
    .forEach(see);
}

/**
 * Creates the access to existing resources. Files are checked again after a read, and after a change of the account.
 */
function existingFor(deps: DiagnosticsDeps, analyses: () => FileAnalyzer): ExistingResources {
  return createExistingResources(deps, {
    read: (root) => analyses().soon(root),
    changed: () => analyses().again(),
  });
}

interface ProblemCommands
  extends
    Pick<DiagnosticsController, 'explain' | 'request' | 'denyOtherOutbound' | 'compare' | 'preview'>,
    vscode.Disposable {
  /** Called after files were checked again. */
  show(): void;
}

/** Creates the commands for a single problem or subnet. */
function createProblemCommands(deps: DiagnosticsDeps, analyses: FileAnalyzer): ProblemCommands {
  const previews = createChangesPreviews(deps, analyses);
  const { analyzedFiles } = analyses;
  const comparer = createComparer(deps, analyses);
  const viewer = createTextViewer('aml-secure-compute-problems', (path) =>
    readLinkedPage(deps.extensionUri, deps.say, path),
  );
  return {
    request: (root, key) => openCauseRequest(deps.say, analyzedFiles.get(root), key),
    explain: (root, key) => explainProblem(deps, viewer, { analyzedFile: analyzedFiles.get(root), key }),
    denyOtherOutbound: (root, subnetId) =>
      denyRestInFile(deps.say, analyzedFiles.get(root), { subnetId, preview: previews.previewDenyOther }),
    compare: () => comparer.compare(),
    preview: (request) => previews.preview(request),
    show: () => previews.show(),
    dispose: () => vscode.Disposable.from(viewer, comparer, previews).dispose(),
  };
}

interface ChosenWith {
  readonly choices: ParameterChoices;
  readonly candidates: ParameterCandidates;
  readonly analyses: FileAnalyzer;
}

async function chooseParameters(
  { say }: DiagnosticsDeps,
  { choices, candidates, analyses }: ChosenWith,
  uri: vscode.Uri,
): Promise<void> {
  const template = uri.path.endsWith('.bicepparam') ? await candidates.templateOf(uri) : uri;
  if (template && (await pickParameters(say, choices, template))) analyses.soon(template);
}

/** Checks the affected roots again, after typing has paused. */
function soonWhere(analyses: FileAnalyzer, concerns: (root: string) => boolean): void {
  for (const [root, { world }] of analyses.analyzedFiles) {
    if (concerns(root)) analyses.soon(world.uriOf(root));
  }
}

/** Subscribes to changes of settings, workspace folders, and trust. */
function onOtherRules(again: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('amlSecureCompute')) again();
    }),
  );
}

/** Registers quick fixes, completions, and hovers. */
function registerText(
  deps: DiagnosticsDeps,
  reported: { readonly shown: PublishedDiagnostics; readonly existing: ExistingResources },
  analyses: FileAnalyzer,
): vscode.Disposable {
  const { analyzedFiles } = analyses;
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      selector,
      createQuickFixes(deps, { ...reported, analyses }),
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, moreActionsKind, denyRestKind],
      },
    ),
    vscode.languages.registerCodeActionsProvider(selector, createFixAll(deps.say, analyses), {
      providedCodeActionKinds: [fixAllKind],
    }),
    vscode.languages.registerCompletionItemProvider(selector, createDirectiveCompletions(), ' ', ':'),
    vscode.languages.registerHoverProvider(selector, createHovers(deps, { ...reported, analyzedFiles })),
  );
}

/** Returns the analyzed files that were deleted: `gone` itself, or those in it. */
function filesBelow(
  analyzedFiles: FileAnalyzer['analyzedFiles'],
  deleted: vscode.Uri,
): readonly vscode.Uri[] {
  return [...analyzedFiles]
    .filter(([root]) => root === deleted.path || root.startsWith(`${deleted.path}/`))
    .map(([root, { world }]) => world.uriOf(root));
}

function isOpen(uri: vscode.Uri): boolean {
  const trackedRoots = uri.toString();
  return vscode.workspace.textDocuments.some((one) => one.uri.toString() === trackedRoots && !one.isClosed);
}

const directiveStart = /(?:\/\/|#)\s*aml-secure-compute:\s*(?:[\w-]+\s+)*[\w-]*$/;

/** Provides completions in directive comments. */
function createDirectiveCompletions(): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (!directiveStart.test(before)) return [];
      return [...directiveKeywords, 'ignore-next-line'].map(
        (word) => new vscode.CompletionItem(word, vscode.CompletionItemKind.Keyword),
      );
    },
  };
}
