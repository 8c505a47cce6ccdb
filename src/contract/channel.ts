import * as v from 'valibot';
import { problemSchema } from './call-error';

/** The schema of what crosses: gives the type and the decoder at once. */
type Schema = v.GenericSchema<unknown, unknown>;

interface Call {
  readonly params: Schema;
  readonly result: Schema;
}

/** All that host and page may say to each other. */
export interface Channel {
  readonly version: number;
  readonly calls: Readonly<Record<string, Call>>;
  readonly signals: Readonly<Record<string, Schema>>;
}

/** Same shape as `AbortSignal`, spelled out because this layer compiles without platform types. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type ParamsOf<C extends Call> = v.InferOutput<C['params']>;
type ResultOf<C extends Call> = v.InferOutput<C['result']>;

/** What the host must implement: every call, no more. A missing handler does not compile. */
export type Handlers<C extends Channel> = {
  readonly [K in keyof C['calls']]: (
    params: ParamsOf<C['calls'][K]>,
    stop: StopSignal,
  ) => Promise<ResultOf<C['calls'][K]>>;
};

/** What the page gets: the same names as plain async functions. */
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

const windowId = v.pipe(v.string(), v.uuid());

/** What a page knows of the window that it is in, which its host cannot know: several may be open on one folder. */
const pageWindow = v.object({
  /** The same over each reload of the window. */
  id: windowId,
  /** The window that the page was kept with last: this one, or one that was closed or stands beside it. */
  before: v.nullable(windowId),
});

export type PageWindow = v.InferOutput<typeof pageWindow>;

/** The only shapes that cross `postMessage`. */
export const envelopeSchema = v.variant('is', [
  /** Page to host, once loaded; comes again whenever the page is rebuilt. */
  v.object({
    is: v.literal('hello'),
    version: v.number(),
    window: v.fallback(v.optional(pageWindow), undefined),
  }),
  v.object({ is: v.literal('call'), id: v.number(), name: v.string(), params: v.unknown() }),
  v.object({ is: v.literal('stop'), id: v.number() }),
  v.object({ is: v.literal('value'), id: v.number(), value: v.unknown() }),
  v.object({ is: v.literal('problem'), id: v.number(), problem: problemSchema }),
  v.object({ is: v.literal('signal'), name: v.string(), payload: v.unknown() }),
]);

export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** A pipe for envelopes. `listen` returns the function that stops listening. */
export interface Port {
  post(message: Envelope): void;
  listen(listener: (raw: unknown) => void): () => void;
}

/** Identity at run time; keeps the literal types of a channel at compile time. */
export function defineChannel<const C extends Channel>(channel: C): C {
  return channel;
}
