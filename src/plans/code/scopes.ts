import { withoutEnd } from '../../core/cut-text';
import { segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Candidate } from './parameters';
import { templateParameter, type ResourceGroupScope } from './template';

/** `key` is equal for resources of the same resource group. `scope` is null for the deployment's own. */
export interface DeploymentPlace {
  readonly key: string;
  readonly scope: ResourceGroupScope | null;
  /** Parameters that the scope requires. */
  readonly added: readonly Candidate[];
}

/**
 * Returns the scope of an NSG or route table: the deployment's resource group, the network's, or another one with a
 * parameter.
 */
export function resourceScope(
  id: ResourceId,
  symbol: string,
  { workspaceId, subnetId }: { readonly workspaceId: ResourceId; readonly subnetId: ResourceId | null },
): DeploymentPlace {
  const key = groupKey(id);
  if (key === groupKey(workspaceId)) return { key, scope: null, added: [] };
  if (subnetId !== null && key === groupKey(subnetId)) {
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
    value: subscriptionKey(id),
    describedBy: `${kind}Subscription`,
  };
  const elsewhere = subscriptionKey(id) !== subscriptionKey(workspaceId);
  const scope = {
    subscription: elsewhere ? templateParameter(subscription.name) : null,
    group: templateParameter(group.name),
  };
  return { key, scope, added: elsewhere ? [group, subscription] : [group] };
}

/** Returns the virtual network's resource group, with its subscription if that isn't the deployment's. */
export function virtualNetworkScope(subnetId: ResourceId, workspaceId: ResourceId): ResourceGroupScope {
  const elsewhere = subscriptionKey(subnetId) !== subscriptionKey(workspaceId);
  return {
    subscription: elsewhere ? templateParameter('virtualNetworkSubscription') : null,
    group: templateParameter('virtualNetworkResourceGroup'),
  };
}

/** Returns the subscription of `id` in lower case. */
export function subscriptionKey(id: ResourceId): string {
  return (segmentOf(id, 'subscriptions') ?? '').toLowerCase();
}

/** Returns a key of the subscription and resource group of `id`. It's equal for IDs that Azure considers equal. */
export function groupKey(id: ResourceId): string {
  return `${subscriptionKey(id)}/${(segmentOf(id, 'resourceGroups') ?? '').toLowerCase()}`;
}
