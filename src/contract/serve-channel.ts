import * as v from 'valibot';
import {
  envelopeSchema,
  type Channel,
  type Emit,
  type Envelope,
  type Handlers,
  type PageWindow,
  type Port,
  type ShownState,
  type StopSignal,
} from './channel';
import { BadRequest, OutdatedCall, type CallError } from './call-error';
import { createOwnChanges } from './own-changes';

export interface Host<C extends Channel> {
  readonly emit: Emit<C>;
  /** Sends which state the page shows from now on, after the signals of that state. */
  readonly show: (shown: ShownState) => void;
  readonly dispose: () => void;
}

export interface HostOptions<C extends Channel> {
  readonly channel: C;
  readonly port: Port;
  readonly handlers: Handlers<C>;
  /** Returns the host's current state, with which a call's `about` is compared. */
  readonly current?: () => ShownState;
  /**
   * Returns a token of what calls do, as the user sees it. Until it changes, a call isn't outdated by the page's own calls
   * that the page doesn't show yet.
   */
  readonly effect?: () => string;
  /**
   * Converts anything that a handler threw to a problem, also the `BadRequest` or `OutdatedCall` of a call that reached no
   * handler.
   */
  readonly toProblem: (error: unknown) => CallError;
  /** Called when the page has loaded or reloaded: the host emits one full snapshot. */
  readonly onHello: (sameVersion: boolean, window: PageWindow | undefined) => void;
}

type Call = Extract<Envelope, { is: 'call' }>;

const noState = (): ShownState => ({});
const noEffect = (): string => '';

/** A cancellation by the page, which the host's handlers see as an abort signal. */
class Stop implements StopSignal {
  aborted = false;
  private readonly listeners = new Set<() => void>();
  addEventListener(_: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }
  abort(): void {
    this.aborted = true;
    for (const listener of [...this.listeners]) listener();
  }
}

/**
 * Serves a channel from the host: decodes every message, answers every call exactly once, and holds signals until
 * `hello`.
 */
export function serveChannel<C extends Channel>(options: HostOptions<C>): Host<C> {
  const { channel, port, handlers, toProblem, onHello, current = noState, effect = noEffect } = options;
  const ownChanges = createOwnChanges(current, effect);
  const running = new Map<number, Stop>();
  let hasReceived = false;

  async function answer(call: Call): Promise<void> {
    const known = Object.hasOwn(channel.calls, call.name) ? channel.calls[call.name] : undefined;
    const params = known ? v.safeParse(known.params, call.params) : undefined;
    if (!known || !params?.success) {
      return port.post({ is: 'problem', id: call.id, problem: toProblem(new BadRequest(call.name)) });
    }
    const stop = new Stop();
    running.set(call.id, stop);
    try {
      refuseOutdated(call, known.about ?? []);
      const handler = handlers[call.name as keyof C['calls']];
      const handle = (): Promise<unknown> => handler(params.output, stop);
      const value = await (known.about ? handle() : ownChanges.follow(handle));
      port.post({ is: 'value', id: call.id, value });
    } catch (error) {
      port.post({ is: 'problem', id: call.id, problem: toProblem(error) });
    } finally {
      running.delete(call.id);
    }
  }

  function refuseOutdated({ name, shown }: Pick<Call, 'name' | 'shown'>, about: readonly string[]): void {
    const changed = about.find((part) => !ownChanges.isCurrent(part, shown?.[part]));
    if (changed !== undefined) throw new OutdatedCall(name, changed);
  }

  const stopListening = port.listen((raw) => {
    const message = v.safeParse(envelopeSchema, raw);
    if (!message.success) return;
    const output = message.output;
    if (output.is === 'hello') {
      hasReceived = true;
      onHello(output.version === channel.version, output.window);
    } else if (output.is === 'call') void answer(output);
    else if (output.is === 'stop') running.get(output.id)?.abort();
  });

  return {
    emit: (name, payload) => {
      if (hasReceived) port.post({ is: 'signal', name, payload });
    },
    show: (shown) => {
      if (hasReceived) port.post({ is: 'shown', shown });
    },
    dispose: () => {
      stopListening();
      for (const stop of running.values()) stop.abort();
    },
  };
}
