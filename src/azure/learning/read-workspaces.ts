import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { isObject, listAt, textAt, type JsonObject } from '../json';
import type { WorkspaceSummary } from '../ports';
import { sendRaw } from '../raw-request';
import { partsOf } from '../resource-parts';
import { toWorkspace } from './to-workspace';

/**
 * Api version of workspace reads: the client's own, 2022-10-01, does not know managed networks, so these reads go
 * over the client's pipeline with a newer one (azure-rest-api-specs, 2024-10-01 stable).
 */
const workspaceApiVersion = '2024-10-01';
const provider = 'providers/Microsoft.MachineLearningServices/workspaces';

/** All workspaces of a subscription, page by page. */
export function readWorkspaces(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<readonly WorkspaceSummary[]> {
  return clients.within('list', stop, async (signal) => {
    const all: JsonObject[] = [];
    let url: string | undefined =
      `${clients.endpoint}/subscriptions/${subscriptionId}/${provider}?api-version=${workspaceApiVersion}`;
    while (url !== undefined) {
      const { body }: { body: JsonObject } = await sendRaw(clients.learning(subscriptionId), { url, signal });
      all.push(...listAt(body, 'value').filter(isObject));
      url = textAt(body, 'nextLink');
    }
    return all.map(toWorkspace);
  });
}

export function readWorkspace(
  clients: Clients,
  id: ResourceId,
  stop: AbortSignal,
): Promise<WorkspaceSummary> {
  const { subscriptionId, resourceGroup } = partsOf(id);
  const path = `subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/${provider}/${nameOf(id)}`;
  const url = `${clients.endpoint}/${path}?api-version=${workspaceApiVersion}`;
  return clients.within('get', stop, async (signal) =>
    toWorkspace((await sendRaw(clients.learning(subscriptionId), { url, signal })).body),
  );
}
