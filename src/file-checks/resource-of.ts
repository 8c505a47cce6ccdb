import { sameId } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredResource } from '../documents/model/declared-resource';

/** The resource of the files that has an id; of several the last that is made, before one that is merely used. */
export function resourceOf({ resources }: DeclaredNetwork, id: ResourceId): DeclaredResource | undefined {
  const all = resources.filter((one) => sameId(one.id, id));
  return all.findLast(({ isExisting }) => !isExisting) ?? all.at(-1);
}
