import { AzureFailure } from '../../../azure/failure';

/** A response from Azure, or the failure. */
export type AzureAnswer<T> =
  { readonly value: T; readonly at: number } | { readonly failure: AzureFailure; readonly at: number };

/**
 * Cache of responses from Azure by key. Requests for the same key are shared, and repeated only if the response is
 * outdated.
 */
export interface AzureAnswerCache {
  /** Returns the last response; undefined before the first one. */
  peek<T>(key: string): AzureAnswer<T> | undefined;
  get<T>(key: string, read: (stop: AbortSignal) => Promise<T>): Promise<AzureAnswer<T>>;
  /** Returns the number of completed requests. */
  count(): number;
  /** Clears the cache, and aborts running requests. */
  forget(): void;
}

/** Lifetime of responses and failures in milliseconds, so that typing doesn't cause requests. */
const oldest = 10 * 60_000;

export function keepAnswers(now: () => number): AzureAnswerCache {
  const answers = new Map<string, AzureAnswer<unknown>>();
  const pending = new Map<string, Promise<AzureAnswer<unknown>>>();
  let stopping = new AbortController();
  let answered = 0;

  async function settle<T>(key: string, reading: Promise<T>, stop: AbortSignal): Promise<AzureAnswer<T>> {
    const answer: AzureAnswer<T> = await reading.then(
      (value) => ({ value, at: now() }),
      (error: unknown) => ({ failure: asFailure(error), at: now() }),
    );
    if (stop.aborted) return answer;
    answered += 1;
    answers.set(key, answer);
    pending.delete(key);
    return answer;
  }

  return {
    peek: <T>(key: string) => answers.get(key) as AzureAnswer<T> | undefined,
    get<T>(key: string, read: (stop: AbortSignal) => Promise<T>) {
      const before = answers.get(key);
      if (before && now() - before.at < oldest) return Promise.resolve(before as AzureAnswer<T>);
      const underWay = pending.get(key) as Promise<AzureAnswer<T>> | undefined;
      if (underWay) return underWay;
      const { signal } = stopping;
      const reading = settle(key, read(signal), signal);
      pending.set(key, reading);
      return reading;
    },
    count: () => answered,
    forget() {
      stopping.abort();
      stopping = new AbortController();
      answers.clear();
      pending.clear();
    },
  };
}

function asFailure(error: unknown): AzureFailure {
  return error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
}
