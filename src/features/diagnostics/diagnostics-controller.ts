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
import { createDirectiveCompletions } from './directive-completions';
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
  givesValues,
  isOfTerraformFolder,
  mayDeclare,
} from './checked-documents';
import { createParameterCandidates, type ParameterCandidates } from './parameter-candidates';
import { createParameterChoices, type ParameterChoices } from './parameter-choices';
import { moreActionsKind } from './more-actions';
import { createQuickFixes } from './quick-fixes';
import { openCauseRequest } from './request-of-cause';
import { suggestBicep } from './suggest-bicep';
import { createPublishedDiagnostics, type PublishedDiagnostics } from './published-diagnostics';
import { createTeamSettingsHelp } from './team-settings-help';
import { createTerraformFolders, type TerraformFolders } from './terraform-folders';
import { createTrackedRoots } from './tracked-roots';
import { watchFiles, type FileEars } from './watched-files';

/** Checks files as they are and as they change, and shows what it found. */
export interface DiagnosticsController extends vscode.Disposable {
  /** Looks at a document, once it rests; of one that gives parameters their values, at its template. */
  see(document: vscode.TextDocument): void;
  /** The text of any other document changed, which a template may load. */
  changed(uri: vscode.Uri): void;
  /** A document that was closed: what was found in it goes. */
  forget(uri: vscode.Uri): void;
  /** Shows how a problem of a root file was decided; false where it is not told any more. */
  explain(root: string, key: string): Promise<boolean>;
  /** Opens what to request for the flows of a cause of a root file. */
  request(root: string, key: string): Promise<void>;
  /** Asks whether to close the rest of a subnet that a root file has. */
  closeRest(root: string, subnetId: ResourceId): Promise<void>;
  /** Previews the fixes that a request names; of the file in front where it names none. */
  preview(request: unknown): Promise<void>;
  /** Compares the file that is open with what stands in Azure. */
  compare(): Promise<void>;
  /** What a person asks of resources that files only refer to. */
  readonly existing: ReadCommands;
  /** Looks at every file of the workspace. */
  checkWorkspace(): Promise<void>;
  /** Looks at these files; at the file in front where none is named. */
  checkNetwork(files: readonly vscode.Uri[]): Promise<void>;
  /** Asks with which values a template, or that of a parameters file, is checked. */
  chooseParameters(uri: vscode.Uri): Promise<void>;
}

/** Documents in which quick fixes are offered. */
const selector = checkedSchemes.flatMap((scheme) => [
  ...checkedLanguages.map((language) => ({ language, scheme })),
  { pattern: checkedPattern, scheme },
]);

export function createDiagnosticsController(deps: DiagnosticsDeps): DiagnosticsController {
  const shown = createPublishedDiagnostics(deps);
  const show = (): void =>
    [shown, status, asked, settings].forEach((one) => one.show(analyses.analyzedFiles));
  const candidates = createParameterCandidates();
  const choices = createParameterChoices(deps.memento, candidates);
  const existing = existingFor(deps, () => analyses);
  const status = createFileStatus(deps, shown, existing);
  const settings = createTeamSettingsHelp(deps);
  const analyses = createFileAnalyzer(deps, { choices, existing, teams: settings.files }, show);
  const asked = createAsked(deps, analyses);
  const wanted = createTrackedRoots((root) => analyses.forget(root));
  const checked = createCheckedFiles(analyses, wanted, show);
  const folders = createTerraformFolders(analyses.analyzedFiles, { wanted, checked, see });
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
    if (isOfTerraformFolder(uri)) void changed(uri).then(() => folders.see(uri));
    else if (givesValues(document)) void seeTemplateOf(uri);
    else see(uri, uri);
  }

  function see(by: vscode.Uri, root: vscode.Uri): void {
    wanted.want(by.toString(), root);
    suggestBicep(deps, root).catch((error: unknown) => deps.log.error('Bicep was not suggested', error));
    analyses.soon(root);
  }

  const parts = vscode.Disposable.from(
    watchFiles(analyses.analyzedFiles, createEars(changed, { analyses, checked, folders })),
    onOtherRules(() => analyses.again()),
    registerText(deps, { shown, existing }, analyses),
    { dispose: () => [checked, analyses].forEach((one) => one.stop()) },
    ...[asked, shown, status, existing, settings],
  );
  return {
    see: seeDocument,
    ...asked,
    existing: createReadCommands(deps, analyses, existing),
    changed: (uri) => void changed(uri),
    forget: (uri) => wanted.release(uri.toString()),
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

/** What changes or goes on disk. */
function createEars(
  changed: (uri: vscode.Uri) => Promise<void>,
  { analyses, checked, folders }: ChangedWith,
): FileEars {
  function changedOnDisk(uri: vscode.Uri): void {
    void changed(uri);
    checked.changed(uri);
    if (isOfTerraformFolder(uri)) void folders.see(uri);
  }

  return {
    changed: changedOnDisk,
    // Files that are still open are closed by VS Code, or stay as the text that they are.
    gone(uri) {
      changedOnDisk(uri);
      for (const file of filesBelow(analyses.analyzedFiles, uri)) {
        if (isOfTerraformFolder(file)) void folders.gone(file);
        else checked.forget(file);
        if (!isOpen(file)) analyses.forget(file);
      }
    },
  };
}

/** Other settings of a team count: what they left out may be checked now. */
function seeAgain(analyses: FileAnalyzer, see: (document: vscode.TextDocument) => void): void {
  analyses.again();
  vscode.workspace.textDocuments
    .filter((one) => mayDeclare(one) || isOfTerraformFolder(one.uri))
    .forEach(see);
}

/** Files are looked at again when Azure has answered, and when somebody else is signed in. */
function existingFor(deps: DiagnosticsDeps, analyses: () => FileAnalyzer): ExistingResources {
  return createExistingResources(deps, {
    read: (root) => analyses().soon(root),
    changed: () => analyses().again(),
  });
}

interface Asked
  extends
    Pick<DiagnosticsController, 'explain' | 'request' | 'closeRest' | 'compare' | 'preview'>,
    vscode.Disposable {
  /** Files were checked again. */
  show(): void;
}

/** What a person asks of one problem or subnet. */
function createAsked(deps: DiagnosticsDeps, analyses: FileAnalyzer): Asked {
  const previews = createChangesPreviews(deps, analyses);
  const { analyzedFiles } = analyses;
  const comparer = createComparer(deps, analyses);
  const viewer = createTextViewer('aml-secure-compute-problems', (path) =>
    readLinkedPage(deps.extensionUri, deps.say, path),
  );
  return {
    request: (root, key) => openCauseRequest(deps.say, analyzedFiles.get(root), key),
    explain: (root, key) => explainProblem(deps, viewer, { analyzedFile: analyzedFiles.get(root), key }),
    closeRest: (root, subnetId) =>
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

/** Looks again, once they rest, at the roots that something concerns. */
function soonWhere(analyses: FileAnalyzer, concerns: (root: string) => boolean): void {
  for (const [root, { world }] of analyses.analyzedFiles) {
    if (concerns(root)) analyses.soon(world.uriOf(root));
  }
}

/** Settings, and the folders in which files may look. */
function onOtherRules(again: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('amlSecureCompute')) again();
    }),
  );
}

/** What is told where somebody points, types or asks for a fix. */
function registerText(
  deps: DiagnosticsDeps,
  told: { readonly shown: PublishedDiagnostics; readonly existing: ExistingResources },
  analyses: FileAnalyzer,
): vscode.Disposable {
  const source = { ...told, analyzedFiles: analyses.analyzedFiles };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, createQuickFixes(deps, source), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, moreActionsKind, denyRestKind],
    }),
    vscode.languages.registerCodeActionsProvider(selector, createFixAll(deps.say, analyses), {
      providedCodeActionKinds: [fixAllKind],
    }),
    vscode.languages.registerCompletionItemProvider(selector, createDirectiveCompletions(), ' ', ':'),
    vscode.languages.registerHoverProvider(selector, createHovers(deps, source)),
  );
}

/** Files that are looked at and that were `gone`, or in it. */
function filesBelow(analyzedFiles: FileAnalyzer['analyzedFiles'], gone: vscode.Uri): readonly vscode.Uri[] {
  return [...analyzedFiles]
    .filter(([root]) => root === gone.path || root.startsWith(`${gone.path}/`))
    .map(([root, { world }]) => world.uriOf(root));
}

function isOpen(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.some((one) => one.uri.toString() === wanted && !one.isClosed);
}
