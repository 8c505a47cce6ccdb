import { unknown, type Known } from '../core/known';
import { nameOf, segmentOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { reason } from '../core/reason';
import { orUnknown } from './network/or-unknown';
import { toFailure } from './to-failure';

/**
 * Reads a part. A part that Azure doesn't return, or refuses, is unknown. Cancellation, sign-in failures, and timeouts
 * still throw. `unread` is the reason for the part named `name`.
 */
export async function knownPart<T>(
  id: ResourceId,
  read: () => Promise<T>,
  unread = 'unknown.notRead',
): Promise<Known<T>> {
  const scope = segmentOf(id, 'resourceGroups') ?? id;
  try {
    return await orUnknown(read, { name: nameOf(id), scope });
  } catch (error) {
    if (['cancelled', 'signedOut', 'timeout'].includes(toFailure(error).code)) throw error;
    return unknown(reason(unread, { name: nameOf(id) }));
  }
}
