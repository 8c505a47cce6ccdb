import type { SandboxClock } from './clock';
import { errorDetail, refusal, type Reply, type ArmError } from './responses';
import type { BodyObject } from './body-json';

/** Speed of operations: at once (tests), or in seconds so that a user sees progress. */
export type Pace = 'instant' | 'lifelike';

export interface LongRunningOperation {
  readonly id: string;
  readonly provider: string;
  readonly subscriptionId: string;
  readonly location: string;
  readonly resourceId: string;
  readonly startedAt: string;
  status: 'InProgress' | 'Succeeded' | 'Failed';
  endedAt: string | undefined;
  error: ArmError | undefined;
  polls: number;
}

type NewOperation = Pick<LongRunningOperation, 'provider' | 'subscriptionId' | 'location' | 'resourceId'>;

export interface Operations {
  begin(operation: NewOperation): LongRunningOperation;
  finish(operation: LongRunningOperation, error?: ArmError): void;
  find(id: string): LongRunningOperation | undefined;
  /** Returns the operation in progress on a resource, if any. */
  running(resourceId: string): LongRunningOperation | undefined;
  /** Runs a function later: at lifelike pace after that many seconds, at instant pace with the next request. */
  after(seconds: number, run: () => void): void;
  /** Runs everything that is due. */
  settle(): void;
  /** Returns the headers of the response that starts an operation. */
  headers(operation: LongRunningOperation, origin: string): Record<string, string>;
  /** Forces an operation that just started to end with this error, because of a fault. */
  forceEnd(error: ArmError | undefined): void;
  /** Returns the end that was forced since the last call, for the journal. */
  consumeForcedEnd(): ArmError | undefined;
  readonly pace: Pace;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export function createOperations(clock: SandboxClock, pace: Pace): Operations {
  const operations = new Map<string, LongRunningOperation>();
  const runningOn = new Map<string, LongRunningOperation>();
  let queue: Due[] = [];
  let order = 0;
  // While a due function runs, "now" is its due time. So what it starts doesn't drift with the polls.
  let dueAt: number | undefined;
  let forced: ArmError | undefined;
  return {
    pace,
    forceEnd: (error) => {
      forced = error ?? forced;
    },
    consumeForcedEnd: () => {
      const forcedEnd = forced;
      forced = undefined;
      return forcedEnd;
    },
    begin: (request) => {
      order += 1;
      const id = `00000000-0000-4000-8000-${order.toString(16).padStart(12, '0')}`;
      const startedAt = clock.text();
      const operation: LongRunningOperation = {
        ...request,
        id,
        startedAt,
        status: 'InProgress',
        endedAt: undefined,
        error: undefined,
        polls: 0,
      };
      operations.set(id, operation);
      runningOn.set(request.resourceId.toLowerCase(), operation);
      return operation;
    },
    finish: (operation, error) => {
      operation.status = error ? 'Failed' : 'Succeeded';
      operation.error = error;
      operation.endedAt = clock.text();
      runningOn.delete(operation.resourceId.toLowerCase());
    },
    find: (id) => operations.get(id),
    running: (resourceId) => runningOn.get(resourceId.toLowerCase()),
    after: (seconds, run) => {
      order += 1;
      queue.push({ at: (dueAt ?? clock.now()) + (pace === 'instant' ? 0 : seconds * 1000), order, run });
    },
    settle: () => {
      for (let due = nextDue(queue, clock.now()); due; due = nextDue(queue, clock.now())) {
        const { order: done, run } = due;
        queue = queue.filter((entry) => entry.order !== done);
        dueAt = due.at;
        run();
      }
      dueAt = undefined;
    },
    headers: (operation, origin) => operationHeaders(operation, origin, pace),
  };
}

function nextDue(queue: readonly Due[], now: number): Due | undefined {
  return queue.filter((entry) => entry.at <= now).sort((a, b) => a.at - b.at || a.order - b.order)[0];
}

const names: Readonly<Record<string, { readonly status: string; readonly result: string }>> = {
  'Microsoft.Network': { status: 'operations', result: 'operationResults' },
  'Microsoft.MachineLearningServices': {
    status: 'computeOperationsStatus',
    result: 'computeOperationsResults',
  },
};

function operationHeaders(
  operation: LongRunningOperation,
  origin: string,
  pace: Pace,
): Record<string, string> {
  const base = `${origin}/subscriptions/${operation.subscriptionId}/providers/${operation.provider}/locations/${operation.location}`;
  const words = names[operation.provider] ?? { status: 'operations', result: 'operationResults' };
  const version = 'api-version=2022-10-01';
  return {
    'Azure-AsyncOperation': `${base}/${words.status}/${operation.id}?${version}`,
    Location: `${base}/${words.result}/${operation.id}?${version}`,
    'Retry-After': pace === 'instant' ? '0' : '1',
  };
}

/**
 * True if a poll shows the operation as running. At instant pace, the first poll of a compute operation does, so that
 * polling is tested. The network clients' poller treats a Retry-After of 0 as two seconds, so there the first poll
 * already shows the end.
 */
function isShownRunning(operation: LongRunningOperation, pace: Pace): boolean {
  operation.polls += 1;
  if (operation.status === 'InProgress') return true;
  return pace === 'instant' && operation.polls === 1 && operation.provider !== 'Microsoft.Network';
}

/** Responds to `Azure-AsyncOperation`: always 200, with the state in the body. */
export function operationStatus(operation: LongRunningOperation, pace: Pace): Reply {
  const running = isShownRunning(operation, pace);
  const body: BodyObject = {
    name: operation.id,
    status: running ? 'InProgress' : operation.status,
    startTime: operation.startedAt,
  };
  if (!running && operation.endedAt) body['endTime'] = operation.endedAt;
  if (!running && operation.error) body['error'] = errorDetail(operation.error);
  return { status: 200, body, headers: { 'Retry-After': pace === 'instant' ? '0' : '1' } };
}

/** Responds to `Location`: 202 while the operation runs, then the result of the operation. */
export function operationResult(
  operation: LongRunningOperation,
  pace: Pace,
  left: () => BodyObject | undefined,
): Reply {
  if (isShownRunning(operation, pace)) {
    return { status: 202, headers: { 'Retry-After': pace === 'instant' ? '0' : '1' } };
  }
  if (operation.error) return refusal(400, operation.error);
  const body = left();
  return body ? { status: 200, body } : { status: 204 };
}
