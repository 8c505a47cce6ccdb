import type { Clients } from './clients';
import { textAt } from './json';
import type { ResourceGroupSummary } from './ports';
import { rawList } from './raw-list';
import { urlOf } from './raw-request';

/** The version of `Microsoft.Resources` whose list is documented (resources/resource-groups/list, read 2026-11-29). */
export const resourcesApiVersion = '2021-04-01';

/** Reads the resource groups of a subscription, page by page, over an existing client. */
export function readResourceGroups(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly ResourceGroupSummary[]> {
  const url = urlOf(clients.endpoint, `/subscriptions/${subscriptionId}/resourceGroups`, resourcesApiVersion);
  return clients.within('list', stop, async (signal) => {
    const rows = await rawList(clients.rawNetwork(subscriptionId), url, signal);
    return rows.flatMap((row) => {
      const name = textAt(row, 'name');
      const location = (textAt(row, 'location') ?? '').toLowerCase().replaceAll(' ', '');
      return name === undefined ? [] : [{ name, location }];
    });
  });
}
