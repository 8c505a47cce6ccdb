import * as vscode from 'vscode';
import type { ChosenDeploymentScope } from '../../../file-checks/existing/deployment-scope';
import type { TagCatalog } from '../../../core/tags/tag-catalog';
import type { AnalysisOptions } from '../../../file-checks/analyze-file';
import { needsNothing, type NeededResources } from '../../../file-checks/existing/needed-resources';
import { placeKey } from '../../../platform/account-settings';
import type { DiagnosticsDeps } from '../deps';
import { createAzureReads, type AzureReads } from './azure-reads';

/** Whether resources that files only refer to are read from Azure: nobody asked, nobody may, or somebody asked. */
type Permission = 'not-asked' | 'restricted' | 'off' | 'asked';

/** Resources that files only refer to, read from Azure once the user has asked for it in a workspace folder. */
export interface ExistingResources extends vscode.Disposable {
  permission(root: vscode.Uri): Permission;
  /** With what a root file is checked. */
  optionsFor(root: vscode.Uri): Pick<AnalysisOptions, 'scope' | 'azure'>;
  /** Azure's own list of service tags, where the user asked to read from Azure and it was read; else `shipped`. */
  tagsFor(root: vscode.Uri, shipped: TagCatalog): TagCatalog;
  /** Reads what a root file needs, where the user asked for it; `onRead` is called where Azure was asked. */
  want(root: vscode.Uri, needed: NeededResources): void;
  /** The same, and waits for it. */
  read(needed: NeededResources): Promise<void>;
  /** The user asks for it, or asks to stop. */
  allow(root: vscode.Uri, isAllowed: boolean): Promise<void>;
  chooseScope(root: vscode.Uri, scope: ChosenDeploymentScope): Promise<void>;
  /** Forgets what was read. */
  refresh(): void;
}

const askedKey = 'amlSecureCompute.files.readExisting';
const scopesKey = 'amlSecureCompute.files.scopes';
/** The setting that turns it off. */
export const readExistingSetting = 'amlSecureCompute.files.readExisting';

export function createExistingResources(
  { account, memento }: Pick<DiagnosticsDeps, 'account' | 'memento'>,
  on: { readonly read: (root: vscode.Uri) => void; readonly changed: () => void },
): ExistingResources {
  const reads: AzureReads = createAzureReads({ connect: () => account.connect(), now: () => Date.now() });
  const askedFor = (): readonly string[] => memento.get(askedKey, []);
  const scopes = (): Readonly<Record<string, ChosenDeploymentScope>> => memento.get(scopesKey, {});
  /** Who asked for it in the sample, or in one cloud, did not ask for it in another. */
  const keyOf = (root: vscode.Uri): string => `${placeKey()} ${folderOf(root)}`;

  function permission(root: vscode.Uri): Permission {
    if (!vscode.workspace.isTrusted) return 'restricted';
    if (isTurnedOff(root)) return 'off';
    return askedFor().includes(keyOf(root)) ? 'asked' : 'not-asked';
  }

  const listening = account.onChange(() => {
    reads.forget();
    on.changed();
  });
  return {
    permission,
    optionsFor(root) {
      if (permission(root) !== 'asked') return {};
      const scope = scopes()[root.toString()];
      return { ...(scope ? { scope } : {}), azure: (needed) => reads.of(needed) };
    },
    tagsFor: (root, shipped) => (permission(root) === 'asked' ? reads.tags(shipped) : shipped),
    want(root, needed) {
      if (permission(root) !== 'asked') return;
      // For the list of service tags alone, nobody is signed in.
      if (needsNothing(needed) && !reads.isConnected()) return;
      void reads.read(needed).then((isNew) => {
        if (isNew) on.read(root);
      });
    },
    async read(needed) {
      await reads.read(needed);
    },
    async allow(root, isAllowed) {
      const others = askedFor().filter((one) => one !== keyOf(root));
      await memento.update(askedKey, isAllowed ? [...others, keyOf(root)] : others);
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

/** The workspace folder of a file; of a file outside of all of them, the file itself. */
function folderOf(root: vscode.Uri): string {
  return (vscode.workspace.getWorkspaceFolder(root)?.uri ?? root).toString();
}

function isTurnedOff(root: vscode.Uri): boolean {
  const said: unknown = vscode.workspace.getConfiguration('amlSecureCompute.files', root).get('readExisting');
  return said === 'never';
}
