import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import type { WorkspaceSummary } from '../ports';
import { rawList } from '../raw-list';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toWorkspace } from './to-workspace';

/**
 * API version for reading workspaces. The client's own version, 2022-10-01, doesn't know managed virtual networks. So
 * these requests go over the client's pipeline with a newer version (azure-rest-api-specs, 2024-10-01 stable).
 */
export const workspaceApiVersion = '2024-10-01';
const provider = 'providers/Microsoft.MachineLearningServices/workspaces';

/** Reads all workspaces of a subscription, page by page. */
export function readWorkspaces(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly WorkspaceSummary[]> {
  const url = urlOf(clients.endpoint, `/subscriptions/${subscriptionId}/${provider}`, workspaceApiVersion);
  return clients.within('list', stop, async (signal) =>
    (await rawList(clients.learning(subscriptionId), url, signal)).map(toWorkspace),
  );
}

/** Reads a workspace with the outbound rules of its managed virtual network. */
export function readWorkspace(
  clients: Clients,
  id: ResourceId,
  stop: AbortSignal,
): Promise<WorkspaceSummary> {
  const client = clients.learning(resourceParts(id).subscriptionId);
  const url = urlOf(clients.endpoint, id, workspaceApiVersion);
  return clients.within('get', stop, async (signal) =>
    toWorkspace((await sendRaw(client, { url, signal })).body),
  );
}
