import type { ResourceId } from '../../core/network/model';
import { textAt } from '../json';
import { queryGraph } from '../resource-graph/query-graph';
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

const recordQuery =
  'networkresources | where type =~ "microsoft.network/effectivesecurityadminrules" | project id';

async function everyRecord(
  reading: Reading,
  subscriptionId: string,
): Promise<ReadonlySet<string> | 'not-told'> {
  const { rows, isWhole } = await queryGraph(reading, {
    subscriptions: [subscriptionId],
    query: recordQuery,
  });
  if (!isWhole) return 'not-told';
  return new Set(rows.map((row) => (textAt(row, 'id') ?? '').toLowerCase().split(rulesBelow)[0] ?? ''));
}
