import type { Cloud } from '../../../core/network/model';
import type { Value } from '../value';
import { toEvaluatedValue } from './json-value';

/**
 * Result of `environment()` in the public cloud:
 * learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-deployment#environment, July 2026.
 */
const publicCloud = {
  name: 'AzureCloud',
  gallery: 'https://gallery.azure.com/',
  graph: 'https://graph.windows.net/',
  portal: 'https://portal.azure.com',
  graphAudience: 'https://graph.windows.net/',
  activeDirectoryDataLake: 'https://datalake.azure.net/',
  batch: 'https://batch.core.windows.net/',
  media: 'https://rest.media.azure.net',
  sqlManagement: 'https://management.core.windows.net:8443/',
  vmImageAliasDoc:
    'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json',
  resourceManager: 'https://management.azure.com/',
  authentication: {
    loginEndpoint: 'https://login.microsoftonline.com/',
    audiences: ['https://management.core.windows.net/', 'https://management.azure.com/'],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  suffixes: {
    acrLoginServer: '.azurecr.io',
    azureDatalakeAnalyticsCatalogAndJob: 'azuredatalakeanalytics.net',
    azureDatalakeStoreFileSystem: 'azuredatalakestore.net',
    azureFrontDoorEndpointSuffix: 'azurefd.net',
    keyvaultDns: '.vault.azure.net',
    sqlServerHostname: '.database.windows.net',
    storage: 'core.windows.net',
  },
};

const government = {
  name: 'AzureUSGovernment',
  portal: 'https://portal.azure.us',
  resourceManager: 'https://management.usgovcloudapi.net',
  authentication: {
    loginEndpoint: 'https://login.microsoftonline.us/',
    audiences: ['https://management.core.usgovcloudapi.net', 'https://management.usgovcloudapi.net'],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  suffixes: {
    acrLoginServer: '.azurecr.us',
    keyvaultDns: '.vault.usgovcloudapi.net',
    sqlServerHostname: '.database.usgovcloudapi.net',
    storage: 'core.usgovcloudapi.net',
  },
};

const china = {
  name: 'AzureChinaCloud',
  portal: 'https://portal.azure.cn',
  resourceManager: 'https://management.chinacloudapi.cn',
  authentication: {
    loginEndpoint: 'https://login.chinacloudapi.cn/',
    audiences: ['https://management.core.chinacloudapi.cn', 'https://management.chinacloudapi.cn'],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  suffixes: {
    acrLoginServer: '.azurecr.cn',
    keyvaultDns: '.vault.azure.cn',
    sqlServerHostname: '.database.chinacloudapi.cn',
    storage: 'core.chinacloudapi.cn',
  },
};

const environments: Readonly<Record<Cloud, unknown>> = { public: publicCloud, usgov: government, china };

/** Returns the result of `environment()` in a cloud. */
export function environmentOf(cloud: Cloud): Value {
  return toEvaluatedValue(environments[cloud], 0);
}
