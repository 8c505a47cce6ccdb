import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { failureUnder, timeLimit } from '../deadline';
import { AzureFailure, isTransient } from '../failure';
import { pause } from '../pause';
import type { ComputeState, CreationEvent } from '../ports';
import { isJsonObject, type Json } from '../json';
import { resourceParts } from '../resource-parts';
import { computeUrl } from './compute-url';
import { followOperation, type FollowedOperation } from './follow-operation';
import { exponentialBackoff } from './exponential-backoff';
import { retryTransient } from './retry-transient';
import { watchCompute, type Watch } from './watch-compute';

/** Members of a compute body that Azure never returns and that must stay secret. */
const secretMembers: ReadonlySet<string> = new Set([
  'adminUserPassword',
  'databricksAccessToken',
  'password',
  'privateKeyData',
]);

/** Returns the secrets that a body contains. */
function secretsIn(body: Json): readonly string[] {
  if (Array.isArray(body)) return (body as readonly Json[]).flatMap(secretsIn);
  if (!isJsonObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    secretMembers.has(name) && typeof value === 'string' && value !== '' ? [value] : secretsIn(value),
  );
}

/**
 * Removes the secrets of the request from events. Azure's error messages can repeat input that it couldn't parse, and
 * those messages are shown, copied, and saved.
 */
function redactEvents(body: Json, onEvent: (event: CreationEvent) => void): (event: CreationEvent) => void {
  const secrets = secretsIn(body);
  const hide = (text: string): string => secrets.reduce((left, one) => left.replaceAll(one, '***'), text);
  return (event) => onEvent(reworded(event, hide));
}

function reworded(event: CreationEvent, word: (text: string) => string): CreationEvent {
  switch (event.is) {
    case 'state':
    case 'ready':
      return { ...event, compute: withErrors(event.compute, word) };
    case 'unfinished':
      return event.compute === null ? event : { ...event, compute: withErrors(event.compute, word) };
    case 'failed': {
      const { details, compute } = event;
      const { serviceMessage } = details;
      return {
        ...event,
        details:
          serviceMessage === undefined ? details : { ...details, serviceMessage: word(serviceMessage) },
        compute: compute === null || compute === 'unseen' ? compute : withErrors(compute, word),
      };
    }
    default:
      return event;
  }
}

function withErrors(compute: ComputeState, word: (text: string) => string): ComputeState {
  const errors = compute.errors.map((one) => ({ ...one, message: word(one.message) }));
  return { ...compute, errors };
}

interface ComputeTarget {
  readonly workspaceId: ResourceId;
  readonly name: string;
  readonly body: object;
}

export interface Creating {
  readonly clients: Clients;
  readonly target: ComputeTarget;
  /** Reads the compute resource; null if it doesn't exist. */
  readonly get: () => Promise<ComputeState | null>;
  readonly onEvent: (event: CreationEvent) => void;
  readonly stop: AbortSignal;
}

/**
 * Checks that the name is free, sends the body, and follows the operation and then the nodes until they end. A PUT on
 * an existing compute resource would replace it irrecoverably (compute create REST page), so the name is checked first.
 */
export async function createComputeResource(creation: Creating): Promise<void> {
  const { body } = creation.target;
  const creating = isJsonObject(body)
    ? { ...creation, onEvent: redactEvents(body, creation.onEvent) }
    : creation;
  const { get, onEvent, stop } = creating;
  if ((await get()) !== null) throw new AzureFailure('conflict');
  onEvent({ is: 'free' });
  const progress: CreationProgress = { accepted: false, seen: null };
  const time = timeLimit(creating.clients.deadlines.create, stop);
  try {
    await createAndWatch({ ...creating, stop: time.signal, onEvent: noting(progress, onEvent) });
  } catch (error) {
    if (time.isUp() && progress.accepted && !stop.aborted) {
      return onEvent({ is: 'unfinished', compute: progress.seen });
    }
    await reportFailure(creating, progress, failureUnder(stop, time.isUp(), error));
  } finally {
    time.end();
  }
}

/** State that is known to exist in Azure, to report the remains after a failure. */
interface CreationProgress {
  accepted: boolean;
  seen: ComputeState | null;
}

function noting(progress: CreationProgress, onEvent: Creating['onEvent']): Creating['onEvent'] {
  return (event) => {
    if (event.is === 'accepted') progress.accepted = true;
    if (event.is === 'state') progress.seen = event.compute;
    onEvent(event);
  };
}

async function createAndWatch(creating: Creating): Promise<void> {
  const { clients, get, onEvent, stop } = creating;
  const watch: Watch = { look: retryTransient(get), stop, interval: clients.watchIntervalMs };
  const operation = await send(creating).catch((error: unknown) => found(creating, error));
  const failure = await watchOperation(operation, watch, onEvent);
  if (failure !== null && !isOfTheWayThere(failure)) throw failure;
  await watchCompute(watch, onEvent);
}

/**
 * True if only the connection to the operation was lost. That says nothing about the compute resource, which is polled
 * from then on.
 */
function isOfTheWayThere(failure: AzureFailure): boolean {
  return failure.details.status !== undefined || isTransient(failure);
}

async function send({ clients, target, onEvent, stop }: Creating): Promise<FollowedOperation> {
  const { workspaceId, name, body } = target;
  const sender = clients.learning(resourceParts(workspaceId).subscriptionId);
  if (!isJsonObject(body)) throw new AzureFailure('bug');
  const url = computeUrl(clients.endpoint, workspaceId, name);
  onEvent({ is: 'sent' });
  return followOperation({
    sender,
    // Sends the body unmodified: the client's own model would drop members that its API version doesn't know.
    request: { url, method: 'PUT', body },
    stop,
    onAccepted: (requestId) => onEvent({ is: 'accepted', requestId }),
  });
}

/**
 * Handles a failed creation request. If the response was lost, the request may still have succeeded. The name was free
 * before, so a compute resource with that name is the requested one.
 */
async function found({ get, onEvent, stop }: Creating, error: unknown): Promise<FollowedOperation> {
  const isLost = isTransient(failureUnder(stop, false, error));
  const there = isLost ? await get().catch(() => null) : null;
  if (there === null) throw error;
  onEvent({ is: 'accepted', requestId: null });
  return { end: Promise.resolve(null) };
}

/** Reports the states of the compute resource while the operation runs. Returns how the operation ended. */
async function watchOperation(
  { end }: FollowedOperation,
  { look, stop, interval }: Watch,
  onEvent: Creating['onEvent'],
): Promise<AzureFailure | null> {
  const nextWait = exponentialBackoff();
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== 'unseen') onEvent({ is: 'state', compute: seen });
    const ended = await Promise.race([
      end.then((failure) => ({ failure })),
      pause(nextWait() * interval, stop),
    ]);
    if (ended) return ended.failure;
  }
}

/**
 * Reports a failure with the compute resource that is left in Azure: one that failed after acceptance keeps its name. A
 * request that Azure rejected at once left nothing. A compute resource of that name then belongs to another user.
 */
async function reportFailure(
  creating: Creating,
  progress: CreationProgress,
  failure: AzureFailure,
): Promise<void> {
  const { get, onEvent, stop } = creating;
  const { status } = failure.details;
  const mayBeLeft = progress.accepted || status === undefined || status >= 500;
  const isStopped = failure.code === 'cancelled';
  const compute =
    mayBeLeft && !isStopped ? await get().catch(() => progress.seen ?? ('unseen' as const)) : null;
  if (stop.aborted) throw new AzureFailure('cancelled');
  onEvent({ is: 'failed', code: failure.code, details: failure.details, compute });
}
