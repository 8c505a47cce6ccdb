import * as vscode from 'vscode';
import { labelText } from '../../../platform/editor-text';
import type { NodeIcon, TreeNode } from '../model/node';

/** A line as VS Code draws it. The icon's shape carries the meaning, its color only helps. */
export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(labelText(node.label), expandStates[node.expand]);
  item.id = node.id;
  item.description = labelText(node.description);
  item.tooltip = new vscode.MarkdownString(node.tooltip);
  item.contextValue = `;${[node.target.is, ...node.can].join(';')};`;
  item.accessibilityInformation = { label: labelText(node.spoken) };
  const command = pressed[node.target.is];
  if (command !== undefined) item.command = { command, title: labelText(node.label), arguments: [node] };
  const [icon, color] = icons[node.icon];
  if (icon !== null) {
    item.iconPath = new vscode.ThemeIcon(
      icon,
      color === undefined ? undefined : new vscode.ThemeColor(color),
    );
  }
  return item;
}

/** Lines that do something when they are chosen. */
const pressed: Partial<Readonly<Record<TreeNode['target']['is'], string>>> = {
  more: 'amlSecureCompute.trees.showMore',
  'sign-in': 'amlSecureCompute.trees.helpSignIn',
  unread: 'amlSecureCompute.trees.whyUnread',
};

const expandStates: Readonly<Record<TreeNode['expand'], vscode.TreeItemCollapsibleState>> = {
  leaf: vscode.TreeItemCollapsibleState.None,
  closed: vscode.TreeItemCollapsibleState.Collapsed,
  open: vscode.TreeItemCollapsibleState.Expanded,
};

const icons: Readonly<Record<NodeIcon, readonly [icon: string | null, color?: string]>> = {
  pass: ['pass-filled', 'charts.green'],
  'pass-default': ['pass', 'charts.green'],
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
  unknown: ['question', 'charts.blue'],
  appliance: ['arrow-circle-right', 'charts.blue'],
  unfit: ['circle-slash'],
  loading: ['loading~spin'],
  subscription: ['key'],
  workspace: ['beaker'],
  hub: ['circuit-board'],
  project: ['project'],
  featureStore: ['database'],
  network: ['type-hierarchy'],
  securityGroup: ['shield'],
  routeTable: ['milestone'],
  more: ['ellipsis'],
  signIn: ['sign-in'],
  note: [null],
};
