import { AzureFailure } from '../../../azure/failure';

/** What came of a reading, and when. */
export type Read<T> =
  | { readonly is: 'ready'; readonly value: T; readonly readAt: string }
  | { readonly is: 'problem'; readonly failure: AzureFailure; readonly readAt: string };

/** A value that Azure is asked for once, and again only when somebody wants it anew. */
export interface CachedRead<T> {
  /** What was read; asks Azure where nobody has asked yet. Whoever asks while it is read waits for the same answer. */
  get(): Promise<Read<T>>;
  /** What was read last; nothing before the first answer. */
  peek(): Read<T> | undefined;
  /** Asks again; what was read before stays readable until the answer is there. */
  renew(): Promise<Read<T>>;
  /** Puts in what is known from elsewhere. */
  put(value: T): void;
}

export interface CellOptions<T> {
  readonly read: () => Promise<T>;
  readonly now: () => Date;
  /** Told after each answer. */
  readonly onRead: (read: Read<T>) => void;
}

export function createCell<T>({ read, now, onRead }: CellOptions<T>): CachedRead<T> {
  let last: Read<T> | undefined;
  let underWay: Promise<Read<T>> | undefined;
  let after: Promise<Read<T>> | undefined;

  async function ask(): Promise<Read<T>> {
    const answer = await answerOf(read, now);
    underWay = undefined;
    last = answer;
    onRead(answer);
    return answer;
  }
  const begin = (): Promise<Read<T>> => (underWay ??= ask());

  /** What is under way may have been asked before what made somebody ask anew: then once more after it. */
  function renew(): Promise<Read<T>> {
    if (!underWay) return begin();
    return (after ??= underWay.then(() => {
      after = undefined;
      return begin();
    }));
  }
  return {
    get: () => (last && !underWay ? Promise.resolve(last) : begin()),
    peek: () => last,
    renew,
    put(value) {
      last = { is: 'ready', value, readAt: now().toISOString() };
    },
  };
}

async function answerOf<T>(read: () => Promise<T>, now: () => Date): Promise<Read<T>> {
  try {
    return { is: 'ready', value: await read(), readAt: now().toISOString() };
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    return { is: 'problem', failure, readAt: now().toISOString() };
  }
}

/** The value where it was read. */
export function readValue<T>(read: Read<T> | undefined): T | undefined {
  return read?.is === 'ready' ? read.value : undefined;
}
