import { unknown } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { WorkspaceServices } from '../../core/services/services';
import type { FileWorkspace } from '../../documents/subjects/subjects';

/** Creates a workspace that couldn't be read. All of its properties are unknown, without defaults. */
export function unreadWorkspace(id: ResourceId, because: Reason): FileWorkspace {
  const not = unknown(because);
  return {
    id,
    name: nameOf(id),
    location: not,
    hasPrivateEndpoint: not,
    managedNetwork: not,
    managedNetworkSetUp: not,
    highBusinessImpact: not,
    hubId: null,
  };
}

/** Creates the services of a workspace that couldn't be read. */
export function unreadServices(workspaceId: ResourceId, because: Reason): WorkspaceServices {
  const not = unknown(because);
  return {
    workspaceId,
    publicAccess: not,
    addressList: not,
    endpointIds: not,
    managedEndpointTargets: [],
    datastoresByIdentity: not,
    storage: not,
    keyVault: not,
    registry: not,
    monitoring: not,
    buildCompute: not,
    serverlessSubnet: not,
    zones: { found: [], unread: because },
  };
}
