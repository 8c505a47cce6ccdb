import type { AzureFailure } from '../../../azure/failure';
import type { ListedWorkspace, SubscriptionSummary, WorkspaceKind } from '../../../azure/ports';
import { regionDisplayName } from '../../../core/azure-facts/regions';
import { valueOr } from '../../../core/known';
import { displayText } from '../../../core/text/display-text';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { markdownText } from '../../../plans/request/markdown-text';
import { failureText } from '../../../wording/failure-text';
import type { Read } from '../../../azure-store/queries';
import { hasManagedNetwork } from './checked-plans';
import type { NodeAction, TreeNode } from './node';
import type { LinePage } from './pages';
import type { TreeContext } from './tree-context';

/** Builds a tooltip: a bold title, then lines. */
export function tooltipOf(title: string, lines: readonly string[]): string {
  return [`**${markdownText(title)}**`, ...lines.filter(Boolean).map(markdownText)].join('\n\n');
}

/** Joins label, kind, and result for a screen reader. */
export function accessibilityLabel(...parts: readonly string[]): string {
  return parts.filter(Boolean).map(displayText).join(', ');
}

/** Returns the actions that open the resource in the browser. Resources of the sample aren't in the portal. */
export function portalActions(isSample: boolean, ...more: readonly NodeAction[]): readonly NodeAction[] {
  return isSample ? [] : ['portal', ...more];
}

/** Builds the node of a subscription: “2 workspaces”, “512 virtual networks”, or why the list couldn't be read. */
export function subscriptionLine(
  say: Say,
  subscription: SubscriptionSummary,
  list: {
    readonly read: Read<unknown> | undefined;
    readonly words: string;
    readonly expand: TreeNode['expand'];
  },
): TreeNode {
  const { id, name } = subscription;
  const failure = list.read?.is === 'problem' ? list.read.failure : undefined;
  const description = failure ? failureText(say, failure) : list.words;
  return {
    id: `subscription ${id}`.toLowerCase(),
    target: { is: 'subscription', subscriptionId: id },
    label: name,
    description,
    icon: failure ? 'warning' : 'subscription',
    tooltip: tooltipOf(name, [description, `/subscriptions/${id}`]),
    spoken: accessibilityLabel(name, say('tree.kind.subscription'), description),
    expand: list.expand,
    can: ['refresh', 'copyId'],
  };
}

/**
 * Builds the node of a workspace: its kind unless it's a plain workspace, and its region or that its network is
 * managed.
 */
export function workspaceLine(say: Say, workspace: ListedWorkspace, isSample: boolean): TreeNode {
  const { id, name, subscriptionId, resourceGroup } = workspace;
  const location = valueOr(workspace.location, '');
  const place = hasManagedNetwork(workspace)
    ? say('tree.managedNetwork')
    : (regionDisplayName(location) ?? location);
  const description = accessibilityLabel(kindWords(say, workspace), place);
  return {
    id: `workspace ${id}`.toLowerCase(),
    target: { is: 'workspace', subscriptionId, workspaceId: id },
    label: name,
    description,
    icon: workspaceIcons[workspace.kind],
    tooltip: tooltipOf(name, [description, say('tree.inGroup', { group: resourceGroup }), id]),
    spoken: accessibilityLabel(name, say('tree.kind.workspace'), description),
    expand: 'closed',
    can: [
      // Feature stores don't have compute resources.
      ...(workspace.kind === 'feature-store' ? [] : (['create'] as const)),
      'check',
      'refresh',
      'copyId',
      ...portalActions(isSample, 'studio'),
      // The sample's host names aren't in DNS.
      ...(isSample ? [] : (['access'] as const)),
    ],
  };
}

function kindWords(say: Say, { kind, hubId }: ListedWorkspace): string {
  if (kind === 'workspace') return '';
  return kind === 'project' && hubId !== null
    ? say('tree.projectOf', { hub: nameOf(hubId) })
    : say(`workspace.kind.${kind}`);
}

const workspaceIcons: Readonly<Record<WorkspaceKind, TreeNode['icon']>> = {
  workspace: 'workspace',
  hub: 'hub',
  project: 'project',
  'feature-store': 'featureStore',
};

/** Builds the node “2 of 41 subscriptions could not be read”, which shows the reasons when selected. */
export function unreadLine(
  { say, tree }: Pick<TreeContext, 'say' | 'tree'>,
  { n, m }: { readonly n: number; readonly m: number },
): TreeNode {
  const label = say('tree.unread', { n, m });
  const why = say('tree.unread.why');
  return {
    id: `unread ${tree}`,
    target: { is: 'unread', tree },
    label,
    description: why,
    icon: 'warning',
    tooltip: markdownText(say('tree.unread.tooltip')),
    spoken: accessibilityLabel(label, why),
    expand: 'leaf',
    can: [],
  };
}

/** Builds the node “Show 100 more of 509”. */
export function moreLine(
  { say, tree }: Pick<TreeContext, 'say' | 'tree'>,
  parentId: string,
  page: LinePage<unknown>,
): readonly TreeNode[] {
  if (page.next === 0) return [];
  const { next, rest } = page;
  const label = next === rest ? say('tree.moreAll', { n: next }) : say('tree.more', { n: next, rest });
  return [
    {
      id: `${parentId} more`,
      target: { is: 'more', parentId, tree },
      label,
      description: '',
      icon: 'more',
      tooltip: '',
      spoken: label,
      expand: 'leaf',
      can: [],
    },
  ];
}

/** Builds a node that shows a sentence in place of a list. */
export function noteLine(parentId: string, text: string, icon: TreeNode['icon'] = 'note'): TreeNode {
  return {
    id: `${parentId} note`,
    target: { is: 'note', parentId },
    label: text,
    description: '',
    icon,
    tooltip: markdownText(text),
    spoken: text,
    expand: 'leaf',
    can: icon === 'warning' ? ['refresh'] : [],
  };
}

/** Builds a node that shows why a list isn't available. */
export function problemLine(say: Say, parentId: string, failure: AzureFailure): TreeNode {
  return noteLine(parentId, failureText(say, failure), 'warning');
}

/** Returns the resource group of a resource ID. */
export function resourceGroupOf(id: string): string {
  return segmentOf(id, 'resourceGroups') ?? '';
}
