import * as v from 'valibot';
import {
  envelopeSchema,
  type Channel,
  type Client,
  type Listen,
  type PageWindow,
  type Port,
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
 * Connects the page to its host: calls as async functions, signals as listeners, both decoded.
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

  port.listen((raw) => {
    const message = v.safeParse(envelopeSchema, raw);
    if (!message.success) return;
    const said = message.output;
    if (said.is === 'value') settle(said.id, (one) => one.resolve(v.parse(one.result, said.value)));
    else if (said.is === 'problem') settle(said.id, (one) => one.reject(new ProblemError(said.problem)));
    else if (said.is === 'signal' && Object.hasOwn(channel.signals, said.name)) {
      const payload = v.safeParse(channel.signals[said.name] as v.GenericSchema, said.payload);
      if (payload.success) for (const listener of listeners.get(said.name) ?? []) listener(payload.output);
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
      port.post({ is: 'call', id, name, params });
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
      const heard = listener;
      all.add(heard);
      return () => all.delete(heard);
    },
    hello: () => port.post({ is: 'hello', version: channel.version, window }),
  };
}
