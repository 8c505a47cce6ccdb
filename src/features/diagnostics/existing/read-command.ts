import * as vscode from 'vscode';
import type { SubscriptionSummary } from '../../../azure/ports';
import { neededIds } from '../../../file-checks/existing/needed-resources';
import { pickOne, showProgress, showMessage } from '../../../platform/window';
import type { DiagnosticsDeps } from '../deps';
import { rootsOfFile } from '../analyzed-files';
import type { FileAnalyzer } from '../file-analyzer';
import { reportingFailures } from '../report-failures';
import { readExistingSetting, type ExistingResources } from './existing-resources';

/** Commands for the existing resources of a root file. Default: the active file. */
export interface ReadCommands {
  /** Reads them now, and from then on for the whole workspace folder. */
  read(root?: string): Promise<void>;
  /** Asks where the root is deployed, then reads them. */
  chooseScope(root?: string): Promise<void>;
  stop(root?: string): Promise<void>;
}

export function createReadCommands(
  deps: DiagnosticsDeps,
  analyses: FileAnalyzer,
  existing: ExistingResources,
): ReadCommands {
  const { say } = deps;

  async function read(requestedUri: string | undefined, choosesScope: boolean): Promise<void> {
    const root = await rootOf(analyses, requestedUri);
    const analyzedFile = root && analyses.analyzedFiles.get(root.path);
    if (!analyzedFile) return showMessage('info', say('file.existing.noFile'));
    const refused = refusalOf(existing.permission(root));
    if (refused) return showMessage('warning', say(refused, { setting: readExistingSetting }));
    const ids = neededIds(analyzedFile.check.needed);
    if (ids.length === 0) return showMessage('info', say('file.existing.nothing', { file: nameOf(root) }));
    if ((choosesScope || ids.some(isScopeMissing)) && !(await askScope(deps, existing, { root, ids }))) {
      return;
    }
    const isFirst = existing.permission(root) === 'not-requested';
    if (isFirst) await existing.allow(root, true);
    existing.refresh();
    await showProgress('window', say('file.existing.reading'), () => readNow(root));
    if (isFirst) {
      showMessage(
        'info',
        say('file.existing.on', { folder: folderName(root), command: say('file.existing.stop') }),
      );
    }
  }

  /** Reads the needed resources. They depend on the scope, so the file is evaluated with it first. */
  async function readNow(root: vscode.Uri): Promise<void> {
    await analyses.now(root);
    const analyzedFile = analyses.analyzedFiles.get(root.path);
    if (analyzedFile) await existing.read(analyzedFile.check.needed);
    await analyses.now(root);
    analyses.show();
  }

  return {
    read: (root) => reportingFailures(deps, () => read(root, false)),
    chooseScope: (root) => reportingFailures(deps, () => read(root, true)),
    async stop(requestedUri) {
      const root = await rootOf(analyses, requestedUri);
      if (!root) return showMessage('info', say('file.existing.noFile'));
      await existing.allow(root, false);
      existing.refresh();
      analyses.again();
      showMessage('info', say('file.existing.stopped', { folder: folderName(root) }));
    },
  };
}

/** Returns an analyzed root by its path, or the one of the active file. */
async function rootOf(
  analyses: FileAnalyzer,
  requestedUri: string | undefined,
): Promise<vscode.Uri | undefined> {
  const named = requestedUri === undefined ? undefined : analyses.analyzedFiles.get(requestedUri);
  if (named) return named.world.uriOf(named.root);
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri) return undefined;
  await analyses.now(uri);
  const analyzedFile =
    rootsOfFile(analyses.analyzedFiles, uri.path)[0] ?? analyses.analyzedFiles.get(uri.path);
  return analyzedFile?.world.uriOf(analyzedFile.root);
}

function refusalOf(permission: ReturnType<ExistingResources['permission']>) {
  if (permission === 'restricted') return 'file.existing.restricted';
  return permission === 'off' ? 'file.existing.off' : undefined;
}

/** Checks whether an ID is in the subscription or resource group of the deployment, which files don't state. */
function isScopeMissing(id: string): boolean {
  return /‹(subscription\(\)\.subscriptionId|resourceGroup\(\)\.name)›/.test(id);
}

interface ReadScope {
  readonly root: vscode.Uri;
  readonly ids: readonly string[];
}

/** Asks for the subscription, and for the resource group if an ID depends on it. */
async function askScope(
  { account, filter, say }: DiagnosticsDeps,
  existing: ExistingResources,
  { root, ids }: ReadScope,
): Promise<boolean> {
  const { azure } = await account.connect();
  const { signal } = new AbortController();
  const file = nameOf(root);
  const chosen = filter.chosen();
  const isShown = ({ id }: SubscriptionSummary): boolean => chosen?.includes(id.toLowerCase()) ?? true;
  const subscriptions = azure.read.subscriptions(signal).then((all) => all.filter(isShown).map(asLine));
  const title = say('file.existing.pickSubscription', { file });
  const subscription = await pickOne(subscriptions, { title, matchOnDescription: true });
  if (!subscription) return false;
  const { subscriptionId } = subscription;
  const isOfSubscription =
    ids.some(isScopeMissing) && !ids.some((id) => id.includes('‹resourceGroup().name›'));
  if (isOfSubscription) {
    await existing.chooseScope(root, { subscriptionId });
    return true;
  }
  const groups = azure.read
    .resourceGroups(subscriptionId, signal)
    .then((all) => all.map(({ name, location }) => ({ label: name, description: location, name, location })));
  const group = await pickOne(groups, {
    title: say('file.existing.pickGroup', { file }),
    matchOnDescription: true,
  });
  if (!group) return false;
  const { name: resourceGroup, location } = group;
  await existing.chooseScope(root, { subscriptionId, resourceGroup, ...(location ? { location } : {}) });
  return true;
}

function asLine({ id, name }: SubscriptionSummary) {
  return { label: name, description: id, subscriptionId: id };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderName(root: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(root)?.name ?? nameOf(root);
}
