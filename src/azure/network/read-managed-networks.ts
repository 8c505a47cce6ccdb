import type { ResourceId } from '../../core/network/model';
import { isJsonObject, listAt, textAt, type JsonObject } from '../json';
import { everyPage } from '../pages';
import { sendRaw, urlOf } from '../raw-request';
import { toFailure } from '../to-failure';
import type { Reading } from './read-endpoint-addresses';

/** Networks with security admin rules in effect, their ids in lower case; `not-told` where the record could not be read. */
export type ManagedNetworks = ReadonlySet<string> | 'not-told';

const rulesBelow = '/providers/microsoft.network/effectivesecurityadminrules/';

/**
 * Azure keeps a record of admin rules in effect below each network that has some, in Resource Graph (Query your Azure
 * Virtual Network Manager using Azure Resource Graph, 2023-11-02). So one question tells of all networks of a
 * subscription whether a manager rules over them, and who may read the network may ask it. Of the rules themselves the
 * record has only where they stand, mostly in a subscription of the manager's.
 */
export async function readManagedNetworks(
  reading: Reading,
  subscriptionId: string,
): Promise<ManagedNetworks> {
  try {
    return await everyRecord(reading, subscriptionId);
  } catch (error) {
    if (toFailure(error).code === 'cancelled') throw error;
    return 'not-told';
  }
}

export function isRuled(networks: ReadonlySet<string>, id: ResourceId): boolean {
  return networks.has(id.toLowerCase());
}

async function everyRecord(
  { clients, signal }: Reading,
  subscriptionId: string,
): Promise<ReadonlySet<string> | 'not-told'> {
  const url = urlOf(clients.endpoint, '/providers/Microsoft.ResourceGraph/resources', '2022-10-01');
  const sender = clients.rawNetwork(subscriptionId);
  let cutShort = 0;
  const ids = await everyPage(async (next) => {
    const body: JsonObject = {
      subscriptions: [subscriptionId],
      query: 'networkresources | where type =~ "microsoft.network/effectivesecurityadminrules" | project id',
      options: { $top: 1000, ...(next === undefined ? {} : { $skipToken: next }) },
    };
    const { body: page, response } = await sendRaw(sender, { url, method: 'POST', body, signal });
    const skipToken = textAt(page, '$skipToken');
    if (skipToken === undefined && textAt(page, 'resultTruncated') === 'true') cutShort += 1;
    return {
      items: listAt(page, 'data').flatMap((one) => (isJsonObject(one) ? [textAt(one, 'id') ?? ''] : [])),
      next: skipToken,
      size: response.bodyAsText?.length ?? 0,
    };
  });
  if (cutShort > 0) return 'not-told';
  return new Set(ids.map((id) => id.toLowerCase().split(rulesBelow)[0] ?? ''));
}
