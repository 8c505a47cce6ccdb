import type { AttachTarget } from '../../core/attach-target';
import type { AttachedKind } from '../../core/compute-kinds';
import type { Clients } from '../clients';
import { networkReadApiVersion } from '../clients/network-client';
import type { JsonObject } from '../json';
import { orUnknown } from '../network/or-unknown';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { toDatabricks } from './to-databricks';
import { toHdInsight } from './to-hdinsight';
import { toVirtualMachine } from './to-virtual-machine';

type List = (type: string, apiVersion: string) => Promise<readonly JsonObject[]>;

/** How each kind is listed, in stable versions of azure-rest-api-specs; what is read is the same in later ones. */
const readers: Readonly<
  Record<AttachedKind, (list: List, subscriptionId: string) => Promise<readonly AttachTarget[]>>
> = {
  databricks: async (list) => (await list('Microsoft.Databricks/workspaces', '2024-05-01')).map(toDatabricks),
  'virtual-machine': readVirtualMachines,
  hdinsight: async (list) => (await list('Microsoft.HDInsight/clusters', '2021-06-01')).map(toHdInsight),
};

/** What a subscription has of one kind that could be attached, page by page, over a client that is there already. */
export function readAttachTargets(
  clients: Clients,
  { subscriptionId, kind }: { readonly subscriptionId: string; readonly kind: AttachedKind },
  stop: AbortSignal,
): Promise<readonly AttachTarget[]> {
  return clients.within('list', stop, (signal) => {
    const list: List = (type, apiVersion) =>
      rawList(
        clients.learning(subscriptionId),
        urlOf(clients.endpoint, `/subscriptions/${subscriptionId}/providers/${type}`, apiVersion),
        signal,
      );
    return readers[kind](list, subscriptionId);
  });
}

/** Machines point at their network interfaces, and cards at their public addresses: three lists, never a call a row. */
async function readVirtualMachines(list: List, scope: string): Promise<readonly AttachTarget[]> {
  const network = (type: string) =>
    orUnknown(() => list(`Microsoft.Network/${type}`, networkReadApiVersion), { name: type, scope });
  const [machines, cards, addresses] = await Promise.all([
    list('Microsoft.Compute/virtualMachines', '2024-07-01'),
    network('networkInterfaces'),
    network('publicIPAddresses'),
  ]);
  return machines.map((one) => toVirtualMachine(one, { cards, addresses }));
}
