import type { AzureFailure } from '../../../azure/failure';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';

/** Returns why a resource couldn't be read, and what to do about it. */
export function unreadReason({ code }: AzureFailure, id: ResourceId): Reason {
  const values = { name: nameOf(id), subscription: segmentOf(id, 'subscriptions') ?? '' };
  switch (code) {
    case 'signedOut':
      return reason('file.existing.signedOut', values);
    case 'forbidden':
      return reason('file.existing.forbidden', values);
    case 'notFound':
      return reason('file.existing.notThere', { ...values, group: segmentOf(id, 'resourceGroups') ?? '' });
    case 'throttled':
      return reason('file.existing.throttled', values);
    case 'timeout':
      return reason('file.existing.timeout', values);
    case 'offline':
      return reason('file.existing.offline', values);
    default:
      return reason('file.existing.failed', values);
  }
}
