import * as vscode from 'vscode';
import { summarize } from '../../checks/summary';
import { isTerraformPlan } from '../../documents/terraform/plan/read-plan';
import { foldersPassedOver } from '../../file-checks/parameter-files';
import { shortName } from '../../documents/subjects/subjects';
import { copyText } from '../../platform/documents';
import { shellWord } from '../../plans/code/scripts/shell-text';
import { findFiles, foldersFor } from '../../platform/workspace-files';
import { notify, showProgress, showMessage } from '../../platform/window';
import { folderOf, hasDiagnostics, type AnalyzedRoot } from './analyzed-files';
import type { DiagnosticsDeps } from './deps';
import { currentText, mostBytes } from './file-texts';
import { isOfTerraformFolder, mayDeclare } from './checked-documents';
import type { CheckedContent } from './checked-files';
import type { ParameterCandidates } from './parameter-candidates';
import type { ParameterChoices } from './parameter-choices';
import { rootOfFolder } from './terraform-folders';

interface WorkspaceChecker {
  look(uri: vscode.Uri): Promise<CheckedContent>;
  show(): void;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedRoot>;
  readonly candidates: Pick<ParameterCandidates, 'templateOf'>;
  readonly choices: Pick<ParameterChoices, 'keep'>;
}

const mostFiles = 5000;

/** Checks all Bicep files, templates, and Terraform folders of the workspace. Shows progress, and can be canceled. */
export async function checkWorkspace(deps: DiagnosticsDeps, checker: WorkspaceChecker): Promise<void> {
  const extensions = ['bicep', 'json', 'jsonc', 'tf'];
  const found = await findFiles({ extensions, passedOver: foldersPassedOver, most: mostFiles + 1 });
  if (found.length > mostFiles) {
    showMessage('warning', deps.say('file.check.tooMany', { n: mostFiles }));
  }
  await checkRoots(deps, checker, found.slice(0, mostFiles));
}

/** Checks these files. Default: the active file. For a parameters file, checks its template with its values. */
export async function checkNetwork(
  deps: DiagnosticsDeps,
  checker: WorkspaceChecker,
  files: readonly vscode.Uri[],
): Promise<void> {
  const front = vscode.window.activeTextEditor?.document.uri;
  const named = files.length > 0 ? files : front ? [front] : [];
  const templateOf = async (uri: vscode.Uri): Promise<vscode.Uri> => {
    const template = uri.path.endsWith('.bicepparam') ? await checker.candidates.templateOf(uri) : null;
    // Checking a single parameters file selects its values, and the language status then shows them.
    if (template && named.length === 1) await checker.choices.keep(template, uri);
    return template ?? uri;
  };
  const templates = await Promise.all(named.map(templateOf));
  await checkRoots(deps, checker, templates);
}

/** Returns the root files to check, without duplicates. A Terraform folder is checked through one of its files. */
async function rootsOf(files: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const folderOrFile = (uri: vscode.Uri): string =>
    isOfTerraformFolder(uri) ? uri.with({ path: folderOf(uri.path) }).toString() : uri.toString();
  const once = new Map(files.map((uri) => [folderOrFile(uri), uri]));
  const roots = await Promise.all([...once.values()].map(rootOfFolder));
  const found = roots.flatMap((one) => one ?? []);
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()];
}

/** Checks the root files of these files. Variable values alone don't have a root. */
async function checkRoots(
  deps: DiagnosticsDeps,
  checker: WorkspaceChecker,
  files: readonly vscode.Uri[],
): Promise<void> {
  const roots = await rootsOf(files);
  if (roots.length > 0) await checkFiles(deps, checker, roots);
  else showMessage('info', deps.say('file.check.noResources', { n: files.length }));
}

/** Files by what became of their check. */
interface ReadCounts {
  /** Too large, or not readable. */
  unchecked: number;
  /** Without an Azure resource. */
  empty: number;
  readonly plans: vscode.Uri[];
}

/** Checks these files, then shows their problems, or that there are none. */
async function checkFiles(
  { say }: DiagnosticsDeps,
  checker: WorkspaceChecker,
  files: readonly vscode.Uri[],
): Promise<void> {
  const counts: ReadCounts = { unchecked: 0, empty: 0, plans: [] };
  const isWhole = await showProgress('notification', say('file.check.title'), async (stop, progress) => {
    for (const [index, uri] of files.entries()) {
      if (stop.aborted) return false;
      progress.report({
        increment: 100 / files.length,
        message: say('file.check.progress', { n: index + 1, of: files.length }),
      });
      await checkFile(checker, uri, counts);
    }
    return true;
  });
  checker.show();
  showPlans(say, counts.plans);
  const roots = files.map(({ path }) => checker.analyzedFiles.get(path)).filter(hasDiagnostics);
  if (!isWhole || roots.some(isReported)) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const subjects = roots.flatMap((root) => root?.check.subjects ?? []);
  const subnets = new Set(subjects.map(shortName));
  // Problems that a comment or the team suppresses aren't reported.
  const open = new Set(subjects.filter(({ results }) => !summarize(results).ready).map(shortName));
  const others = files.length - counts.plans.length;
  if (counts.unchecked > 0) showMessage('warning', say('file.check.unchecked', { n: counts.unchecked }));
  else if (open.size > 0) showMessage('info', say('file.check.suppressed', { n: open.size }));
  else if (subnets.size > 0) showMessage('info', say('file.check.ready', { n: subnets.size }));
  else if (others > 0) showMessage('info', nothingText(say, others, counts.empty));
}

/** Checks a file, and counts it. */
async function checkFile(checker: WorkspaceChecker, uri: vscode.Uri, counts: ReadCounts): Promise<void> {
  const content = await contentOf(uri);
  if (content === 'plan') counts.plans.push(uri);
  if (content === 'nothing') counts.empty += 1;
  if (content === 'unread') counts.unchecked += 1;
  if (content !== 'resources') return;
  const checked = await checker.look(uri);
  if (checked === 'unread') counts.unchecked += 1;
  if (checked === 'empty') counts.empty += 1;
}

/** Returns that no subnet was found in files, of which some don't contain an Azure resource. */
function nothingText(say: DiagnosticsDeps['say'], files: number, empty: number): string {
  return empty < files
    ? say('file.check.nothing', { n: files - empty })
    : say('file.check.noResources', { n: files });
}

/** Shows the command that checks a plan or state of Terraform, and offers to copy it. */
function showPlans(say: DiagnosticsDeps['say'], [plan, ...others]: readonly vscode.Uri[]): void {
  if (!plan) return;
  const command = `npx aml-secure-compute check ${shellWord(vscode.workspace.asRelativePath(plan, false))}`;
  const copy = say('file.check.copyCommand');
  const text = say('file.check.plans', { n: others.length + 1, command });
  void notify('info', { text, buttons: [copy] }).then((pressed) =>
    pressed === copy ? copyText(command) : undefined,
  );
}

/** Checks whether a root has entries in the Problems view. */
function isReported(root: AnalyzedRoot | undefined): boolean {
  return root !== undefined && root.reported.length + (root.unread ?? []).length > 0;
}

/** Returns the kind of a file's content, which decides how it's checked. */
async function contentOf(uri: vscode.Uri): Promise<'resources' | 'plan' | 'nothing' | 'unread'> {
  if (uri.path.endsWith('.bicep') || isOfTerraformFolder(uri)) return 'resources';
  const text = await currentText(uri, { most: mostBytes, within: foldersFor(uri) });
  if (text === undefined) return 'unread';
  if (mayDeclare({ uri, languageId: 'json', getText: () => text })) return 'resources';
  return isTerraformPlan(text) ? 'plan' : 'nothing';
}
