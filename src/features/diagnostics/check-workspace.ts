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
import type { ParameterCandidates } from './parameter-candidates';
import type { ParameterChoices } from './parameter-choices';
import { rootOfFolder } from './terraform-folders';

interface WorkspaceChecker {
  look(uri: vscode.Uri): Promise<boolean>;
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
  await checkFiles(deps, checker, await rootsOf(found.slice(0, mostFiles)));
}

/**
 * Checks these files. Default: the active file. For a parameters file, checks its template with its values.
 */
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
  await checkFiles(deps, checker, await rootsOf(templates));
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

/** Checks these files, then shows their problems, or that there are none. */
async function checkFiles(
  { say }: DiagnosticsDeps,
  checker: WorkspaceChecker,
  files: readonly vscode.Uri[],
): Promise<void> {
  let unchecked = 0;
  const plans: vscode.Uri[] = [];
  const isWhole = await showProgress('notification', say('file.check.title'), async (stop, progress) => {
    for (const [index, uri] of files.entries()) {
      if (stop.aborted) return false;
      progress.report({
        increment: 100 / files.length,
        message: say('file.check.progress', { n: index + 1, of: files.length }),
      });
      const content = await contentOf(uri);
      if (content === 'plan') plans.push(uri);
      if (content === 'resources' && !(await checker.look(uri))) unchecked += 1;
    }
    return true;
  });
  checker.show();
  showPlans(say, plans);
  const roots = files.map(({ path }) => checker.analyzedFiles.get(path)).filter(hasDiagnostics);
  if (!isWhole || roots.some(isReported)) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const subjects = roots.flatMap((root) => root?.check.subjects ?? []);
  const subnets = new Set(subjects.map(shortName));
  // Problems that a comment or the team suppresses aren't reported.
  const open = new Set(subjects.filter(({ results }) => !summarize(results).ready).map(shortName));
  if (unchecked > 0) showMessage('warning', say('file.check.unchecked', { n: unchecked }));
  else if (open.size > 0) showMessage('info', say('file.check.suppressed', { n: open.size }));
  else if (subnets.size > 0) showMessage('info', say('file.check.ready', { n: subnets.size }));
  else if (plans.length < files.length) {
    showMessage('info', say('file.check.nothing', { n: files.length - plans.length }));
  }
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

/** Returns what a file contains, as far as it decides how it's checked. */
async function contentOf(uri: vscode.Uri): Promise<'resources' | 'plan' | 'other'> {
  if (uri.path.endsWith('.bicep') || isOfTerraformFolder(uri)) return 'resources';
  const text = await currentText(uri, { most: mostBytes, within: foldersFor(uri) });
  if (text === undefined) return 'other';
  if (mayDeclare({ uri, languageId: 'json', getText: () => text })) return 'resources';
  return isTerraformPlan(text) ? 'plan' : 'other';
}
