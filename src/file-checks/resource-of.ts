import type { ResourceId } from '../core/network/model';
import { lastOfEach } from '../documents/model/declared-index';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredResource } from '../documents/model/declared-resource';

/** Resources never change, and each problem of a file looks for some. */
const indexes = new WeakMap<readonly DeclaredResource[], ReadonlyMap<string, DeclaredResource>>();

/** The same of a resource that the files create; undefined of one that they only refer to. */
export function madeResource(declared: DeclaredNetwork, id: ResourceId): DeclaredResource | undefined {
  const found = declaredResource(declared, id);
  return found?.isExisting === false ? found : undefined;
}

/** The resource of the files that has an id; of several the last that is made, before one that is merely used. */
export function declaredResource(
  { resources }: DeclaredNetwork,
  id: ResourceId,
): DeclaredResource | undefined {
  const index = indexes.get(resources) ?? lastOfEach(resources);
  indexes.set(resources, index);
  return index.get(id.toLowerCase());
}
