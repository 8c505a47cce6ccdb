import { segmentOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { AzureFailure } from './failure';

/** The parts of an ARM id that the clients ask for one by one. */
export interface ResourceParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

/** Subscription and group of an id; an id without them is a bug of ours. */
export function resourceParts(id: ResourceId): ResourceParts {
  return {
    subscriptionId: requireSegment(id, 'subscriptions'),
    resourceGroup: requireSegment(id, 'resourceGroups'),
  };
}

/** The name after a type's segment, `virtualNetworks` for example. */
export function requireSegment(id: ResourceId, segment: string): string {
  const found = segmentOf(id, segment);
  if (found === undefined) throw new AzureFailure('bug');
  return found;
}
