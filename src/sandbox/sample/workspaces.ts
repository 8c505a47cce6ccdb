import type { BodyJson, BodyObject } from '../body-json';
import type { World } from '../settings';
import { stableGuid } from '../store';
import { addDataServices, addDatastore } from './data-services';
import {
  anna,
  sampleGroupId,
  sampleNetworkId,
  researchSubscription,
  westEurope,
  sampleWorkspaceId,
} from './names';

export interface SampleWorkspace {
  readonly group: string;
  readonly name: string;
  readonly title: string;
  /** Short name in the names of its storage account, key vault, and registry. */
  readonly short: string;
  readonly publicAccess: boolean;
  /** Whether its data services have public access although it doesn't; its own setting by default. */
  readonly openData?: boolean;
  readonly connections: readonly BodyJson[];
  readonly managedNetwork: BodyObject;
}

export const ownNetworks: BodyObject = { isolationMode: 'Disabled' };

/** Returns metadata with a morning in March 2024, and a change a year later. */
function writtenBy(client: string): BodyObject {
  return {
    createdBy: client,
    createdByType: 'User',
    createdAt: '2024-03-11T09:20:41.0000000Z',
    lastModifiedBy: client,
    lastModifiedByType: 'User',
    lastModifiedAt: '2025-03-04T14:02:10.0000000Z',
  };
}

export function addWorkspace(world: World, workspace: SampleWorkspace): void {
  const id = sampleWorkspaceId(workspace.group, workspace.name);
  const inside = `${sampleGroupId(workspace.group)}/providers`;
  const account = `${inside}/Microsoft.Storage/storageAccounts/st${workspace.short}`;
  addDataServices(world, inside, {
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
        principalId: stableGuid(`identity ${id}`),
        tenantId: researchSubscription.tenantId,
      },
      systemData: writtenBy(anna.client),
    },
    properties: {
      workspaceId: stableGuid(id),
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
      tenantId: researchSubscription.tenantId,
      v1LegacyMode: false,
      notebookInfo: {
        resourceId: stableGuid(`notebooks ${id}`).replaceAll('-', ''),
        fqdn: `ml-${workspace.short}-${westEurope.name}-${stableGuid(id)}.${westEurope.name}.notebooks.azure.net`,
        notebookPreparationError: null,
      },
      managedNetwork: workspace.managedNetwork,
    },
  });
  addDatastore(world, { workspace: id, name: 'workspaceblobstore', account });
}

export function connection(group: string, workspace: string, endpoint: string): BodyObject {
  const id = sampleWorkspaceId(group, workspace);
  return {
    id: `${id}/privateEndpointConnections/${endpoint}`,
    name: endpoint,
    type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
    location: westEurope.name,
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: { id: sampleNetworkId(group, 'privateEndpoints', endpoint) },
      privateLinkServiceConnectionState: {
        status: 'Approved',
        description: 'Auto-approved',
        actionsRequired: 'None',
      },
    },
  };
}
