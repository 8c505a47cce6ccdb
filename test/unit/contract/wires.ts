import type { Port } from '../../../src/contract/channel';

/** Returns both ends of the wire in memory. Messages are copied as by `postMessage`, and arrive in a later turn. */
export function wires(): { readonly page: Port; readonly host: Port } {
  const received = { page: new Set<(raw: unknown) => void>(), host: new Set<(raw: unknown) => void>() };
  const end = (own: 'page' | 'host', other: 'page' | 'host'): Port => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of [...received[other]]) listener(copy);
      });
    },
    listen: (listener) => {
      received[own].add(listener);
      return () => received[own].delete(listener);
    },
  });
  return { page: end('page', 'host'), host: end('host', 'page') };
}

/** Waits until all posted messages have arrived and were answered. */
export function settleMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
