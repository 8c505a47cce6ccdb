import { segmentOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { AzureFailure } from './failure';

/** The parts of an ARM ID that the clients require as separate parameters. */
export interface ResourceParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

/** Returns the subscription and resource group of an ID. An ID without them is a bug in this product. */
export function resourceParts(id: ResourceId): ResourceParts {
  return {
    subscriptionId: requireSegment(id, 'subscriptions'),
    resourceGroup: requireSegment(id, 'resourceGroups'),
  };
}

/** Returns the name after a type's segment, such as `virtualNetworks`. */
export function requireSegment(id: ResourceId, segment: string): string {
  const found = segmentOf(id, segment);
  if (found === undefined) throw new AzureFailure('bug');
  return found;
}
