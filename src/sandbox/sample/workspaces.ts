import type { Json, JsonObject } from '../json';
import type { World } from '../settings';
import { guidOf } from '../store';
import { placeDataServices, placeDatastore } from './data-services';
import { anna, inGroup, networkId, research, westEurope, workspaceId } from './names';

export interface SampleWorkspace {
  readonly group: string;
  readonly name: string;
  readonly title: string;
  /** Short name that its storage account, vault and registry carry. */
  readonly short: string;
  readonly publicAccess: boolean;
  /** Its data is open to the internet although it is not; as its own access where not said. */
  readonly openData?: boolean;
  readonly connections: readonly Json[];
  readonly managedNetwork: JsonObject;
}

export const ownNetworks: JsonObject = { isolationMode: 'Disabled' };

/** A morning in March 2024, and a change a year later. */
function writtenBy(client: string): JsonObject {
  return {
    createdBy: client,
    createdByType: 'User',
    createdAt: '2024-03-11T09:20:41.0000000Z',
    lastModifiedBy: client,
    lastModifiedByType: 'User',
    lastModifiedAt: '2025-03-04T14:02:10.0000000Z',
  };
}

export function placeWorkspace(world: World, workspace: SampleWorkspace): void {
  const id = workspaceId(workspace.group, workspace.name);
  const inside = `${inGroup(workspace.group)}/providers`;
  const account = `${inside}/Microsoft.Storage/storageAccounts/st${workspace.short}`;
  placeDataServices(world, inside, {
    short: workspace.short,
    publicAccess: workspace.openData ?? workspace.publicAccess,
  });
  world.store.put({
    id,
    location: westEurope.name,
    top: {
      tags: {},
      kind: 'Default',
      sku: { name: 'Basic', tier: 'Basic' },
      identity: {
        type: 'SystemAssigned',
        principalId: guidOf(`identity ${id}`),
        tenantId: research.tenantId,
      },
      systemData: writtenBy(anna.client),
    },
    properties: {
      workspaceId: guidOf(id),
      friendlyName: workspace.title,
      description: '',
      storageAccount: account,
      keyVault: `${inside}/Microsoft.KeyVault/vaults/kv-${workspace.short}`,
      applicationInsights: `${inside}/Microsoft.Insights/components/appi-${workspace.short}`,
      containerRegistry: `${inside}/Microsoft.ContainerRegistry/registries/cr${workspace.short}`,
      hbiWorkspace: false,
      imageBuildCompute: null,
      allowPublicAccessWhenBehindVnet: false,
      publicNetworkAccess: workspace.publicAccess ? 'Enabled' : 'Disabled',
      privateEndpointConnections: [...workspace.connections],
      privateLinkCount: workspace.connections.length,
      discoveryUrl: `https://${westEurope.name}.api.azureml.ms/discovery`,
      mlFlowTrackingUri: `azureml://${westEurope.name}.api.azureml.ms/mlflow/v1.0${id}`,
      tenantId: research.tenantId,
      v1LegacyMode: false,
      notebookInfo: {
        resourceId: guidOf(`notebooks ${id}`).replaceAll('-', ''),
        fqdn: `ml-${workspace.short}-${westEurope.name}-${guidOf(id)}.${westEurope.name}.notebooks.azure.net`,
        notebookPreparationError: null,
      },
      managedNetwork: workspace.managedNetwork,
    },
  });
  placeDatastore(world, { workspace: id, name: 'workspaceblobstore', account });
}

export function connection(group: string, workspace: string, endpoint: string): JsonObject {
  const id = workspaceId(group, workspace);
  return {
    id: `${id}/privateEndpointConnections/${endpoint}`,
    name: endpoint,
    type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
    location: westEurope.name,
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: { id: networkId(group, 'privateEndpoints', endpoint) },
      privateLinkServiceConnectionState: {
        status: 'Approved',
        description: 'Auto-approved',
        actionsRequired: 'None',
      },
    },
  };
}
