import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { timeLimit } from '../deadline';
import { AzureFailure } from '../failure';
import { jsonAt, isJsonObject, type JsonObject, flagAt } from '../json';
import type { AzureComputeApi, ComputeState, ComputeTask, CreationEvent } from '../ports';
import { rawList } from '../raw-list';
import { sendRaw } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { computeListUrl, computeUrl } from './compute-url';
import { createComputeResource } from './create-compute';
import { followOperation, type Following } from './follow-operation';
import { retryTransient } from './retry-transient';
import { toCompute } from './to-compute';
import { cancelNetworkTest, followNetworkTest, sendNetworkTest } from './test-network';
import { watchCompute } from './watch-compute';
import { isComputeKind } from '../../core/compute-kinds';

/** Creates the part of the API that creates compute resources: all that the terminal needs. */
export function createCreationApi(clients: Clients): Pick<AzureComputeApi, 'list' | 'get' | 'create'> {
  return {
    list: (workspaceId, stop) => listComputeResources(clients, workspaceId, stop),
    get: (workspaceId, name, stop) => getCompute(clients, { workspaceId, name }, stop),
    create: (target, onEvent, stop) =>
      createComputeResource({ clients, target, get: () => getCompute(clients, target, stop), onEvent, stop }),
  };
}

/** Creates the API for the compute resources of workspaces, on the Azure SDK's pipeline. */
export function createComputeApi(clients: Clients): AzureComputeApi {
  return {
    ...createCreationApi(clients),
    follow: (target, onEvent, stop) => followCompute(clients, target, { onEvent, stop }),
    delete: (workspaceId, name, stop) =>
      operate({ clients, task: { workspaceId, name, verb: 'delete' } }, stop),
    operate: (task, onAccepted, stop) => operate({ clients, task, onAccepted }, stop),
    startNetworkTest: (job, stop) => sendNetworkTest(clients, job, stop),
    followNetworkTest: (job, onEvent, stop) => {
      const named = { workspaceId: job.workspaceId, name: job.compute };
      const look = () => getCompute(clients, named, stop);
      return followNetworkTest({ clients, job, getCompute: look, onEvent, stop });
    },
    cancelNetworkTest: (job, stop) => cancelNetworkTest(clients, job, stop),
  };
}

/** Polls a compute resource that Azure is already creating, until it finishes or the deadline passes. */
async function followCompute(
  clients: Clients,
  target: Named,
  { onEvent, stop }: { readonly onEvent: (event: CreationEvent) => void; readonly stop: AbortSignal },
): Promise<void> {
  const time = timeLimit(clients.deadlines.create, stop);
  const { signal } = time;
  const look = retryTransient(() => getCompute(clients, target, signal));
  let compute: ComputeState | null = null;
  const noting = (event: CreationEvent): void => {
    if (event.is === 'state') compute = event.compute;
    onEvent(event);
  };
  try {
    await watchCompute({ look, stop: signal, interval: clients.watchIntervalMs }, noting);
  } catch (error) {
    if (!time.isUp() || stop.aborted) throw error;
    onEvent({ is: 'unfinished', compute });
  } finally {
    time.end();
  }
}

interface Named {
  readonly workspaceId: ResourceId;
  readonly name: string;
}

async function listComputeResources(
  clients: Clients,
  workspaceId: ResourceId,
  stop: AbortSignal,
): Promise<readonly ComputeState[]> {
  const client = clients.learning(resourceParts(workspaceId).subscriptionId);
  const url = computeListUrl(clients.endpoint, workspaceId);
  return clients.within('list', stop, async (signal) => (await rawList(client, url, signal)).map(toCompute));
}

async function getCompute(clients: Clients, named: Named, stop: AbortSignal): Promise<ComputeState | null> {
  const body = await clients.within('get', stop, (signal) => readCompute(clients, named, signal));
  return body === null ? null : toCompute(body);
}

/** Reads the whole body of a compute resource; null if it doesn't exist. */
async function readCompute(
  clients: Clients,
  { workspaceId, name }: Named,
  signal: AbortSignal,
): Promise<JsonObject | null> {
  const client = clients.learning(resourceParts(workspaceId).subscriptionId);
  const url = computeUrl(clients.endpoint, workspaceId, name);
  try {
    return (await sendRaw(client, { url, signal })).body;
  } catch (error) {
    if (toFailure(error).code === 'notFound') return null;
    throw error;
  }
}

interface Operating {
  readonly clients: Clients;
  readonly task: ComputeTask;
  readonly onAccepted?: () => void;
}

/**
 * Runs an operation. Starting or stopping a machine takes minutes, and nodes have to leave before a compute resource is
 * deleted.
 */
async function operate({ clients, task, onAccepted }: Operating, stop: AbortSignal): Promise<void> {
  return clients.within('remove', stop, async (signal) => {
    const request = await requestOf(clients, task, signal);
    if (!request) return;
    const sender = clients.learning(resourceParts(task.workspaceId).subscriptionId);
    const { end } = await followOperation({
      sender,
      request,
      stop: signal,
      ...(onAccepted ? { onAccepted } : {}),
    });
    const failure = await end;
    if (failure) throw failure;
  });
}

/** Returns the request for a task; null if the resource to remove doesn't exist anymore. */
async function requestOf(
  clients: Clients,
  { workspaceId, name, verb }: ComputeTask,
  signal: AbortSignal,
): Promise<Following['request'] | null> {
  if (verb === 'startNode') return firstNode(clients, { workspaceId, name }, signal);
  if (verb !== 'delete' && verb !== 'detach') {
    return { url: computeUrl(clients.endpoint, workspaceId, `${name}/${verb}`), method: 'POST' };
  }
  const compute = await readCompute(clients, { workspaceId, name }, signal);
  if (compute === null) return null;
  const removal = removalOf(compute);
  if (verb === 'detach' && removal === 'Delete') throw new AzureFailure('conflict');
  const url = computeUrl(clients.endpoint, workspaceId, name);
  return { url: `${url}&underlyingResourceAction=${removal}`, method: 'DELETE' };
}

/**
 * Returns the request that keeps one node. Azure replaces the scale settings of a cluster as a whole
 * (ClusterUpdateParameters), so the other settings are sent unchanged.
 */
async function firstNode(
  clients: Clients,
  named: Named,
  signal: AbortSignal,
): Promise<Following['request'] | null> {
  const compute = await readCompute(clients, named, signal);
  const scale = compute === null ? undefined : jsonAt(compute, 'properties', 'properties', 'scaleSettings');
  if (!isJsonObject(scale)) throw new AzureFailure('notFound');
  const body = { properties: { properties: { scaleSettings: { ...scale, minNodeCount: 1 } } } };
  return { url: computeUrl(clients.endpoint, named.workspaceId, named.name), method: 'PATCH', body };
}

/**
 * Returns how to remove a compute resource (`underlyingResourceAction`). For an attached resource, `Delete` also
 * deletes what is attached, such as a virtual machine. So `Delete` is used only for resources that Azure ML certainly
 * created. All others are detached.
 */
function removalOf(compute: JsonObject): 'Delete' | 'Detach' {
  const isAttached = flagAt(compute, 'properties', 'isAttachedCompute') ?? false;
  return isComputeKind(toCompute(compute).kind) && !isAttached ? 'Delete' : 'Detach';
}
