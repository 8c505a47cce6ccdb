import type { CauseKind } from '../../../core/cause';
import type { PlanKind } from '../../../core/compute-kinds';
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

/** Actions on a node. The menus in the manifest match these words in the node's context value. */
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

/** The resource or item that a node represents. */
export type NodeTarget =
  | { readonly is: 'subscription'; readonly subscriptionId: string }
  | { readonly is: 'workspace'; readonly subscriptionId: string; readonly workspaceId: ResourceId }
  | ComputeTarget
  | { readonly is: 'network'; readonly subscriptionId: string; readonly networkId: ResourceId }
  | SubnetTarget
  /** The cause of failed or unknown flows. */
  | {
      readonly is: 'cause';
      readonly key: string;
      readonly kind: CauseKind;
      readonly requirements: readonly string[];
      readonly of: ComputeTarget | SubnetTarget;
    }
  | { readonly is: 'finding'; readonly requirement: string; readonly of: ComputeTarget | SubnetTarget }
  | { readonly is: 'resource'; readonly id: ResourceId; readonly of: ComputeTarget | SubnetTarget }
  /** A problem of a rule or route. */
  | { readonly is: 'rule-finding'; readonly check: string }
  /** Reports subscriptions that couldn't be read, and shows the reasons when selected. */
  | { readonly is: 'unread'; readonly tree: TreeName }
  /** The action for an insufficient sign-in, an ID of `signInAction`. */
  | { readonly is: 'sign-in'; readonly action: string }
  | { readonly is: 'more'; readonly parentId: string; readonly tree: TreeName }
  | { readonly is: 'note'; readonly parentId: string };

export const treeNames = ['compute', 'networks'] as const;
export type TreeName = (typeof treeNames)[number];

export interface ComputeTarget {
  readonly is: 'compute';
  readonly subscriptionId: string;
  readonly workspaceId: ResourceId;
  readonly kind: PlanKind | 'other';
  readonly name: string;
}

export interface SubnetTarget {
  readonly is: 'subnet';
  readonly subscriptionId: string;
  readonly subnetId: ResourceId;
}

/** A node of a tree, as plain data. */
export interface TreeNode {
  /** Stable for the same resource or item. */
  readonly id: string;
  readonly target: NodeTarget;
  readonly label: string;
  readonly description: string;
  readonly icon: NodeIcon;
  /** Markdown. */
  readonly tooltip: string;
  /** Text for a screen reader: label, kind, result. */
  readonly spoken: string;
  readonly expand: 'leaf' | 'closed' | 'open';
  readonly can: readonly NodeAction[];
}

/** Why a tree is empty. Each reason has its own welcome view. */
export type EmptyBecause =
  'signedOut' | 'noSubscription' | 'noWorkspace' | 'noPermission' | 'nothingChecked' | 'problem' | '';
