import type { BodyJson, BodyObject } from '../../../src/sandbox/body-json';
import type { Reply } from '../../../src/sandbox/responses';

/** Returns the first request that clients send to an unknown cloud: the sign-in endpoint and the audience. */
export function metadataEndpoints(origin: string, apiVersion: string): Reply {
  // Azure Stack's form, which `az cloud register` reads.
  if (apiVersion < '2018') return { status: 200, body: { ...clientsOf(origin), ...authentication(origin) } };
  const cloud = { ...cloudOf(origin), ...authentication(origin) };
  const body: BodyJson = apiVersion < '2022' ? [cloud] : cloud;
  return { status: 200, body };
}

function clientsOf(origin: string): BodyObject {
  return { galleryEndpoint: origin, graphEndpoint: origin, portalEndpoint: origin };
}

/** For an endpoint that ends in `adfs`, clients request tokens without reading Microsoft's own list of clouds first. */
function authentication(origin: string): BodyObject {
  const loginEndpoint = `${origin}/adfs`;
  return { authentication: { loginEndpoint, audiences: [origin], tenant: 'adfs', identityProvider: 'ADFS' } };
}

function cloudOf(origin: string): BodyObject {
  return {
    name: 'EmbeddedAzure',
    resourceManager: origin,
    portal: origin,
    gallery: origin,
    graph: origin,
    graphAudience: origin,
    microsoftGraphResourceId: origin,
    batch: origin,
    media: origin,
    sqlManagement: origin,
    vmImageAliasDoc: origin,
    activeDirectoryDataLake: origin,
    appInsightsResourceId: origin,
    logAnalyticsResourceId: origin,
    ossrdbmsResourceId: origin,
    synapseAnalyticsResourceId: origin,
    attestationResourceId: origin,
    appInsightsTelemetryChannelResourceId: origin,
    suffixes,
  };
}

/** Host names in a domain that is reserved for examples, which don't resolve. */
const suffixes: BodyObject = {
  storage: 'storage.example',
  storageSyncEndpointSuffix: 'afs.example',
  keyVaultDns: 'vault.example',
  mhsmDns: 'managedhsm.example',
  sqlServerHostname: 'database.example',
  mysqlServerEndpoint: 'mysql.example',
  mariadbServerEndpoint: 'mariadb.example',
  postgresqlServerEndpoint: 'postgres.example',
  azureDataLakeStoreFileSystem: 'datalakestore.example',
  azureDataLakeAnalyticsCatalogAndJob: 'datalakeanalytics.example',
  synapseAnalytics: 'synapse.example',
  acrLoginServer: 'registry.example',
  attestationEndpoint: 'attest.example',
};
