import type { LongRunningOperation } from './long-running';

/** A write that was accepted. */
interface LoggedWrite {
  readonly resourceId: string;
  /** Name of the operation, such as `Microsoft.Network/networkSecurityGroups/write`. */
  readonly operationName: string;
  readonly caller: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The operation that carries it out; undefined if it's done at once. */
  readonly operation: LongRunningOperation | undefined;
}

/** A step of a write, as the activity log lists it. */
export interface ActivityEvent extends Omit<LoggedWrite, 'operation'> {
  readonly status: 'Started' | 'Accepted' | 'Succeeded' | 'Failed';
}

/** Azure's log of writes. */
export interface ActivityLog {
  add(write: LoggedWrite): void;
  /** Returns all events, the newest first. */
  events(): readonly ActivityEvent[];
}

export function createActivityLog(): ActivityLog {
  const writes: LoggedWrite[] = [];
  return {
    add: (write) => void writes.push(write),
    events: () =>
      writes
        .flatMap(eventsOf)
        .reverse()
        .sort((a, b) => b.at - a.at),
  };
}

function eventsOf({ operation, ...write }: LoggedWrite): readonly ActivityEvent[] {
  const started: ActivityEvent = { ...write, status: 'Started' };
  if (!operation) return [started, { ...write, status: 'Succeeded' }];
  const accepted: ActivityEvent = { ...write, status: 'Accepted' };
  const { status, endedAt } = operation;
  if (status === 'InProgress' || endedAt === undefined) return [started, accepted];
  return [started, accepted, { ...write, status, at: Date.parse(endedAt) }];
}
