import type { CauseKind } from '../../../core/cause';
import type { ResourceId } from '../../../core/network/model';
import type { OutcomeShape } from '../../../wording/outcome-text';

export type NodeIcon =
  | OutcomeShape
  | 'loading'
  | 'subscription'
  | 'workspace'
  | 'hub'
  | 'project'
  | 'featureStore'
  | 'network'
  | 'securityGroup'
  | 'routeTable'
  | 'more'
  | 'signIn'
  | 'note';

/** What may be done with a node: the manifest's menus ask for these words in its context. */
export const nodeActions = [
  'refresh',
  'check',
  'create',
  'wizard',
  'creation',
  'explain',
  'fix',
  'watch',
  'unwatch',
  'ask',
  'report',
  'start',
  'stop',
  'restart',
  'startNode',
  'delete',
  'detach',
  'copyId',
  'portal',
  'studio',
  'access',
] as const;
export type NodeAction = (typeof nodeActions)[number];

/** What a node stands for. */
export type NodeTarget =
  | { readonly is: 'subscription'; readonly subscriptionId: string }
  | { readonly is: 'workspace'; readonly subscriptionId: string; readonly workspaceId: ResourceId }
  | ComputeTarget
  | { readonly is: 'network'; readonly subscriptionId: string; readonly networkId: ResourceId }
  | SubnetTarget
  /** What decides over flows that fail or aren't known. */
  | {
      readonly is: 'cause';
      readonly key: string;
      readonly kind: CauseKind;
      readonly requirements: readonly string[];
      readonly of: ComputeTarget | SubnetTarget;
    }
  | { readonly is: 'finding'; readonly requirement: string; readonly of: ComputeTarget | SubnetTarget }
  | { readonly is: 'resource'; readonly id: ResourceId; readonly of: ComputeTarget | SubnetTarget }
  /** Something that is wrong with a rule or route. */
  | { readonly is: 'rule-finding'; readonly check: string }
  /** Says that subscriptions could not be read, and leads to why. */
  | { readonly is: 'unread'; readonly tree: TreeName }
  /** What to do where a sign-in is not enough, as `signInAction` names it. */
  | { readonly is: 'sign-in'; readonly action: string }
  | { readonly is: 'more'; readonly parentId: string; readonly tree: TreeName }
  | { readonly is: 'note'; readonly parentId: string };

export const treeNames = ['compute', 'networks'] as const;
export type TreeName = (typeof treeNames)[number];

export interface ComputeTarget {
  readonly is: 'compute';
  readonly subscriptionId: string;
  readonly workspaceId: ResourceId;
  readonly name: string;
}

export interface SubnetTarget {
  readonly is: 'subnet';
  readonly subscriptionId: string;
  readonly subnetId: ResourceId;
}

/** One line of a tree, as data. */
export interface TreeNode {
  /** The same as long as it stands for the same. */
  readonly id: string;
  readonly target: NodeTarget;
  readonly label: string;
  readonly description: string;
  readonly icon: NodeIcon;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says: label, kind, result. */
  readonly spoken: string;
  readonly expand: 'leaf' | 'closed' | 'open';
  readonly can: readonly NodeAction[];
}

/** Why a tree has nothing to show: each has a welcome of its own. */
export type EmptyBecause =
  'signedOut' | 'noSubscription' | 'noWorkspace' | 'noPermission' | 'nothingJudged' | 'problem' | '';
