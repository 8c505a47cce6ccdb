import { sameId } from '../core/network/find';
import type { NetworkModel, PrivateEndpoint } from '../core/network/model';
import type { WorkspaceServices } from '../core/services/services';
import { endpointsInReach } from './endpoints-in-reach';
import type { SubnetInNetwork } from './setting-context';

/** A private endpoint that computes call, and on which ports. */
export interface CalledEndpoint {
  readonly endpoint: PrivateEndpoint;
  readonly ports: readonly string[];
}

interface DoorsAsked {
  readonly model: NetworkModel;
  readonly place: SubnetInNetwork;
  readonly workspaceId: string;
  /** Undefined where nobody read what the workspace uses. */
  readonly services: WorkspaceServices | undefined;
}

/**
 * The endpoints that a compute cannot do without: the workspace's, its storage account's for blobs and files (file shares
 * also by SMB), its vault's and its registry's. Of several for one purpose the nearest.
 */
export function calledEndpoints({
  model,
  place,
  workspaceId,
  services,
}: DoorsAsked): readonly CalledEndpoint[] {
  const door = (targetId: string | undefined, group: string, ports = ['443']): CalledEndpoint[] => {
    if (targetId === undefined) return [];
    const { found } = endpointsInReach(model, place, [group]);
    const endpoint = found.find((one) => sameId(one.targetId, targetId));
    return endpoint ? [{ endpoint, ports }] : [];
  };
  const idOf = (name: 'storage' | 'keyVault' | 'registry'): string | undefined => {
    const service = services?.[name];
    return service?.known ? service.value?.id : undefined;
  };
  return [
    ...door(workspaceId, 'amlworkspace'),
    ...door(idOf('storage'), 'blob'),
    ...door(idOf('storage'), 'file', ['443', '445']),
    ...door(idOf('keyVault'), 'vault'),
    ...door(idOf('registry'), 'registry'),
  ];
}
