import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { textAt } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { resourcesApiVersion } from '../read-resource-groups';

const types = [
  'Microsoft.Storage/storageAccounts',
  'Microsoft.KeyVault/vaults',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.Insights/components',
];

/**
 * Reads a single list of all resources, without their contents (resources/resources/list, `$filter` on `resourceType`).
 */
export function readServiceIds(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly ResourceId[]> {
  const filter = types.map((type) => `resourceType eq '${type}'`).join(' or ');
  const base = urlOf(clients.endpoint, `/subscriptions/${subscriptionId}/resources`, resourcesApiVersion);
  const url = `${base}&$filter=${encodeURIComponent(filter)}`;
  return clients.within('list', stop, async (signal) => {
    const rows = await rawList(clients.rawNetwork(subscriptionId), url, signal);
    return rows.flatMap((row) => textAt(row, 'id') ?? []);
  });
}
