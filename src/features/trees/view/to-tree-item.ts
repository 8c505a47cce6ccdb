import * as vscode from 'vscode';
import { outcomeIcons } from '../../../contract/wizard/outcome-icons';
import { labelText } from '../../../platform/editor-text';
import type { OutcomeShape } from '../../../wording/outcome-text';
import type { NodeIcon, TreeNode } from '../model/node';

/** Converts a node to VS Code's tree item. The icon's shape carries the meaning; its color only supports it. */
export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(labelText(node.label), expandStates[node.expand]);
  item.id = node.id;
  item.description = labelText(node.description);
  item.tooltip = new vscode.MarkdownString(node.tooltip);
  item.contextValue = `;${[node.target.is, ...node.can].join(';')};`;
  item.accessibilityInformation = { label: labelText(node.spoken) };
  const command = pressed[node.target.is];
  if (command !== undefined) item.command = { command, title: labelText(node.label), arguments: [node] };
  const icon = themeIcon(node.icon);
  if (icon) item.iconPath = icon;
  return item;
}

/** Commands of nodes that run one when selected. */
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

/** Icons of nodes that aren't results. */
const otherIcons: Readonly<Record<Exclude<NodeIcon, OutcomeShape>, string | null>> = {
  loading: 'loading~spin',
  subscription: 'key',
  workspace: 'beaker',
  hub: 'circuit-board',
  project: 'project',
  featureStore: 'database',
  network: 'type-hierarchy',
  securityGroup: 'shield',
  routeTable: 'milestone',
  more: 'ellipsis',
  signIn: 'sign-in',
  note: null,
};

function themeIcon(icon: NodeIcon): vscode.ThemeIcon | undefined {
  if (isOutcome(icon)) {
    const { codicon, color } = outcomeIcons[icon];
    return new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
  }
  const other = otherIcons[icon];
  return other === null ? undefined : new vscode.ThemeIcon(other);
}

function isOutcome(icon: NodeIcon): icon is OutcomeShape {
  return icon in outcomeIcons;
}
