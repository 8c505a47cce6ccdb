import * as v from 'valibot';
import {
  envelopeSchema,
  type Channel,
  type Client,
  type Listen,
  type PageWindow,
  type Port,
  type ShownState,
  type StopSignal,
} from './channel';
import { ProblemError } from './call-error';

export interface ChannelConnection<C extends Channel> {
  readonly call: Client<C>;
  readonly on: Listen<C>;
  /** Notifies the host that the page is ready for a full snapshot. */
  readonly hello: () => void;
}

interface Waiting {
  readonly result: v.GenericSchema<unknown, unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Connects the page to its host: calls as async functions, signals as listeners, both decoded. Each call states what the
 * page shows, so that the host can refuse it if that is outdated.
 * `hello` sends the version of `channel`, and the `window`.
 */
export function connect<C extends Channel>(
  channel: C,
  port: Port,
  window?: PageWindow,
): ChannelConnection<C> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let last = 0;
  let shown: ShownState | undefined;

  port.listen((raw) => {
    const message = v.safeParse(envelopeSchema, raw);
    if (!message.success) return;
    const output = message.output;
    if (output.is === 'value') settle(output.id, (one) => one.resolve(v.parse(one.result, output.value)));
    else if (output.is === 'problem') {
      settle(output.id, (one) => one.reject(new ProblemError(output.problem)));
    } else if (output.is === 'shown') shown = output.shown;
    else if (output.is === 'signal' && Object.hasOwn(channel.signals, output.name)) {
      const payload = v.safeParse(channel.signals[output.name] as v.GenericSchema, output.payload);
      if (payload.success) for (const listener of listeners.get(output.name) ?? []) listener(payload.output);
    }
  });

  function settle(id: number, how: (one: Waiting) => void): void {
    const one = waiting.get(id);
    waiting.delete(id);
    if (!one) return;
    try {
      how(one);
    } catch (error) {
      one.reject(error);
    }
  }

  function send(name: string, params: unknown, stop?: StopSignal): Promise<unknown> {
    const result = channel.calls[name]?.result;
    if (!result) throw new TypeError(`No such call: ${name}`);
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { result, resolve, reject });
      stop?.addEventListener('abort', () => port.post({ is: 'stop', id }));
      port.post({ is: 'call', id, name, params, shown });
    });
  }

  const names = Object.keys(channel.calls);
  const call = Object.fromEntries(
    names.map((name) => [name, (params: unknown, stop?: StopSignal) => send(name, params, stop)]),
  );
  return {
    call: call as Client<C>,
    on: (name, listener) => {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all);
      all.add(listener);
      return () => all.delete(listener);
    },
    hello: () => port.post({ is: 'hello', version: channel.version, window }),
  };
}
