import { sameId } from '../core/network/find';
import { maybeSameId } from '../core/network/maybe-same-id';
import type { NetworkModel, PrivateEndpoint } from '../core/network/model';
import type { Reason } from '../core/reason';
import type { WorkspaceServices } from '../core/services/services';
import { endpointsFor, endpointsInReach } from './endpoints-in-reach';
import type { SubnetInNetwork } from './setting-context';

/** A private endpoint that compute resources call, with its ports. */
export interface CalledEndpoint {
  readonly endpoint: PrivateEndpoint;
  readonly ports: readonly string[];
}

interface EndpointSearch {
  readonly model: NetworkModel;
  readonly place: SubnetInNetwork;
  readonly workspaceId: string;
  /** Undefined if the workspace's services weren't read. */
  readonly services: WorkspaceServices | undefined;
}

/** Endpoints that a compute resource calls, and why there may be more. */
export interface CalledEndpoints {
  readonly found: readonly CalledEndpoint[];
  /** Set if an endpoint may be one of these, because its target, its subnet, or the path to it isn't known. */
  readonly unread?: Reason;
}

/**
 * Finds the endpoints that a compute resource can't work without: those of the workspace, its storage account for blobs
 * and files (file shares also by SMB), its key vault, and its registry. If there are several for a purpose, it returns
 * the nearest.
 */
export function calledEndpoints({ model, place, workspaceId, services }: EndpointSearch): CalledEndpoints {
  const idOf = (name: 'storage' | 'keyVault' | 'registry'): string | undefined => {
    const service = services?.[name];
    return service?.known ? service.value?.id : undefined;
  };
  const called: readonly RequiredEndpoint[] = [
    { targetId: workspaceId, group: 'amlworkspace', ports: ['443'] },
    { targetId: idOf('storage'), group: 'blob', ports: ['443'] },
    { targetId: idOf('storage'), group: 'file', ports: ['443', '445'] },
    { targetId: idOf('keyVault'), group: 'vault', ports: ['443'] },
    { targetId: idOf('registry'), group: 'registry', ports: ['443'] },
  ];
  const answers = called.map((one) => endpointOf(one, model, place));
  const unread = answers.find((one) => one.unread !== undefined)?.unread;
  const found = answers.flatMap((one) => one.found);
  return unread === undefined ? { found } : { found, unread };
}

interface RequiredEndpoint {
  readonly targetId: string | undefined;
  readonly group: string;
  readonly ports: readonly string[];
}

function endpointOf(
  { targetId, group, ports }: RequiredEndpoint,
  model: NetworkModel,
  place: SubnetInNetwork,
): CalledEndpoints {
  if (targetId === undefined || !model.privateEndpoints.known) return { found: [] };
  const { found, unread } = endpointsFor(targetId, endpointsInReach(model, place, [group]));
  const [endpoint] = found;
  if (endpoint) return { found: [{ endpoint, ports }] };
  const mayBeOne = model.privateEndpoints.value.some(
    (one) => one.groups.some((each) => sameId(each, group)) && maybeSameId(one.targetId, targetId),
  );
  return unread !== undefined && mayBeOne ? { found: [], unread } : { found: [] };
}
