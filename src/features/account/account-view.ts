import * as vscode from 'vscode';
import { AzureFailure } from '../../azure/failure';
import type { Say } from '../../messages/say';
import { labelText } from '../../platform/editor-text';
import { accountRows, type AccountFacts, type AccountRow } from './account-rows';
import type { AccountDeps } from './deps';

/** Creates the Account view. It's read when it's opened, and again when the account changes. */
export function createAccountView(deps: AccountDeps, say: Say): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const renew = (): void => changed.fire();
  return vscode.Disposable.from(
    changed,
    deps.account.onChange(renew),
    deps.filter.onChange(renew),
    vscode.window.registerTreeDataProvider<AccountRow>('amlSecureCompute.account', {
      onDidChangeTreeData: changed.event,
      getTreeItem: toTreeItem,
      getChildren: async (row) => (row ? [] : [...accountRows(say, await readFacts(deps))]),
    }),
  );
}

async function readFacts(deps: AccountDeps): Promise<AccountFacts> {
  const { account, filter } = deps;
  return {
    source: account.source(),
    place: account.place(),
    shown: filter.chosen(),
    read: await readAccount(deps),
  };
}

async function readAccount({ account, log }: AccountDeps): Promise<AccountFacts['read']> {
  const { signal } = new AbortController();
  try {
    const connection = await account.connect();
    const subscriptions = await connection.azure.read.subscriptions(signal);
    const tenants = await connection.azure.read.tenants(signal);
    return { account: connection.account, subscriptions, tenants };
  } catch (error) {
    if (error instanceof AzureFailure) return { failure: error };
    log.error('account view', error);
    return { failure: new AzureFailure('bug', {}, error) };
  }
}

function toTreeItem({ id, label, value, tooltip, icon, command }: AccountRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.description = labelText(value);
  item.tooltip = labelText(tooltip);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title: label };
  item.accessibilityInformation = { label: labelText(tooltip) };
  return item;
}
