import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { AzureFailure } from '../failure';
import { isJsonObject, jsonAt, type JsonObject } from '../json';
import { pause } from '../pause';
import type { ComputeState, NetworkTestEvent, NetworkTestJob } from '../ports';
import { sendRaw, urlOf, type RawSender } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import { endOfCompute } from './compute-end-state';
import { exponentialBackoff } from './exponential-backoff';

/** Jobs of the stable version that the client's models are written for. */
const jobApiVersion = '2024-04-01';

/** Seconds for which a job may wait for its node, and may run; Azure's own limit of the job ends it earlier. */
const limits = { queued: 15 * 60, running: 11 * 60 };

export interface NetworkTesting {
  readonly clients: Clients;
  readonly job: NetworkTestJob;
  readonly getCompute: () => Promise<ComputeState | null>;
  readonly onEvent: (event: NetworkTestEvent) => void;
  readonly stop: AbortSignal;
}

/**
 * Runs a job that tests the network, and follows it to its end. It's canceled where no node comes, at its limit, and where
 * the caller stops, so that it bills nothing then.
 * @throws {AzureFailure} `conflict` where a job has the name: it's never overwritten
 */
export async function testNetwork(testing: NetworkTesting): Promise<void> {
  const { clients, job, onEvent, stop } = testing;
  const sender = clients.learning(resourceParts(job.workspaceId).subscriptionId);
  const at: JobAddress = { sender, url: (action = '') => jobUrl(clients, job, action) };
  if ((await clients.within('get', stop, (signal) => readJob(at, signal))) !== null) {
    throw new AzureFailure('conflict');
  }
  try {
    await clients.within('write', stop, (signal) =>
      sendRaw(sender, { url: at.url(), method: 'PUT', body: job.body, signal }),
    );
    onEvent({ is: 'sent' });
    if (!(await followJob(testing, at))) await cancel(clients, at);
  } catch (error) {
    // Without an answer, it isn't known whether Azure has the job. A job that Azure refused isn't there.
    if (toFailure(error).details.status === undefined) await cancel(clients, at);
    throw error;
  }
}

interface JobAddress {
  readonly sender: RawSender;
  readonly url: (action?: string) => string;
}

function jobUrl({ endpoint }: Clients, { workspaceId, name }: NetworkTestJob, action: string): string {
  const id: ResourceId = `${workspaceId}/jobs/${name}${action}`;
  return urlOf(endpoint, id, jobApiVersion);
}

/** Null where no job has the name. */
async function readJob({ sender, url }: JobAddress, signal: AbortSignal): Promise<JsonObject | null> {
  try {
    return (await sendRaw(sender, { url: url(), signal })).body;
  } catch (error) {
    if (toFailure(error).code === 'notFound') return null;
    throw error;
  }
}

const ended: readonly unknown[] = ['Completed', 'Failed', 'Canceled', 'NotResponding'];
const onNode: readonly unknown[] = ['Preparing', 'Running', 'Finalizing'];

/** True where the job ended by itself. */
async function followJob(testing: NetworkTesting, at: JobAddress): Promise<boolean> {
  const { clients, onEvent, stop } = testing;
  const nextWait = exponentialBackoff();
  const waited = { queued: 0, running: 0 };
  for (;;) {
    const body = await clients.within('get', stop, (signal) => readJob(at, signal));
    if (body === null) throw new AzureFailure('notFound');
    const status = jsonAt(body, 'properties', 'status');
    if (ended.includes(status)) {
      onEvent({ is: 'ended', isCompleted: status === 'Completed', tags: tagsOf(body) });
      return true;
    }
    const step = onNode.includes(status) ? 'running' : 'queued';
    const isOver = step === 'running' ? atWork(testing) : await noNode(testing, waited.queued);
    if (isOver || waited.running > limits.running) return false;
    const wait = nextWait() * clients.watchIntervalMs;
    waited[step] += wait / 1000;
    await pause(wait, stop);
  }
}

function atWork({ onEvent }: NetworkTesting): boolean {
  onEvent({ is: 'running' });
  return false;
}

/** True where no node comes for the job: the cluster reports why, or it takes too long. */
async function noNode({ getCompute, onEvent }: NetworkTesting, waited: number): Promise<boolean> {
  const compute = await getCompute();
  const isLost = compute !== null && endOfCompute(compute) === 'failed';
  if (compute === null || isLost || waited > limits.queued) {
    onEvent({ is: 'no-node', compute });
    return true;
  }
  onEvent({ is: 'queued', compute });
  return false;
}

function tagsOf(body: JsonObject): Readonly<Record<string, string>> {
  const tags = jsonAt(body, 'properties', 'tags');
  if (!isJsonObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Also where the caller stopped; a job that has ended can't be canceled, and needn't be. */
async function cancel(clients: Clients, { sender, url }: JobAddress): Promise<void> {
  const { signal } = new AbortController();
  await clients
    .within('write', signal, (own) => sendRaw(sender, { url: url('/cancel'), method: 'POST', signal: own }))
    .catch(() => undefined);
}
