import { createClients, type AzureOptions, type Clients } from './clients';
import { textAt } from './json';
import { azureComputes } from './learning/computes';
import { readCoreQuotas, readVmSizes } from './learning/read-sizes';
import { readWorkspace, readWorkspaces } from './learning/read-workspaces';
import { applySteps } from './network/apply-steps';
import { readNetworks } from './network/read-networks';
import { readServiceTags } from './network/read-service-tags';
import { refreshSubnet } from './network/refresh-subnet';
import type { Azure, AzureReader } from './ports';
import { rawPages } from './raw-bodies';

export type { AzureOptions };

/** Azure through the official clients: what is read, what is changed, what is created. */
export function connectAzure(options: AzureOptions): Azure {
  const clients = createClients(options);
  return {
    read: azureReader(clients),
    computes: azureComputes(clients),
    change: {
      apply: (...[model, steps, describe, stop]) => applySteps(clients, { model, steps, describe }, stop),
    },
  };
}

function azureReader(clients: Clients): AzureReader {
  return {
    subscriptions: (stop) => readSubscriptions(clients, stop),
    resourceGroups: (subscriptionId, stop) => readResourceGroups(clients, subscriptionId, stop),
    workspaces: (subscriptionId, stop) => readWorkspaces(clients, subscriptionId, stop),
    workspace: (id, stop) => readWorkspace(clients, id, stop),
    networks: (subscriptionId, stop) => readNetworks(clients, subscriptionId, stop),
    refreshSubnet: (model, subnetId, stop) => refreshSubnet(clients, { model, subnetId }, stop),
    serviceTags: (subscriptionId, location, stop) =>
      readServiceTags(clients, { subscriptionId, location }, stop),
    vmSizes: (subscriptionId, location, stop) => readVmSizes(clients, { subscriptionId, location }, stop),
    coreQuotas: (subscriptionId, location, stop) =>
      readCoreQuotas(clients, { subscriptionId, location }, stop),
  };
}

async function readSubscriptions(
  clients: Clients,
  stop: AbortSignal,
): ReturnType<AzureReader['subscriptions']> {
  const rows = await clients.within('list', stop, (signal) =>
    rawPages(signal, (options) => clients.subscriptions().subscriptions.list(options)),
  );
  return rows.flatMap((row) => {
    const id = textAt(row, 'subscriptionId');
    if (id === undefined) return [];
    return [{ id, name: textAt(row, 'displayName') ?? id, tenantId: textAt(row, 'tenantId') ?? '' }];
  });
}

async function readResourceGroups(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly string[]> {
  const rows = await clients.within('list', stop, (signal) =>
    rawPages(signal, (options) => clients.resources(subscriptionId).resourceGroups.list(options)),
  );
  return rows.flatMap((row) => textAt(row, 'name') ?? []);
}
