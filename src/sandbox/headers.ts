import type { HttpHeaders, RawHttpHeaders } from '@azure/core-rest-pipeline';

/** Headers in the shape that the SDK pipeline reads. Names are compared ignoring case. */
export function responseHeaders(initial: Readonly<Record<string, string>>): HttpHeaders {
  const held = new Map<string, { readonly name: string; readonly value: string }>();
  const set = (name: string, value: string | number | boolean): void => {
    held.set(name.toLowerCase(), { name, value: String(value) });
  };
  for (const [name, value] of Object.entries(initial)) set(name, value);
  const pairs = (preserveCase: boolean): [string, string][] =>
    [...held.entries()].map(([lower, entry]) => [preserveCase ? entry.name : lower, entry.value]);
  return {
    get: (name) => held.get(name.toLowerCase())?.value,
    has: (name) => held.has(name.toLowerCase()),
    set,
    delete: (name) => void held.delete(name.toLowerCase()),
    toJSON: (options): RawHttpHeaders => Object.fromEntries(pairs(options?.preserveCase ?? false)),
    [Symbol.iterator]: () => pairs(false)[Symbol.iterator](),
  };
}
