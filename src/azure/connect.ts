import { readAttachTargets } from './attached/read-attach-targets';
import { createClients, type AzureOptions, type Clients } from './clients';
import { sdkSenders } from './clients/sdk-senders';
import { readGovernance } from './governance/read-governance';
import { readLocksOf } from './governance/read-locks';
import { createComputeApi } from './learning/compute-api';
import { readDiagnosis, readHosts } from './learning/read-diagnosis';
import { readIdentities } from './read-identities';
import { readLastChange } from './read-last-change';
import { readResourceGroups } from './read-resource-groups';
import { readCoreQuotas, readVmSizes } from './learning/read-sizes';
import { readWorkspace, readWorkspaces } from './learning/read-workspaces';
import { followManagedNetwork, setUpManagedNetwork } from './learning/set-up-managed-network';
import { applyChanges } from './network/apply-changes';
import { readEvidence } from './network/read-evidence';
import { readNetworks } from './network/read-networks';
import { readServiceTags } from './network/read-service-tags';
import { refreshEndpoint } from './network/refresh-endpoint';
import { refreshSecurityGroup } from './network/refresh-security-group';
import { refreshSubnet } from './network/refresh-subnet';
import type { Azure, AzureReader } from './ports';
import { listResources } from './resource-graph/list-resources';
import { readServiceIds } from './services/read-service-ids';
import { readNamedServices, readServices } from './services/read-services';

export type { AzureOptions };

/** Connects to Azure through the pipeline of the Azure SDK for JavaScript, to read, change, and create resources. */
export function connectAzure(options: AzureOptions): Azure {
  const clients = createClients(options, sdkSenders);
  return {
    read: azureReader(clients),
    computes: createComputeApi(clients),
    change: {
      setUpManagedNetwork: (workspaceId, onAccepted, stop) =>
        setUpManagedNetwork({ clients, workspaceId, onAccepted }, stop),
      followManagedNetwork: (workspaceId, stop) => followManagedNetwork(clients, workspaceId, stop),
      apply: (change, onEvent, stop) => applyChanges(clients, change, { onEvent, stop }),
    },
  };
}

function azureReader(clients: Clients): AzureReader {
  return {
    subscriptions: (stop) =>
      clients.within('list', stop, async (signal) => (await clients.directory.read(signal)).subscriptions),
    tenants: (stop) =>
      clients.within('list', stop, async (signal) => (await clients.directory.latest(signal)).tenants),
    listed: (subscriptions, stop) => listResources(clients, subscriptions, stop),
    workspaces: (subscriptionId, stop) => readWorkspaces(clients, subscriptionId, stop),
    workspace: (id, stop) => readWorkspace(clients, id, stop),
    networks: (subscriptionId, stop) => readNetworks(clients, subscriptionId, stop),
    refreshSubnet: (model, subnetId, stop) => refreshSubnet(clients, { model, subnetId }, stop),
    refreshSecurityGroup: (model, groupId, stop) => refreshSecurityGroup(clients, { model, groupId }, stop),
    refreshEndpoint: (model, endpointId, stop) => refreshEndpoint(clients, { model, endpointId }, stop),
    serviceTags: (subscriptionId, location, stop) =>
      readServiceTags(clients, { subscriptionId, location }, stop),
    vmSizes: (subscriptionId, location, stop) => readVmSizes(clients, { subscriptionId, location }, stop),
    identities: (subscriptionId, stop) => readIdentities(clients, subscriptionId, stop),
    resourceGroups: (subscriptionId, stop) => readResourceGroups(clients, subscriptionId, stop),
    attachTargets: (subscriptionId, kind, stop) => readAttachTargets(clients, { subscriptionId, kind }, stop),
    coreQuotas: (subscriptionId, location, stop) =>
      readCoreQuotas(clients, { subscriptionId, location }, stop),
    governance: (place, stop) => readGovernance(clients, place, stop),
    services: (place, stop) => readServices(clients, place, stop),
    serviceIds: (subscriptionId, stop) => readServiceIds(clients, subscriptionId, stop),
    namedServices: (place, stop) => readNamedServices(clients, place, stop),
    diagnosis: (workspaceId, stop) => readDiagnosis(clients, workspaceId, stop),
    hosts: (workspaceId, stop) => readHosts(clients, workspaceId, stop),
    evidence: (place, stop) => readEvidence(clients, place, stop),
    locks: (subscriptionId, stop) => readLocksOf(clients, subscriptionId, stop),
    lastChange: (place, stop) => readLastChange(clients, place, stop),
  };
}
