import { computed } from '@preact/signals-core';
import { dequal } from 'dequal';

/** Reads a value. Whatever is derived from it is computed again once the value changes. */
export type ReadValue<T> = () => T;

/** What follows from other values. While it stays equal it's the very same object, and nothing that follows from it is computed again. */
export function derived<T>(compute: ReadValue<T>, isSame: (a: T, b: T) => boolean = dequal): ReadValue<T> {
  let last: { readonly value: T } | undefined;
  const found = computed(() => {
    const value = compute();
    if (!last || !isSame(last.value, value)) last = { value };
    return last.value;
  });
  return () => found.value;
}

/** The same for each of many keys, such as the rows of a list. */
export function derivedEach<K, T>(compute: (key: K) => T, isSame?: (a: T, b: T) => boolean): (key: K) => T {
  const reads = new Map<K, ReadValue<T>>();
  return (key) => {
    const read = reads.get(key) ?? derived(() => compute(key), isSame);
    reads.set(key, read);
    return read();
  };
}

/** An object whose properties are read when somebody asks for them. */
export function lazyProperties<T extends object>(reads: {
  readonly [Name in keyof T]: ReadValue<T[Name]>;
}): T {
  const properties = Object.entries<ReadValue<unknown>>(reads).map(([name, get]) => [
    name,
    { get, enumerable: true },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
