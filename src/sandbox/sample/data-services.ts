import type { BodyObject } from '../body-json';
import type { World } from '../settings';
import { researchSubscription, westEurope } from './names';

interface SampleData {
  /** Short name in the names of the three services. */
  readonly short: string;
  readonly publicAccess: boolean;
}

const createdOn = '2024-03-11T09:18:02.0000000Z';

/**
 * Adds the services with a workspace's data, without public access if the workspace has none; `inside` ends in
 * `/providers`.
 */
export function addDataServices(world: World, inside: string, { short, publicAccess }: SampleData): void {
  const publicNetworkAccess = publicAccess ? 'Enabled' : 'Disabled';
  const defaultAction = publicAccess ? 'Allow' : 'Deny';
  const rules = { bypass: 'AzureServices', defaultAction, ipRules: [], virtualNetworkRules: [] };
  const common = { publicNetworkAccess, privateEndpointConnections: [] };
  const location = westEurope.name;
  world.store.put({
    id: `${inside}/Microsoft.Storage/storageAccounts/st${short}`,
    location,
    top: { kind: 'StorageV2', sku: { name: 'Standard_LRS', tier: 'Standard' }, tags: {} },
    properties: { ...common, ...storageProperties(`st${short}`), networkAcls: rules },
  });
  world.store.put({
    id: `${inside}/Microsoft.KeyVault/vaults/kv-${short}`,
    location,
    top: { tags: {} },
    properties: { ...common, ...vaultProperties(`kv-${short}`), networkAcls: rules },
  });
  world.store.put({
    id: `${inside}/Microsoft.ContainerRegistry/registries/cr${short}`,
    location,
    top: { sku: { name: 'Premium', tier: 'Premium' }, tags: {} },
    properties: {
      ...common,
      ...registryProperties(`cr${short}`),
      networkRuleSet: { defaultAction, ipRules: [] },
    },
  });
}

/** Adds a datastore of a workspace: a container of an account (API version 2024-10-01). */
export function addDatastore(
  world: World,
  { workspace, name, account }: Readonly<Record<'workspace' | 'name' | 'account', string>>,
): void {
  const [, , subscriptionId = '', , resourceGroup = ''] = account.split('/');
  world.store.put({
    id: `${workspace}/datastores/${name}`,
    properties: {
      datastoreType: 'AzureBlob',
      accountName: account.slice(account.lastIndexOf('/') + 1),
      containerName: name,
      endpoint: 'core.windows.net',
      protocol: 'https',
      credentials: { credentialsType: 'AccountKey' },
      isDefault: name === 'workspaceblobstore',
      subscriptionId,
      resourceGroup,
    },
  });
}

function storageProperties(name: string): BodyObject {
  const services = ['blob', 'dfs', 'file', 'queue', 'table'];
  const endpoints = services.map((service) => [service, `https://${name}.${service}.core.windows.net/`]);
  const encrypted = { keyType: 'Account', enabled: true, lastEnabledTime: createdOn };
  return {
    supportsHttpsTrafficOnly: true,
    minimumTlsVersion: 'TLS1_2',
    allowBlobPublicAccess: false,
    accessTier: 'Hot',
    creationTime: createdOn,
    keyCreationTime: { key1: createdOn, key2: createdOn },
    encryption: { keySource: 'Microsoft.Storage', services: { blob: encrypted, file: encrypted } },
    primaryEndpoints: Object.fromEntries(endpoints),
    primaryLocation: westEurope.name,
    statusOfPrimary: 'available',
  };
}

function vaultProperties(name: string): BodyObject {
  return {
    tenantId: researchSubscription.tenantId,
    sku: { family: 'A', name: 'standard' },
    accessPolicies: [],
    enabledForDeployment: false,
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    vaultUri: `https://${name}.vault.azure.net/`,
  };
}

function registryProperties(name: string): BodyObject {
  return {
    loginServer: `${name}.azurecr.io`,
    creationDate: createdOn,
    adminUserEnabled: false,
    dataEndpointEnabled: false,
    dataEndpointHostNames: [],
    encryption: { status: 'disabled' },
    networkRuleBypassOptions: 'AzureServices',
    policies: {
      quarantinePolicy: { status: 'disabled' },
      trustPolicy: { type: 'Notary', status: 'disabled' },
      retentionPolicy: { days: 7, lastUpdatedTime: createdOn, status: 'disabled' },
    },
    zoneRedundancy: 'Disabled',
  };
}
