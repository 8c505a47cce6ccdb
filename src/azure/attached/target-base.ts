import type { AttachTarget } from '../../core/attach-target';
import { segmentOf } from '../../core/network/find';
import { textAt, type JsonObject } from '../json';
import { locationIn, nameIn } from '../network/members';

/** Returns the members that all attachable resources share. */
export function targetBase(
  body: JsonObject,
): Pick<AttachTarget, 'id' | 'name' | 'resourceGroup' | 'location'> {
  const id = textAt(body, 'id') ?? '';
  return {
    id,
    name: nameIn(body),
    resourceGroup: segmentOf(id, 'resourceGroups') ?? '',
    location: locationIn(body),
  };
}
