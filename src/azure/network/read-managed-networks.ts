import type { ResourceId } from '../../core/network/model';
import { textAt } from '../json';
import { queryGraph } from '../resource-graph/query-graph';
import { toFailure } from '../to-failure';
import type { Reading } from './read-endpoint-addresses';

/** Networks with security admin rules in effect, as lowercase IDs; `not-reported` if the record couldn't be read. */
export type ManagedNetworks = ReadonlySet<string> | 'not-reported';

const rulesBelow = '/providers/microsoft.network/effectivesecurityadminrules/';

/**
 * Reads which networks of a subscription have security admin rules. Azure Resource Graph has a record of the rules in
 * effect below each such network (Query your Azure Virtual Network Manager using Azure Resource Graph, 2023-11-02). So
 * a single query covers all networks of a subscription, and read permission for the network is enough. The record
 * doesn't contain the rules, only their location, mostly a subscription of the manager.
 */
export async function readManagedNetworks(
  reading: Reading,
  subscriptionId: string,
): Promise<ManagedNetworks> {
  try {
    return await everyRecord(reading, subscriptionId);
  } catch (error) {
    if (toFailure(error).code === 'cancelled') throw error;
    return 'not-reported';
  }
}

export function hasAdminRuleRecord(networks: ReadonlySet<string>, id: ResourceId): boolean {
  return networks.has(id.toLowerCase());
}

const recordQuery =
  'networkresources | where type =~ "microsoft.network/effectivesecurityadminrules" | project id';

async function everyRecord(
  reading: Reading,
  subscriptionId: string,
): Promise<ReadonlySet<string> | 'not-reported'> {
  const { rows, isWhole } = await queryGraph(reading, {
    subscriptions: [subscriptionId],
    query: recordQuery,
  });
  if (!isWhole) return 'not-reported';
  return new Set(rows.map((row) => (textAt(row, 'id') ?? '').toLowerCase().split(rulesBelow)[0] ?? ''));
}
