import { createQueries, type StoredRead } from './queries';
import { createReads, type Reads, type ReadsPorts } from './reads';
import { createRecovery } from './recovery';

/** A write by the product. Lists that contain the changed resource are read again. */
export type AzureChange =
  /** A compute resource of the workspace was started, stopped, or deleted. */
  | { readonly is: 'computes'; readonly workspaceId: string }
  /** A compute resource is being created; `isOver` once it's ready, failed, or deleted. */
  | {
      readonly is: 'creation';
      readonly workspaceId: string;
      readonly name: string;
      readonly isOver: boolean;
    };

export interface AzureStorePorts extends ReadsPorts {
  /** Calls `task` after `milliseconds`, unless `stop` is aborted first. */
  after(milliseconds: number, stop: AbortSignal, task: () => void): void;
  readonly log: { info(message: string): void; error(message: string, cause?: unknown): void };
}

/** Cache of Azure's responses in this window. Every surface reads through it, so that a list is requested once. */
export interface AzureStore {
  /** Returns the reads of the signed-in account. */
  reads(): Reads;
  /** Returns the ISO time of the oldest read of some kinds of lists; undefined if none was read. */
  oldest(kinds: ReadonlySet<string>): string | undefined;
  /** Subscribes to completed reads. Returns a function that unsubscribes. */
  onRead(listener: (stored: StoredRead) => void): () => void;
  /** Subscribes to a change of the account: earlier data must no longer be shown. */
  onClear(listener: () => void): () => void;
  /** Adds a surface. Transient failures are retried while the user looks at any surface. */
  addViewer(isLookedAt: () => boolean): () => void;
  /** Notifies the store that a surface may have become visible. */
  look(): void;
  /** Reads again what a change affects, if it was read before, and notifies the listeners. */
  changed(change: AzureChange): void;
  onChange(listener: (change: AzureChange) => void): () => void;
  /** IDs of compute resources whose creation isn't over, in lower case. */
  readonly creations: ReadonlySet<string>;
  /** Clears the cache, so that shown data is read again, without lists of Resource Graph, which lag behind. */
  forget(): void;
  /** Handles a change of the account: clears the cache and aborts running requests. */
  clear(): void;
  dispose(): void;
}

export function createAzureStore(ports: AzureStorePorts): AzureStore {
  const readListeners = new Set<(stored: StoredRead) => void>();
  const clearListeners = new Set<() => void>();
  const changeListeners = new Set<(change: AzureChange) => void>();
  const creations = new Set<string>();
  const viewers = new Set<() => boolean>();
  const queries = createQueries({
    now: () => ports.now(),
    onRead(stored) {
      note(ports.log, stored);
      const [kind, ...of] = stored.key;
      // Update tags that were built from the shipped list to the live list.
      if (kind === 'serviceTags' && stored.read.is === 'ready') void queries.renew(['tags', ...of]);
      for (const listener of readListeners) listener(stored);
      recovery.look();
    },
  });
  const recovery = createRecovery(ports, queries, () => [...viewers].some((isLookedAt) => isLookedAt()));
  let stopping = new AbortController();
  let reads = createReads({ ports, queries, stop: stopping.signal });

  function clear(): void {
    stopping.abort();
    queries.clear();
    stopping = new AbortController();
    reads = createReads({ ports, queries, stop: stopping.signal });
    for (const listener of clearListeners) listener();
  }

  function changed(change: AzureChange): void {
    if (change.is === 'creation') noteCreation(creations, change);
    void queries.renew(['computes', change.workspaceId]);
    for (const listener of changeListeners) listener(change);
  }

  return {
    reads: () => reads,
    creations,
    changed,
    onChange: (listener) => added(changeListeners, listener),
    oldest: (kinds) => {
      const shown = queries.all().filter(({ key }) => kinds.has(key[0]));
      return shown.map(({ read }) => read.readAt).sort()[0];
    },
    onRead: (listener) => added(readListeners, listener),
    onClear: (listener) => added(clearListeners, listener),
    addViewer: (isLookedAt) => added(viewers, isLookedAt),
    look: () => recovery.look(),
    forget() {
      reads.refuseListed();
      queries.forget();
    },
    clear,
    dispose() {
      recovery.stop();
      stopping.abort();
      queries.clear();
    },
  };
}

function noteCreation(
  creations: Set<string>,
  { workspaceId, name, isOver }: Extract<AzureChange, { is: 'creation' }>,
): void {
  const id = `${workspaceId}/computes/${name}`.toLowerCase();
  if (isOver) creations.delete(id);
  else creations.add(id);
}

function added<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => void all.delete(one);
}

/** Logs a failed read. The log contains only the kind, because keys contain resource IDs. */
function note(log: AzureStorePorts['log'], { key: [kind], read }: StoredRead): void {
  if (read.is === 'ready') return;
  const { failure } = read;
  if (failure.code === 'bug') log.error(`reading ${kind}`, failure);
  else log.info(`reading ${kind}: ${failure.code}`);
}
