import type { Reason } from '../core/reason';

/** A rule or a route. */
interface Item {
  readonly mayNotExist?: Reason;
}

type KeyOf<T> = (one: T) => string | null | undefined;

/**
 * Returns a function that finds an earlier item with the same key. It is cached per list, because lists never change
 * and each item looks for an earlier one.
 */
export function earlierOfKey<T extends Item>(keyOf: KeyOf<T>): (list: readonly T[], one: T) => T | undefined {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<T, T>>();
  return (list, one) => {
    const index = indexes.get(list) ?? earlierItems(list, keyOf);
    indexes.set(list, index);
    return index.get(one);
  };
}

/**
 * Returns the items that have the same key as an earlier one, with that one. Two items that may both not exist may
 * exclude each other, so they don't count.
 */
export function earlierItems<T extends Item>(list: readonly T[], keyOf: KeyOf<T>): ReadonlyMap<T, T> {
  const first = new Map<string, T>();
  const firstCertain = new Map<string, T>();
  const found = new Map<T, T>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === null || key === undefined) continue;
    const earlier = (one.mayNotExist ? firstCertain : first).get(key);
    if (earlier) found.set(one, earlier);
    if (!first.has(key)) first.set(key, one);
    if (!one.mayNotExist && !firstCertain.has(key)) firstCertain.set(key, one);
  }
  return found;
}
