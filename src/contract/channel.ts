import * as v from 'valibot';
import { problemSchema } from './call-error';

/** A schema for messages: gives both the type and the decoder. */
type Schema = v.GenericSchema<unknown, unknown>;

interface Call {
  readonly params: Schema;
  readonly result: Schema;
  /**
   * Parts of the host's state that the call acts on. The call is refused if the page shows an older state of them
   * (`ShownState`).
   */
  readonly about?: readonly string[];
}

/** All messages that the host and the page can exchange. */
export interface Channel {
  readonly version: number;
  readonly calls: Readonly<Record<string, Call>>;
  readonly signals: Readonly<Record<string, Schema>>;
}

/** Same shape as `AbortSignal`. It's declared because this layer compiles without platform types. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type ParamsOf<C extends Call> = v.InferOutput<C['params']>;
type ResultOf<C extends Call> = v.InferOutput<C['result']>;

/** The handlers that the host implements, exactly one per call. A missing handler doesn't compile. */
export type Handlers<C extends Channel> = {
  readonly [K in keyof C['calls']]: (
    params: ParamsOf<C['calls'][K]>,
    stop: StopSignal,
  ) => Promise<ResultOf<C['calls'][K]>>;
};

/** The calls as the page sees them: async functions of the same names. */
export type Client<C extends Channel> = {
  readonly [K in keyof C['calls']]: (
    params: ParamsOf<C['calls'][K]>,
    stop?: StopSignal,
  ) => Promise<ResultOf<C['calls'][K]>>;
};

export type Emit<C extends Channel> = <K extends keyof C['signals'] & string>(
  name: K,
  payload: v.InferOutput<C['signals'][K]>,
) => void;

export type Listen<C extends Channel> = <K extends keyof C['signals'] & string>(
  name: K,
  listener: (payload: v.InferOutput<C['signals'][K]>) => void,
) => () => void;

const shownState = v.record(v.string(), v.string());

/**
 * The state of the host that the page shows: a token for each part that calls act on, which changes with it. The host
 * sends it after the signals, and each call returns the one that the user saw.
 */
export type ShownState = v.InferOutput<typeof shownState>;

const windowId = v.pipe(v.string(), v.uuid());

/** The window that contains the page. The host can't know it, because several windows can have one folder open. */
const pageWindow = v.object({
  /** Unchanged when the window reloads. */
  id: windowId,
  /** The window that the page was last stored with: this one, a closed one, or another open one. */
  before: v.nullable(windowId),
});

export type PageWindow = v.InferOutput<typeof pageWindow>;

/** The only shapes that cross `postMessage`. */
export const envelopeSchema = v.variant('is', [
  /** From page to host, once loaded. Sent again whenever the page is rebuilt. */
  v.object({
    is: v.literal('hello'),
    version: v.number(),
    window: v.fallback(v.optional(pageWindow), undefined),
  }),
  v.object({
    is: v.literal('call'),
    id: v.number(),
    name: v.string(),
    params: v.unknown(),
    shown: v.fallback(v.optional(shownState), undefined),
  }),
  v.object({ is: v.literal('stop'), id: v.number() }),
  v.object({ is: v.literal('value'), id: v.number(), value: v.unknown() }),
  v.object({ is: v.literal('problem'), id: v.number(), problem: problemSchema }),
  v.object({ is: v.literal('signal'), name: v.string(), payload: v.unknown() }),
  v.object({ is: v.literal('shown'), shown: shownState }),
]);

export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** A transport for envelopes. `listen` returns a function that stops listening. */
export interface Port {
  post(message: Envelope): void;
  listen(listener: (raw: unknown) => void): () => void;
}

/** Returns its argument unchanged. Keeps the literal types of a channel at compile time. */
export function defineChannel<const C extends Channel>(channel: C): C {
  return channel;
}
