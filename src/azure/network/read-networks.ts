import { valueOr, type Known } from '../../core/known';
import type { NetworkModel } from '../../core/network/model';
import type { Clients } from '../clients';
import type { JsonObject } from '../json';
import { networkReadApiVersion } from './network-api-versions';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { orUnknown } from './or-unknown';
import { beforeAdminRules } from './read-admin-rules';
import { readManagedNetworks } from './read-managed-networks';
import { toModel } from './to-model';

/**
 * Reads all networks of a subscription: five lists in parallel, page by page, and which networks a network manager
 * manages. It never sends a request per row.
 */
export async function readNetworks(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<NetworkModel> {
  return clients.within('list', stop, async (signal) => {
    const list = (type: string): Promise<readonly JsonObject[]> =>
      rawList(
        clients.rawNetwork(subscriptionId),
        urlOf(clients.endpoint, listId(subscriptionId, type), networkReadApiVersion),
        signal,
      );
    // Name a list that can't be read by Azure's type name, which doesn't need translation.
    const allowed = (type: string): Promise<Known<readonly JsonObject[]>> =>
      orUnknown(() => list(type), { name: type, scope: subscriptionId });
    const [virtualNetworks, securityGroups, routeTables, natGateways, privateEndpoints, ruled] =
      await Promise.all([
        list('virtualNetworks'),
        allowed('networkSecurityGroups'),
        allowed('routeTables'),
        allowed('natGateways'),
        allowed('privateEndpoints'),
        readManagedNetworks({ clients, signal }, subscriptionId),
      ]);
    const model = toModel(clients.cloud, {
      virtualNetworks,
      securityGroups: valueOr(securityGroups, []),
      routeTables: valueOr(routeTables, []),
      natGateways: valueOr(natGateways, []),
      privateEndpoints,
    });
    const listed = model.virtualNetworks.map((one) => beforeAdminRules(one, ruled));
    return { ...model, virtualNetworks: listed };
  });
}

function listId(subscriptionId: string, type: string): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Network/${type}`;
}
