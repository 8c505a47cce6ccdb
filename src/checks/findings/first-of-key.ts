/**
 * Returns a function that finds the first item with the same key. It is cached per list, because lists never change and
 * each item looks for an earlier one.
 */
export function firstOfKey<T extends object>(
  keyOf: (one: T) => string | null,
): (list: readonly T[], one: T) => T | undefined {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<string, T>>();
  return (list, one) => {
    const index = indexes.get(list) ?? indexOf(list, keyOf);
    indexes.set(list, index);
    const key = keyOf(one);
    const first = key === null ? undefined : index.get(key);
    return first === one ? undefined : first;
  };
}

function indexOf<T>(list: readonly T[], keyOf: (one: T) => string | null): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null && !index.has(key)) index.set(key, one);
  }
  return index;
}
