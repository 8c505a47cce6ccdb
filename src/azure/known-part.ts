import { unknown, type Known } from '../core/known';
import { nameOf, segmentOf } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import { reason } from '../core/reason';
import { orUnknown } from './network/or-unknown';
import { toFailure } from './to-failure';

/** A part that Azure does not answer, or refuses, is unknown; giving up is not. `unread` says of `name` what was not read. */
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
