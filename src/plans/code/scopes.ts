import { withoutEnd } from '../../core/cut-text';
import { segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Candidate } from './parameters';
import { parameter, type Scope } from './template';

/** `key` is equal for what lies in one resource group; `scope` is null for the deployment's own. */
export interface Place {
  readonly key: string;
  readonly scope: Scope | null;
  /** Parameters that the scope needs. */
  readonly added: readonly Candidate[];
}

/** Where a group or table lies: the deployment's group, the network's, or one of its own that gets a parameter. */
export function scopeOf(
  id: ResourceId,
  symbol: string,
  { workspaceId, subnetId }: { readonly workspaceId: ResourceId; readonly subnetId: ResourceId | null },
): Place {
  const key = groupOf(id);
  if (key === groupOf(workspaceId)) return { key, scope: null, added: [] };
  if (subnetId !== null && key === groupOf(subnetId)) {
    return { key, scope: virtualNetworkScope(subnetId, workspaceId), added: [] };
  }
  const kind = withoutEnd(symbol, '0123456789');
  const group: Candidate = {
    name: `${symbol}ResourceGroup`,
    value: segmentOf(id, 'resourceGroups') ?? '',
    limits: { minLength: 1, maxLength: 90 },
    describedBy: `${kind}ResourceGroup`,
  };
  const subscription: Candidate = {
    name: `${symbol}Subscription`,
    value: subscriptionOf(id),
    describedBy: `${kind}Subscription`,
  };
  const elsewhere = subscriptionOf(id) !== subscriptionOf(workspaceId);
  const scope = {
    subscription: elsewhere ? parameter(subscription.name) : null,
    group: parameter(group.name),
  };
  return { key, scope, added: elsewhere ? [group, subscription] : [group] };
}

/** The virtual network's resource group; its subscription only where it is not the deployment's. */
export function virtualNetworkScope(subnetId: ResourceId, workspaceId: ResourceId): Scope {
  const elsewhere = subscriptionOf(subnetId) !== subscriptionOf(workspaceId);
  return {
    subscription: elsewhere ? parameter('virtualNetworkSubscription') : null,
    group: parameter('virtualNetworkResourceGroup'),
  };
}

/** Subscription of `id`, lower case. */
export function subscriptionOf(id: ResourceId): string {
  return (segmentOf(id, 'subscriptions') ?? '').toLowerCase();
}

/** Subscription and resource group of `id`, equal where Azure takes them for the same. */
function groupOf(id: ResourceId): string {
  return `${subscriptionOf(id)}/${(segmentOf(id, 'resourceGroups') ?? '').toLowerCase()}`;
}
