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

/** Members of a compute's body that nobody may read again. */
const secretMembers: ReadonlySet<string> = new Set([
  'adminUserPassword',
  'databricksAccessToken',
  'password',
  'privateKeyData',
]);

/** Secrets that a body holds. */
function secretsIn(body: Json): readonly string[] {
  if (Array.isArray(body)) return (body as readonly Json[]).flatMap(secretsIn);
  if (!isJsonObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    secretMembers.has(name) && typeof value === 'string' && value !== '' ? [value] : secretsIn(value),
  );
}

/**
 * Passes events on without the secrets that were sent: Azure may repeat in its words what it could not read, and those
 * words are shown, copied and saved.
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
  /** The compute as it is; null where there is none. */
  readonly get: () => Promise<ComputeState | null>;
  readonly onEvent: (event: CreationEvent) => void;
  readonly stop: AbortSignal;
}

/**
 * Looks that the name is free, sends the body, follows the operation and then the nodes to their end. A PUT on an
 * existing compute would replace it beyond recovery (compute create REST page), so the name is looked up first.
 */
export async function createComputeResource(asked: Creating): Promise<void> {
  const { body } = asked.target;
  const creating = isJsonObject(body) ? { ...asked, onEvent: redactEvents(body, asked.onEvent) } : asked;
  const { get, onEvent, stop } = creating;
  if ((await get()) !== null) throw new AzureFailure('conflict');
  onEvent({ is: 'free' });
  const begun: Begun = { accepted: false, seen: null };
  const time = timeLimit(creating.clients.deadlines.create, stop);
  try {
    await createAndWatch({ ...creating, stop: time.signal, onEvent: noting(begun, onEvent) });
  } catch (error) {
    if (time.isUp() && begun.accepted && !stop.aborted) {
      return onEvent({ is: 'unfinished', compute: begun.seen });
    }
    await tellFailure(creating, begun, failureUnder(stop, time.isUp(), error));
  } finally {
    time.end();
  }
}

/** What is known to stand in Azure, for whoever has to say what is left there. */
interface Begun {
  accepted: boolean;
  seen: ComputeState | null;
}

function noting(begun: Begun, onEvent: Creating['onEvent']): Creating['onEvent'] {
  return (event) => {
    if (event.is === 'accepted') begun.accepted = true;
    if (event.is === 'state') begun.seen = event.compute;
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

/** Losing sight of the operation says nothing of the compute, which is looked at from then on. */
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
    // Sent whole: the client's own model would cut what its api version does not know.
    request: { url, method: 'PUT', body },
    stop,
    onAccepted: (requestId) => onEvent({ is: 'accepted', requestId }),
  });
}

/**
 * An answer that is lost on its way says nothing of the request. The name was free when it was sent, so a compute that
 * stands there now is what was asked for, and is followed.
 */
async function found({ get, onEvent, stop }: Creating, error: unknown): Promise<FollowedOperation> {
  const isLost = isTransient(failureUnder(stop, false, error));
  const there = isLost ? await get().catch(() => null) : null;
  if (there === null) throw error;
  onEvent({ is: 'accepted', requestId: null });
  return { end: Promise.resolve(null) };
}

/** The compute's states while the operation runs; gives the way it ended. */
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
 * A failure, with whatever is left in Azure: an accepted compute that failed keeps its name. What was refused at once
 * left nothing, and a compute of that name is then somebody else's.
 */
async function tellFailure(creating: Creating, begun: Begun, failure: AzureFailure): Promise<void> {
  const { get, onEvent, stop } = creating;
  const { status } = failure.details;
  const mayBeLeft = begun.accepted || status === undefined || status >= 500;
  const isStopped = failure.code === 'cancelled';
  const compute = mayBeLeft && !isStopped ? await get().catch(() => begun.seen ?? ('unseen' as const)) : null;
  if (stop.aborted) throw new AzureFailure('cancelled');
  onEvent({ is: 'failed', code: failure.code, details: failure.details, compute });
}
