import type { AttachTarget } from '../../core/attach-target';
import type { AttachedKind } from '../../core/compute-kinds';
import type { Clients } from '../clients';
import { networkReadApiVersion } from '../network/network-api-versions';
import type { JsonObject } from '../json';
import { orUnknown } from '../network/or-unknown';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { toDatabricks } from './to-databricks';
import { toHdInsight } from './to-hdinsight';
import { toVirtualMachine } from './to-virtual-machine';

type List = (type: string, apiVersion: string) => Promise<readonly JsonObject[]>;

/**
 * Reader of each kind, by its list operation in stable versions of azure-rest-api-specs. Later versions return the same
 * members.
 */
const readers: Readonly<
  Record<AttachedKind, (list: List, subscriptionId: string) => Promise<readonly AttachTarget[]>>
> = {
  databricks: async (list) => (await list('Microsoft.Databricks/workspaces', '2024-05-01')).map(toDatabricks),
  'virtual-machine': readVirtualMachines,
  hdinsight: async (list) => (await list('Microsoft.HDInsight/clusters', '2021-06-01')).map(toHdInsight),
};

/** Reads the resources of one kind in a subscription that can be attached, page by page, over an existing client. */
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

/**
 * Virtual machines reference their network interfaces, and network interfaces reference public IP addresses. So it
 * reads three lists and never sends a request per machine.
 */
async function readVirtualMachines(list: List, scope: string): Promise<readonly AttachTarget[]> {
  const network = (type: string) =>
    orUnknown(() => list(`Microsoft.Network/${type}`, networkReadApiVersion), { name: type, scope });
  const [machines, interfaces, addresses] = await Promise.all([
    list('Microsoft.Compute/virtualMachines', '2024-07-01'),
    network('networkInterfaces'),
    network('publicIPAddresses'),
  ]);
  return machines.map((one) => toVirtualMachine(one, { interfaces, addresses }));
}
