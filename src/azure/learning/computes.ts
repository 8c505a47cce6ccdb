import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { withDeadline } from '../deadline';
import { AzureFailure } from '../failure';
import type { AzureComputes, ComputeState } from '../ports';
import { rawBody, rawPages } from '../raw-bodies';
import { partsOf } from '../resource-parts';
import { createCompute } from './create-compute';
import { toCompute } from './to-compute';

/** Computes of workspaces, over the official client. */
export function azureComputes(clients: Clients): AzureComputes {
  const get = (workspaceId: ResourceId, name: string, stop: AbortSignal): Promise<ComputeState | null> =>
    getCompute(clients, workspaceId, name, stop);
  return {
    list: (workspaceId, stop) => {
      const { subscriptionId, resourceGroup } = partsOf(workspaceId);
      const operations = clients.learning(subscriptionId).computeOperations;
      return withDeadline('list', stop, async (signal) => {
        const rows = await rawPages(signal, (options) =>
          operations.list(resourceGroup, nameOf(workspaceId), options),
        );
        return rows.map(toCompute);
      });
    },
    get,
    create: (target, onEvent, stop) => createCompute({ clients, get }, target, onEvent, stop),
    delete: (workspaceId, name, stop) => deleteCompute(clients, workspaceId, name, stop),
  };
}

async function getCompute(
  clients: Clients,
  workspaceId: ResourceId,
  name: string,
  stop: AbortSignal,
): Promise<ComputeState | null> {
  const { subscriptionId, resourceGroup } = partsOf(workspaceId);
  const operations = clients.learning(subscriptionId).computeOperations;
  try {
    return toCompute(
      await withDeadline('get', stop, (signal) =>
        rawBody(signal, (options) => operations.get(resourceGroup, nameOf(workspaceId), name, options)),
      ),
    );
  } catch (error) {
    if (error instanceof AzureFailure && error.code === 'notFound') return null;
    throw error;
  }
}

async function deleteCompute(
  clients: Clients,
  workspaceId: ResourceId,
  name: string,
  stop: AbortSignal,
): Promise<void> {
  const { subscriptionId, resourceGroup } = partsOf(workspaceId);
  const operations = clients.learning(subscriptionId).computeOperations;
  await withDeadline('write', stop, (abortSignal) =>
    operations.beginDeleteAndWait(resourceGroup, nameOf(workspaceId), name, 'Delete', { abortSignal }),
  );
}
