import { valueOr } from '../../core/known';
import type { NetworkModel } from '../../core/network/model';
import type { Clients } from '../clients';
import type { JsonObject } from '../json';
import { rawPages } from '../raw-bodies';
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
    const readable = (name: string, read: () => Promise<readonly JsonObject[]>) =>
      orUnknown(read, { name, scope: subscriptionId });
    const [virtualNetworks, securityGroups, routeTables, natGateways, privateEndpoints] = await Promise.all([
      rawPages(signal, (options) => client.virtualNetworks.listAll(options)),
      readable('security groups', () =>
        rawPages(signal, (options) => client.networkSecurityGroups.listAll(options)),
      ),
      readable('route tables', () => rawPages(signal, (options) => client.routeTables.listAll(options))),
      readable('NAT gateways', () => rawPages(signal, (options) => client.natGateways.listAll(options))),
      readable('private endpoints', () =>
        rawPages(signal, (options) => client.privateEndpoints.listBySubscription(options)),
      ),
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
