import { CancelledError, QueryClient, QueryObserver, type Query } from '@tanstack/query-core';
import { AzureFailure } from '../azure/failure';

/** What came of a read, and when. A failure is an answer too: it stays until the next one. */
export type Read<T> =
  | { readonly is: 'ready'; readonly value: T; readonly readAt: string }
  | { readonly is: 'problem'; readonly failure: AzureFailure; readonly readAt: string };

interface GetOptions {
  /** Milliseconds: older answers are read again, and failures always. Absent: any answer is good enough. */
  readonly maxAge?: number;
  /** Ends the waiting. The request is aborted when nobody waits for it anymore. */
  readonly stop?: AbortSignal;
}

/** One list or resource of Azure. It's requested once, however many callers wait for it. */
export interface CachedRead<T> {
  /** The last answer. Requests it where there is none, or joins the request under way. */
  get(options?: GetOptions): Promise<Read<T>>;
  /** The last answer; undefined before the first one. */
  peek(): Read<T> | undefined;
  /** Requests it again. A request under way may show what was before a change, so it's replaced. */
  renew(stop?: AbortSignal): Promise<Read<T>>;
  /** Replaces the value by what is known from elsewhere. */
  put(value: T): void;
}

export type ReadKey = readonly [kind: string, ...of: readonly string[]];

export interface StoredRead {
  readonly key: ReadKey;
  readonly read: Read<unknown>;
}

export interface Queries {
  create<T>(key: ReadKey, request: (stop: AbortSignal) => Promise<T>): CachedRead<T>;
  /** The last answer of everything. */
  all(): readonly StoredRead[];
  /** Requests again whatever was read under a key. */
  renew(key: ReadKey): Promise<void>;
  /** Forgets the answers. What is under way goes on. */
  forget(): void;
  /** Forgets the answers, and aborts what is under way. */
  clear(): void;
}

export interface QueriesSetup {
  now(): Date;
  /** Called after each answer. */
  onRead(stored: StoredRead): void;
}

type StoredQuery<T = unknown> = Query<Read<T>, Error, Read<T>, ReadKey>;

interface Cache {
  readonly client: QueryClient;
  readonly now: () => Date;
}

/**
 * The query cache of a window. The HTTP pipeline retries requests, so the cache doesn't. Failures are data here, since
 * a failed query would forget its failure while it's requested again, and what shows it would flicker.
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
      const isMeant = ({ queryKey, state }: StoredQuery): boolean =>
        state.data !== undefined && lowerCase(key).every((part, index) => part === queryKey[index]);
      const meant = stored().filter(isMeant);
      await Promise.all(meant.map((one) => replace(cache, one)));
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

/** Whoever waits observes the query: it aborts its request when its last observer leaves. */
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

/** The callers of a request that is replaced get the answer of the new one. */
function replace<T>(cache: Cache, query: StoredQuery<T>, stop?: AbortSignal): Promise<Read<T>> {
  void query.cancel({ silent: true });
  return join(cache, query, stop);
}

/** Azure compares IDs without regard to case. */
function lowerCase([kind, ...of]: ReadKey): ReadKey {
  return [kind, ...of.map((one) => one.toLowerCase())];
}

function isYoung(last: Read<unknown>, maxAge: number, now: Date): boolean {
  if (maxAge === Infinity) return true;
  return last.is === 'ready' && now.getTime() - Date.parse(last.readAt) < maxAge;
}

/** What came of a request, as an answer. */
export async function answerOf<T>(request: Promise<T>, now: () => Date): Promise<Read<T>> {
  try {
    return { is: 'ready', value: await request, readAt: now().toISOString() };
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    return { is: 'problem', failure, readAt: now().toISOString() };
  }
}

/** Rejects once `stop` is aborted; listens until `ended`, since `stop` may live as long as the window. */
function aborted(stop: AbortSignal, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = (): void => reject(new AzureFailure('cancelled'));
    if (stop.aborted) cancel();
    stop.addEventListener('abort', cancel, { once: true, signal: ended });
  });
}

/** The value where it was read. */
export function readValue<T>(read: Read<T> | undefined): T | undefined {
  return read?.is === 'ready' ? read.value : undefined;
}

/** The value; throws the failure that came in its place. */
export function required<T>(read: Read<T>): T {
  if (read.is === 'problem') throw read.failure;
  return read.value;
}
