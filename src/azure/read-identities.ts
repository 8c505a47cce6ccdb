import type { Clients } from './clients';
import { textAt } from './json';
import type { IdentitySummary } from './ports';
import { rawList } from './raw-list';
import { urlOf } from './raw-request';
import { resourceParts } from './resource-parts';

/** The newest stable version of `Microsoft.ManagedIdentity` whose list is known (azure-rest-api-specs). */
const identityApiVersion = '2023-01-31';
const provider = 'providers/Microsoft.ManagedIdentity/userAssignedIdentities';

/** Reads the user-assigned identities of a subscription, page by page, over an existing client. */
export function readIdentities(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly IdentitySummary[]> {
  const url = urlOf(clients.endpoint, `/subscriptions/${subscriptionId}/${provider}`, identityApiVersion);
  return clients.within('list', stop, async (signal) => {
    const rows = await rawList(clients.learning(subscriptionId), url, signal);
    return rows.flatMap((row) => {
      const id = textAt(row, 'id');
      const name = textAt(row, 'name');
      if (id === undefined || name === undefined) return [];
      const location = (textAt(row, 'location') ?? '').toLowerCase().replaceAll(' ', '');
      return [{ id, name, resourceGroup: resourceParts(id).resourceGroup, location }];
    });
  });
}
