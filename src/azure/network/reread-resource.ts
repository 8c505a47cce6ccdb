import type { Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { JsonObject } from '../json';
import { resourceParts, requireSegment } from '../resource-parts';
import { getResource } from './get-resource';
import { orUnknown } from './or-unknown';
import type { Reading } from './read-endpoint-addresses';

interface RereadInput<T> {
  readonly id: Known<ResourceId | null>;
  readonly kind: 'networkSecurityGroups' | 'routeTables' | 'natGateways';
  readonly decode: (body: JsonObject) => T;
  readonly unreadable: (id: ResourceId) => T;
}

/** Returns the list with the current state of one resource. A resource that can't be read is included as unknown. */
export async function rereadResource<T extends { readonly id: ResourceId }>(
  reading: Reading,
  all: readonly T[],
  input: RereadInput<T>,
): Promise<readonly T[]> {
  if (!input.id.known || input.id.value === null) return all;
  const id = input.id.value;
  const { resourceGroup } = resourceParts(id);
  const name = requireSegment(id, input.kind);
  const read = (): Promise<JsonObject> => getResource(reading, { id, type: input.kind, name });
  const body = await orUnknown(read, { name, scope: resourceGroup });
  const now = body.known ? input.decode(body.value) : input.unreadable(id);
  return [...all.filter((one) => !sameId(one.id, id)), now];
}
