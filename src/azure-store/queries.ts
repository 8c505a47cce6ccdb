import { CancelledError, QueryClient, QueryObserver, type Query } from '@tanstack/query-core';
import { AzureFailure } from '../azure/failure';

/** The outcome of a read, with its time. A failure is kept like a value, until the next read. */
export type Read<T> =
  | { readonly is: 'ready'; readonly value: T; readonly readAt: string }
  | { readonly is: 'problem'; readonly failure: AzureFailure; readonly readAt: string };

interface GetOptions {
  /**
   * Maximum age in milliseconds. Older values are read again, and failures always. If absent, any outcome is accepted.
   */
  readonly maxAge?: number;
  /** Stops waiting. The request is aborted when no caller waits for it any longer. */
  readonly stop?: AbortSignal;
}

/** A list or resource of Azure. It's requested once, even if several callers wait for it. */
export interface CachedRead<T> {
  /** Returns the last outcome. If there is none, sends a request or joins the running one. */
  get(options?: GetOptions): Promise<Read<T>>;
  /** Returns the last outcome; undefined before the first one. */
  peek(): Read<T> | undefined;
  /** Sends a new request. It replaces a running one, whose response can predate a change. */
  renew(stop?: AbortSignal): Promise<Read<T>>;
  /** Replaces the value by one that is known from another source. */
  put(value: T): void;
}

export type ReadKey = readonly [kind: string, ...of: readonly string[]];

export interface StoredRead {
  readonly key: ReadKey;
  readonly read: Read<unknown>;
}

export interface Queries {
  create<T>(key: ReadKey, request: (stop: AbortSignal) => Promise<T>): CachedRead<T>;
  /** Returns the last outcome of every read. */
  all(): readonly StoredRead[];
  /** Requests again everything that was read under a key. */
  renew(key: ReadKey): Promise<void>;
  /** Clears the cache. Running requests continue. */
  forget(): void;
  /** Clears the cache, and aborts running requests. */
  clear(): void;
}

export interface QueriesSetup {
  now(): Date;
  /** Called after each completed read. */
  onRead(stored: StoredRead): void;
}

type StoredQuery<T = unknown> = Query<Read<T>, Error, Read<T>, ReadKey>;

interface Cache {
  readonly client: QueryClient;
  readonly now: () => Date;
}

/**
 * Creates the query cache of a window. The HTTP pipeline retries requests, so the cache doesn't.
 * Failures are data here. A failed query would forget its failure during the next request, and the display would
 * flicker.
 */
export function createQueries({ now, onRead }: QueriesSetup): Queries {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', gcTime: Infinity, structuralSharing: false },
    },
  });
  const queries = client.getQueryCache();
  const cache = { client, now };
  const stored = (): readonly StoredQuery[] => queries.getAll() as unknown as readonly StoredQuery[];
  queries.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const { queryKey: key, state } = event.query as unknown as StoredQuery;
    if (state.data) onRead({ key, read: state.data });
  });
  return {
    create: (key, request) => cachedRead(cache, key, request),
    all: () =>
      stored().flatMap(({ queryKey, state }) => (state.data ? [{ key: queryKey, read: state.data }] : [])),
    async renew(key) {
      const isMatch = ({ queryKey, state }: StoredQuery): boolean =>
        state.data !== undefined && lowerCase(key).every((part, index) => part === queryKey[index]);
      const matching = stored().filter(isMatch);
      await Promise.all(matching.map((one) => replace(cache, one)));
    },
    forget() {
      for (const query of queries.getAll()) if (query.state.fetchStatus === 'idle') queries.remove(query);
    },
    clear: () => client.clear(),
  };
}

function cachedRead<T>(
  cache: Cache,
  key: ReadKey,
  request: (stop: AbortSignal) => Promise<T>,
): CachedRead<T> {
  const { client, now } = cache;
  const queryKey = lowerCase(key);
  const options = client.defaultQueryOptions<Read<T>, Error, Read<T>, Read<T>, ReadKey>({
    queryKey,
    queryFn: ({ signal }) => answerOf(request(signal), now),
  });
  const query = (): StoredQuery<T> => {
    const found = client.getQueryCache().build(client, options);
    found.setOptions(options);
    return found;
  };
  const peek = (): Read<T> | undefined => client.getQueryData<Read<T>>(queryKey);
  return {
    peek,
    get({ maxAge = Infinity, stop } = {}) {
      const last = peek();
      const isUnderWay = client.getQueryState(queryKey)?.fetchStatus === 'fetching';
      if (last && !isUnderWay && isYoung(last, maxAge, now())) return Promise.resolve(last);
      return join(cache, query(), stop);
    },
    renew: (stop) => replace(cache, query(), stop),
    put: (value) => {
      query().setData({ is: 'ready', value, readAt: now().toISOString() });
    },
  };
}

/** Waits for a query by observing it. The query aborts its request when its last observer leaves. */
async function join<T>({ client, now }: Cache, query: StoredQuery<T>, stop?: AbortSignal): Promise<Read<T>> {
  const { queryKey, options } = query;
  const observer = new QueryObserver(client, { ...options, queryKey, enabled: false });
  const leave = observer.subscribe(() => undefined);
  const ended = new AbortController();
  try {
    return await Promise.race([query.fetch(), ...(stop ? [aborted(stop, ended.signal)] : [])]);
  } catch (error) {
    const isOurs = error instanceof CancelledError || error instanceof AzureFailure;
    const failure = new AzureFailure(isOurs ? 'cancelled' : 'bug', {}, error);
    return { is: 'problem', failure, readAt: now().toISOString() };
  } finally {
    leave();
    ended.abort();
  }
}

/** Replaces a running request. Its callers get the outcome of the new one. */
function replace<T>(cache: Cache, query: StoredQuery<T>, stop?: AbortSignal): Promise<Read<T>> {
  void query.cancel({ silent: true });
  return join(cache, query, stop);
}

/** Converts IDs in a key to lower case, because Azure compares IDs without regard to case. */
function lowerCase([kind, ...of]: ReadKey): ReadKey {
  return [kind, ...of.map((one) => one.toLowerCase())];
}

function isYoung(last: Read<unknown>, maxAge: number, now: Date): boolean {
  if (maxAge === Infinity) return true;
  return last.is === 'ready' && now.getTime() - Date.parse(last.readAt) < maxAge;
}

/** Converts the outcome of a request to a `Read`. Never rejects. */
export async function answerOf<T>(request: Promise<T>, now: () => Date): Promise<Read<T>> {
  try {
    return { is: 'ready', value: await request, readAt: now().toISOString() };
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    return { is: 'problem', failure, readAt: now().toISOString() };
  }
}

/**
 * Returns a promise that rejects once `stop` is aborted. Listens until `ended`, because `stop` can live as long as the
 * window.
 */
function aborted(stop: AbortSignal, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = (): void => reject(new AzureFailure('cancelled'));
    if (stop.aborted) cancel();
    stop.addEventListener('abort', cancel, { once: true, signal: ended });
  });
}

/** Returns the value of a successful read. */
export function readValue<T>(read: Read<T> | undefined): T | undefined {
  return read?.is === 'ready' ? read.value : undefined;
}

/** Returns the value, or throws the failure of the read. */
export function required<T>(read: Read<T>): T {
  if (read.is === 'problem') throw read.failure;
  return read.value;
}
