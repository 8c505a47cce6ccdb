import { known, unknown, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PrivateEndpoint, ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { KnownZones, WorkspaceServices } from '../../core/services/services';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { isCreated } from './needed-resources';

/** Types of resources that resolve private names. */
const ofZones = [
  'microsoft.network/privatednszones',
  'microsoft.network/privateendpoints/privatednszonegroups',
];

/**
 * Returns the services of workspaces in Azure, without what the files change. A service that the files create again is
 * unknown. Private endpoints of the files count. If the files create private DNS zones, there are more zones than in
 * Azure.
 */
export function servicesWithFiles(
  files: DeclaredNetwork,
  all: readonly WorkspaceServices[],
): readonly WorkspaceServices[] {
  const { privateEndpoints } = files.model;
  const declaredEndpoints = privateEndpoints.known ? privateEndpoints.value : [];
  const createsZones = files.resources.some(
    ({ type, isExisting }) =>
      !isExisting && ofZones.some((one) => type === one || type.startsWith(`${one}/`)),
  );
  const unread = reason('file.existing.zonesInFiles');
  return all
    .filter(({ workspaceId }) => !isCreated(files, workspaceId))
    .map((one) => ({
      ...one,
      endpointIds: withDeclaredEndpoints(one.endpointIds, declaredEndpoints, one.workspaceId),
      storage: serviceOf(files, one.storage, declaredEndpoints),
      keyVault: serviceOf(files, one.keyVault, declaredEndpoints),
      registry: serviceOf(files, one.registry, declaredEndpoints),
      zones: createsZones ? withZones(one.zones, files, unread) : one.zones,
    }));
}

/** Joins zones of Azure and of the files. A zone in both has the links of both. */
function withZones(azure: KnownZones, { zones }: DeclaredNetwork, unread: Reason): KnownZones {
  return { ...azure, found: [...azure.found, ...(zones?.found ?? [])], unread };
}

interface Service {
  readonly id: ResourceId;
  readonly name: string;
  readonly endpointIds: Known<readonly ResourceId[]>;
}

/** Returns a service in its state in Azure, with the private endpoints that the files create for it. */
export function serviceOf<T extends Service>(
  files: DeclaredNetwork,
  service: Known<T | null>,
  declaredEndpoints: readonly PrivateEndpoint[],
): Known<T | null> {
  if (!service.known || service.value === null) return service;
  const { id, name, endpointIds } = service.value;
  if (isCreated(files, id)) return unknown(reason('file.existing.changedByFiles', { name }));
  return known({ ...service.value, endpointIds: withDeclaredEndpoints(endpointIds, declaredEndpoints, id) });
}

function withDeclaredEndpoints(
  ids: Known<readonly ResourceId[]>,
  declaredEndpoints: readonly PrivateEndpoint[],
  targetId: ResourceId,
): Known<readonly ResourceId[]> {
  const own = declaredEndpoints.filter((one) => sameId(one.targetId, targetId)).map(({ id }) => id);
  if (!ids.known || own.length === 0) return ids;
  return known([...ids.value, ...own.filter((id) => !ids.value.some((one) => sameId(one, id)))]);
}
