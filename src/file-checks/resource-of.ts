import { createObjectCache } from '../core/object-cache';
import type { ResourceId } from '../core/network/model';
import { lastOfEach } from '../documents/model/declared-index';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredResource } from '../documents/model/declared-resource';

/** Cached, because resources are immutable, and each problem of a file looks some up. */
const indexes = createObjectCache<readonly DeclaredResource[], ReadonlyMap<string, DeclaredResource>>();

/** Finds a resource that the files create, or returns undefined if they only refer to it. */
export function createdResource(declared: DeclaredNetwork, id: ResourceId): DeclaredResource | undefined {
  const found = declaredResource(declared, id);
  return found?.isExisting === false ? found : undefined;
}

/**
 * Finds the resource of the files with an ID. Of several, the last one that is created takes precedence over
 * references.
 */
export function declaredResource(
  { resources }: DeclaredNetwork,
  id: ResourceId,
): DeclaredResource | undefined {
  const index = indexes.get(resources) ?? lastOfEach(resources);
  indexes.set(resources, index);
  return index.get(id.toLowerCase());
}

/** Finds a resource that the files certainly create. */
export function certainlyCreated(declared: DeclaredNetwork, id: ResourceId): DeclaredResource | undefined {
  const found = createdResource(declared, id);
  return found?.isDeployed.known === true && found.isDeployed.value ? found : undefined;
}
