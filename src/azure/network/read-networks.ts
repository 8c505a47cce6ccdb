import { valueOr, type Known } from '../../core/known';
import type { NetworkModel } from '../../core/network/model';
import type { Clients } from '../clients';
import type { JsonObject } from '../json';
import { rawPages, type RawOptions } from '../raw-bodies';
import { orUnknown } from './or-unknown';
import { toModel } from './to-model';

/** All networks of a subscription: five lists in parallel, page by page, never a call a row. */
export async function readNetworks(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<NetworkModel> {
  const client = clients.network(subscriptionId);
  return clients.within('list', stop, async (signal) => {
    const allowed = listsAllowed(signal, subscriptionId);
    const [virtualNetworks, securityGroups, routeTables, natGateways, privateEndpoints] = await Promise.all([
      rawPages(signal, (options) => client.virtualNetworks.listAll(options)),
      allowed('networkSecurityGroups', (options) => client.networkSecurityGroups.listAll(options)),
      allowed('routeTables', (options) => client.routeTables.listAll(options)),
      allowed('natGateways', (options) => client.natGateways.listAll(options)),
      allowed('privateEndpoints', (options) => client.privateEndpoints.listBySubscription(options)),
    ]);
    return toModel(clients.cloud, {
      virtualNetworks,
      securityGroups: valueOr(securityGroups, []),
      routeTables: valueOr(routeTables, []),
      natGateways: valueOr(natGateways, []),
      privateEndpoints,
    });
  });
}

/** Reads lists that one may be forbidden to read; they go by Azure's own word, which needs no language. */
function listsAllowed(signal: AbortSignal, subscriptionId: string) {
  return (
    type: string,
    list: (options: RawOptions) => AsyncIterable<unknown>,
  ): Promise<Known<readonly JsonObject[]>> =>
    orUnknown(() => rawPages(signal, list), { name: type, scope: subscriptionId });
}
