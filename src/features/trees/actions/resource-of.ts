import type { ResourceId } from '../../../core/network/model';
import type { NodeTarget } from '../model/node';

/** The ARM id of what a node stands for; nothing where it is none. */
export function nodeResourceId(target: NodeTarget): ResourceId | undefined {
  switch (target.is) {
    case 'subscription':
      return `/subscriptions/${target.subscriptionId}`;
    case 'workspace':
      return target.workspaceId;
    case 'compute':
      return `${target.workspaceId}/computes/${target.name}`;
    case 'network':
      return target.networkId;
    case 'subnet':
      return target.subnetId;
    case 'resource':
      return target.id;
    default:
      return undefined;
  }
}
