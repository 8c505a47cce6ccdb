import type { Json, JsonObject } from '../json';
import type { World } from '../settings';
import { guidOf } from '../store';
import { placeDataServices, placeDatastore, type SampleData } from './data-services';
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
  readonly data?: NonNullable<SampleData['change']>;
  readonly connections: readonly Json[];
  readonly managedNetwork: JsonObject;
  readonly kind?: 'Hub' | 'Project' | 'FeatureStore';
  /** Of a project. */
  readonly hub?: string;
}

export const ownNetworks: JsonObject = { isolationMode: 'Disabled' };

export function placeWorkspaces(world: World): void {
  placeWorkspace(world, {
    group: 'rg-ml-prod',
    name: 'mlw-fraud-prod',
    title: 'Fraud detection',
    short: 'fraudprod',
    publicAccess: false,
    openData: true,
    connections: [connection('rg-ml-prod', 'mlw-fraud-prod', 'pe-mlw-fraud-prod')],
    managedNetwork: ownNetworks,
  });
  placeWorkspace(world, {
    group: 'rg-ml-risk',
    name: 'mlw-risk-prod',
    title: 'Credit risk',
    short: 'riskprod',
    publicAccess: false,
    connections: [],
    managedNetwork: approvedOnly(),
  });
  placeWorkspace(world, {
    group: 'rg-ml-dev',
    name: 'mlw-risk-dev',
    title: 'Credit risk, development',
    short: 'riskdev',
    publicAccess: true,
    connections: [],
    managedNetwork: ownNetworks,
  });
  placeOtherKinds(world);
}

/** A hub, a project of it and a feature store: of these only the hub holds computes. */
function placeOtherKinds(world: World): void {
  const group = 'rg-ml-ai';
  const common = { group, publicAccess: true, connections: [], managedNetwork: ownNetworks };
  placeWorkspace(world, {
    ...common,
    name: 'hub-claims-ai',
    title: 'Claims',
    short: 'claimsai',
    managedNetwork: {
      isolationMode: 'AllowInternetOutbound',
      status: { status: 'Inactive', sparkReady: false },
    },
    kind: 'Hub',
  });
  placeWorkspace(world, {
    ...common,
    name: 'prj-claims-letters',
    title: 'Claims, letters',
    short: 'claimsai',
    kind: 'Project',
    hub: 'hub-claims-ai',
  });
  placeWorkspace(world, {
    ...common,
    name: 'fs-fraud',
    title: 'Fraud features',
    short: 'fsfraud',
    kind: 'FeatureStore',
  });
}

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
    ...(workspace.data ? { change: workspace.data } : {}),
  });
  world.store.put({
    id,
    location: westEurope.name,
    top: {
      tags: {},
      kind: workspace.kind ?? 'Default',
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
      ...(workspace.hub === undefined ? {} : { hubResourceId: workspaceId(workspace.group, workspace.hub) }),
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

function approvedOnly(): JsonObject {
  const inside = `${inGroup('rg-ml-risk')}/providers`;
  const storage = `${inside}/Microsoft.Storage/storageAccounts/striskprod`;
  const registry = `${inside}/Microsoft.ContainerRegistry/registries/crriskprod`;
  return {
    isolationMode: 'AllowOnlyApprovedOutbound',
    networkId: guidOf('managed network of mlw-risk-prod'),
    outboundRules: {
      'storage-blob': endpointRule(storage, 'blob'),
      'storage-file': endpointRule(storage, 'file'),
      registry: endpointRule(registry, 'registry'),
      pypi: { type: 'FQDN', destination: 'pypi.org', status: 'Active', category: 'UserDefined' },
    },
    status: { status: 'Active', sparkReady: false },
  };
}

function endpointRule(serviceResourceId: string, subresourceTarget: string): JsonObject {
  const destination = { serviceResourceId, subresourceTarget, sparkEnabled: false, sparkStatus: 'Inactive' };
  return { type: 'PrivateEndpoint', destination, status: 'Active', category: 'Required' };
}
