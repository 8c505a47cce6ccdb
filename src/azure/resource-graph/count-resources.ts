import { groupBy } from '../../core/group-by';
import { segmentOf } from '../../core/network/find';
import type { Clients } from '../clients';
import { textAt } from '../json';
import type { ResourceCounts, SubscriptionSummary } from '../ports';
import { toFailure } from '../to-failure';
import { queryGraph } from './query-graph';

const workspaceType = 'microsoft.machinelearningservices/workspaces';
const networkType = 'microsoft.network/virtualnetworks';

const countQuery = `resources | where type in~ ("${workspaceType}", "${networkType}") | project id, type | order by id asc`;

/**
 * Counts the workspaces and networks that the account can read in each subscription. It sends a query for each tenant
 * instead of reading lists of each subscription. Resource Graph doesn't distinguish a subscription without any from one
 * that can't be read.
 * @returns counts by lowercase ID, without subscriptions for which the result was incomplete or unreadable
 */
export async function countResources(
  clients: Clients,
  subscriptions: readonly SubscriptionSummary[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, ResourceCounts>> {
  const tenants = [...groupBy(subscriptions, ({ tenantId }) => tenantId).values()];
  const counted = await Promise.all(tenants.flatMap(inParts).map((all) => countIn(clients, all, stop)));
  return new Map(counted.flatMap((one) => [...one]));
}

/** A query accepts up to 1,000 subscriptions (Resource Graph, troubleshoot errors, 2026-11-30). */
const mostSubscriptions = 1000;

function inParts(all: readonly SubscriptionSummary[]): readonly (readonly SubscriptionSummary[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / mostSubscriptions) }, (_, at) => at);
  return starts.map((at) => all.slice(at * mostSubscriptions, (at + 1) * mostSubscriptions));
}

async function countIn(
  clients: Clients,
  all: readonly SubscriptionSummary[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, ResourceCounts>> {
  const subscriptions = all.map(({ id }) => id);
  try {
    const { rows, isWhole } = await clients.within('list', stop, (signal) =>
      queryGraph({ clients, signal }, { subscriptions, query: countQuery }),
    );
    if (!isWhole) return new Map();
    const found = rows.map((row) => ({
      subscription: (segmentOf(textAt(row, 'id') ?? '', 'subscriptions') ?? '').toLowerCase(),
      type: (textAt(row, 'type') ?? '').toLowerCase(),
    }));
    const count = (id: string, type: string): number =>
      found.filter((one) => one.type === type && one.subscription === id.toLowerCase()).length;
    return new Map(
      subscriptions.map((id) => [
        id.toLowerCase(),
        { workspaces: count(id, workspaceType), networks: count(id, networkType) },
      ]),
    );
  } catch (error) {
    if (toFailure(error).code === 'cancelled') throw error;
    // An account that can't query still has the lists of each subscription, which report the reason.
    return new Map();
  }
}
