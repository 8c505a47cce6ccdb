import { computed } from '@preact/signals-core';
import { dequal } from 'dequal';

/** Reads a value. Values that are derived from it are computed again when it changes. */
export type ReadValue<T> = () => T;

/**
 * Derives a value. While the result is equal, it stays the same object, so that values derived from it aren't computed
 * again.
 */
export function derived<T>(compute: ReadValue<T>, isSame: (a: T, b: T) => boolean = dequal): ReadValue<T> {
  let last: { readonly value: T } | undefined;
  const found = computed(() => {
    const value = compute();
    if (!last || !isSame(last.value, value)) last = { value };
    return last.value;
  });
  return () => found.value;
}

/** Derives a value for each of many keys, such as the rows of a list. */
export function derivedEach<K, T>(compute: (key: K) => T, isSame?: (a: T, b: T) => boolean): (key: K) => T {
  const reads = new Map<K, ReadValue<T>>();
  return (key) => {
    const read = reads.get(key) ?? derived(() => compute(key), isSame);
    reads.set(key, read);
    return read();
  };
}

/** Creates an object whose properties are computed when they're read. */
export function lazyProperties<T extends object>(reads: {
  readonly [Name in keyof T]: ReadValue<T[Name]>;
}): T {
  const properties = Object.entries<ReadValue<unknown>>(reads).map(([name, get]) => [
    name,
    { get, enumerable: true },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
