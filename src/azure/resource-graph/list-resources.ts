import { groupBy } from '../../core/group-by';
import type { Clients } from '../clients';
import type { ListedResources, SubscriptionSummary } from '../ports';
import { toFailure } from '../to-failure';
import { queryGraph } from './query-graph';
import { listQuery, toListedResources } from './to-listed-resources';

/**
 * Lists the workspaces and networks that the account can read in each subscription. It sends a query for each tenant
 * instead of reading lists of each subscription. Resource Graph doesn't distinguish a subscription without any from one
 * that can't be read.
 * @returns resources by lowercase ID, without subscriptions for which the result was incomplete or unreadable
 */
export async function listResources(
  clients: Clients,
  subscriptions: readonly SubscriptionSummary[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, ListedResources>> {
  const tenants = [...groupBy(subscriptions, ({ tenantId }) => tenantId).values()];
  const listed = await Promise.all(tenants.flatMap(inParts).map((all) => listIn(clients, all, stop)));
  return new Map(listed.flatMap((one) => [...one]));
}

/** A query accepts up to 1,000 subscriptions (Resource Graph, troubleshoot errors, 2026-11-30). */
const mostSubscriptions = 1000;

function inParts(all: readonly SubscriptionSummary[]): readonly (readonly SubscriptionSummary[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / mostSubscriptions) }, (_, at) => at);
  return starts.map((at) => all.slice(at * mostSubscriptions, (at + 1) * mostSubscriptions));
}

async function listIn(
  clients: Clients,
  all: readonly SubscriptionSummary[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, ListedResources>> {
  const subscriptions = all.map(({ id }) => id);
  try {
    const { rows, isWhole } = await clients.within('list', stop, (signal) =>
      queryGraph({ clients, signal }, { subscriptions, query: listQuery }),
    );
    return isWhole ? toListedResources(rows, subscriptions) : new Map();
  } catch (error) {
    if (toFailure(error).code === 'cancelled') throw error;
    // An account that can't query still has the lists of each subscription, which report the reason.
    return new Map();
  }
}
