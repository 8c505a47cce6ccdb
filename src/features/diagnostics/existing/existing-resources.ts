import * as vscode from 'vscode';
import type { ChosenDeploymentScope } from '../../../file-checks/existing/deployment-scope';
import type { TagCatalog } from '../../../core/tags/tag-catalog';
import type { AnalysisOptions } from '../../../file-checks/analyze-file';
import { needsNothing, type NeededResources } from '../../../file-checks/existing/needed-resources';
import { placeKey } from '../../../platform/account-settings';
import type { DiagnosticsDeps } from '../deps';
import { createAzureReads, type AzureReads } from './azure-reads';

/** Whether existing resources are read from Azure: not requested, not allowed, turned off, or requested. */
type Permission = 'not-requested' | 'restricted' | 'off' | 'requested';

/**
 * Existing resources that files only refer to. They're read from Azure once the user requested it for a workspace
 * folder.
 */
export interface ExistingResources extends vscode.Disposable {
  permission(root: vscode.Uri): Permission;
  /** Returns the analysis options of a root file. */
  optionsFor(root: vscode.Uri): Pick<AnalysisOptions, 'scope' | 'azure'>;
  /**
   * Returns Azure's list of service tags if the user requested reading from Azure and it was read; otherwise `shipped`.
   */
  tagsFor(root: vscode.Uri, shipped: TagCatalog): TagCatalog;
  /** Reads the resources that a root file needs, if the user requested that. Calls `on.read` if Azure was requested. */
  readIfAllowed(root: vscode.Uri, needed: NeededResources): void;
  /** Reads the resources, and waits for them. */
  read(needed: NeededResources): Promise<void>;
  /** Stores that the user requested reading, or ended it. */
  allow(root: vscode.Uri, isAllowed: boolean): Promise<void>;
  chooseScope(root: vscode.Uri, scope: ChosenDeploymentScope): Promise<void>;
  /** Clears what was read. */
  refresh(): void;
}

const permissionKey = 'amlSecureCompute.files.readExisting';
const scopesKey = 'amlSecureCompute.files.scopes';
/** ID of the setting that turns it off. */
export const readExistingSetting = 'amlSecureCompute.files.readExisting';

export function createExistingResources(
  { account, memento }: Pick<DiagnosticsDeps, 'account' | 'memento'>,
  on: { readonly read: (root: vscode.Uri) => void; readonly changed: () => void },
): ExistingResources {
  const reads: AzureReads = createAzureReads({ connect: () => account.connect(), now: () => Date.now() });
  const requestedRoots = (): readonly string[] => memento.get(permissionKey, []);
  const scopes = (): Readonly<Record<string, ChosenDeploymentScope>> => memento.get(scopesKey, {});
  /** Permission is stored per cloud, and separately for the sample. */
  const keyOf = (root: vscode.Uri): string => `${placeKey()} ${folderOf(root)}`;

  function permission(root: vscode.Uri): Permission {
    if (!vscode.workspace.isTrusted) return 'restricted';
    if (isTurnedOff(root)) return 'off';
    return requestedRoots().includes(keyOf(root)) ? 'requested' : 'not-requested';
  }

  const listening = account.onChange(() => {
    reads.forget();
    on.changed();
  });
  return {
    permission,
    optionsFor(root) {
      if (permission(root) !== 'requested') return {};
      const scope = scopes()[root.toString()];
      return { ...(scope ? { scope } : {}), azure: (needed) => reads.of(needed) };
    },
    tagsFor: (root, shipped) => (permission(root) === 'requested' ? reads.tags(shipped) : shipped),
    readIfAllowed(root, needed) {
      if (permission(root) !== 'requested') return;
      // The list of service tags alone isn't a reason to sign in.
      if (needsNothing(needed) && !reads.isConnected()) return;
      void reads.read(needed).then((isNew) => {
        if (isNew) on.read(root);
      });
    },
    async read(needed) {
      await reads.read(needed);
    },
    async allow(root, isAllowed) {
      const others = requestedRoots().filter((one) => one !== keyOf(root));
      await memento.update(permissionKey, isAllowed ? [...others, keyOf(root)] : others);
    },
    async chooseScope(root, scope) {
      await memento.update(scopesKey, { ...scopes(), [root.toString()]: scope });
    },
    refresh: () => reads.forget(),
    dispose() {
      listening.dispose();
      reads.forget();
    },
  };
}

/** Returns the workspace folder of a file; outside a workspace, the file itself. */
function folderOf(root: vscode.Uri): string {
  return (vscode.workspace.getWorkspaceFolder(root)?.uri ?? root).toString();
}

function isTurnedOff(root: vscode.Uri): boolean {
  const setting: unknown = vscode.workspace
    .getConfiguration('amlSecureCompute.files', root)
    .get('readExisting');
  return setting === 'never';
}
