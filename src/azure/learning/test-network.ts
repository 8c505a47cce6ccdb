import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { AzureFailure, isTransient } from '../failure';
import { isJsonObject, jsonAt, type JsonObject } from '../json';
import { pause } from '../pause';
import type { ComputeState, NamedNetworkTest, NetworkTestEvent, NetworkTestJob } from '../ports';
import { sendRaw, urlOf, type RawSender } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { endOfCompute } from './compute-end-state';
import { exponentialBackoff } from './exponential-backoff';
import { retryTransient } from './retry-transient';

/** API version for jobs: the stable version for which the client's models are written. */
const jobApiVersion = '2024-04-01';

/**
 * Seconds that a submitted job may be missing, may wait for its node, and may run. The limit that Azure enforces for
 * the job is shorter.
 */
const limits = { missing: 2 * 60, queued: 15 * 60, running: 11 * 60 };

/**
 * Submits a job that tests the network. If the response is lost, an existing job of that name is this one.
 * @throws {AzureFailure} `conflict` if a job has the name, because jobs are never overwritten
 */
export async function sendNetworkTest(
  clients: Clients,
  job: NetworkTestJob,
  stop: AbortSignal,
): Promise<void> {
  const { sender, url } = addressOf(clients, job);
  if ((await look(clients, job, stop)) !== null) throw new AzureFailure('conflict');
  try {
    await clients.within('write', stop, (signal) =>
      sendRaw(sender, { url: url(), method: 'PUT', body: job.body, signal }),
    );
  } catch (error) {
    const isLost = isTransient(toFailure(error)) && !stop.aborted;
    if (!isLost || (await look(clients, job, stop).catch(() => null)) === null) throw error;
  }
}

export interface NetworkTestFollowing {
  readonly clients: Clients;
  readonly job: NamedNetworkTest;
  readonly getCompute: () => Promise<ComputeState | null>;
  readonly onEvent: (event: NetworkTestEvent) => void;
  readonly stop: AbortSignal;
}

/**
 * Follows a job until it ends. It cancels the job if no node comes, or at its limit, so that it doesn't cost anything
 * from then on.
 */
export async function followNetworkTest(following: NetworkTestFollowing): Promise<void> {
  const { clients, job, stop } = following;
  const nextWait = exponentialBackoff();
  const waited = { queued: job.waitedSeconds, running: 0, unseen: 0 };
  const read = retryTransient(() => look(clients, job, stop));
  for (;;) {
    const body = await read();
    // The job may not be visible yet if a window reopens right away. It isn't missing then, and its node would incur
    // costs.
    if (body === null && waited.queued + waited.unseen >= limits.missing) throw new AzureFailure('notFound');
    const step = body === null || body === 'unseen' ? 'unseen' : stepOf(body);
    if (body !== null && body !== 'unseen' && (await isOver(following, body, waited))) return;
    const wait = nextWait() * clients.watchIntervalMs;
    if (step !== 'ended') waited[step] += wait / 1000;
    await pause(wait, stop);
  }
}

/** Reports the state of the job. True if there is nothing more to follow. */
async function isOver(
  following: NetworkTestFollowing,
  body: JsonObject,
  waited: { readonly queued: number; readonly running: number },
): Promise<boolean> {
  const { clients, job, onEvent, stop } = following;
  const step = stepOf(body);
  if (step === 'queued') return isWithoutNode(following, waited.queued);
  if (step === 'running' && waited.running <= limits.running) {
    onEvent({ is: 'running' });
    return false;
  }
  if (step === 'running') await cancelNetworkTest(clients, job, stop);
  onEvent({ is: 'ended', tags: tagsOf(body) });
  return true;
}

/** Cancels a job. A job that ended or doesn't exist can't be canceled, and doesn't need to be. */
export async function cancelNetworkTest(
  clients: Clients,
  job: NamedNetworkTest,
  stop: AbortSignal,
): Promise<void> {
  const { sender, url } = addressOf(clients, job);
  try {
    await clients.within('write', stop, (signal) =>
      sendRaw(sender, { url: url('/cancel'), method: 'POST', signal }),
    );
  } catch (error) {
    const isOver = ended.includes(statusOf(await look(clients, job, stop).catch(() => undefined)));
    if (!isOver && toFailure(error).code !== 'notFound') throw error;
  }
}

interface JobAddress {
  readonly sender: RawSender;
  readonly url: (action?: string) => string;
}

function addressOf(clients: Clients, { workspaceId, name }: NamedNetworkTest | NetworkTestJob): JobAddress {
  const id: ResourceId = `${workspaceId}/jobs/${name}`;
  return {
    sender: clients.learning(resourceParts(workspaceId).subscriptionId),
    url: (action = '') => urlOf(clients.endpoint, `${id}${action}`, jobApiVersion),
  };
}

/** Reads the job; null if no job has the name. */
async function look(
  clients: Clients,
  job: NamedNetworkTest | NetworkTestJob,
  stop: AbortSignal,
): Promise<JsonObject | null> {
  const { sender, url } = addressOf(clients, job);
  try {
    return await clients.within(
      'get',
      stop,
      async (signal) => (await sendRaw(sender, { url: url(), signal })).body,
    );
  } catch (error) {
    if (toFailure(error).code === 'notFound') return null;
    throw error;
  }
}

const ended: readonly unknown[] = ['Completed', 'Failed', 'Canceled', 'NotResponding'];
const onNode: readonly unknown[] = ['Preparing', 'Running', 'Finalizing'];

function statusOf(body: JsonObject | null | undefined): unknown {
  return body ? jsonAt(body, 'properties', 'status') : undefined;
}

function stepOf(body: JsonObject): 'ended' | 'running' | 'queued' {
  const status = statusOf(body);
  if (ended.includes(status)) return 'ended';
  return onNode.includes(status) ? 'running' : 'queued';
}

/**
 * True if no node comes for the job: the cluster reports a failure, or the wait takes too long. The job is then
 * canceled.
 */
async function isWithoutNode(following: NetworkTestFollowing, waited: number): Promise<boolean> {
  const { clients, job, getCompute, onEvent, stop } = following;
  const compute = await retryTransient(getCompute)();
  if (compute === 'unseen') return false;
  const isLost = compute !== null && endOfCompute(compute) === 'failed';
  if (compute !== null && !isLost && waited <= limits.queued) {
    onEvent({ is: 'queued', compute });
    return false;
  }
  const isCanceled = await cancelNetworkTest(clients, job, stop).then(
    () => true,
    () => false,
  );
  if (!stop.aborted) onEvent({ is: 'no-node', compute, isCanceled });
  return true;
}

function tagsOf(body: JsonObject): Readonly<Record<string, string>> {
  const tags = jsonAt(body, 'properties', 'tags');
  if (!isJsonObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
