export interface SingleEntryCache<V> {
  get(key: string, create: () => V): V;
  forget(): void;
}

/** Caches the value of the last key. A rejected promise isn't cached. */
export function cacheOne<V extends object>(): SingleEntryCache<V> {
  let kept: { readonly key: string; readonly value: V } | undefined;
  return {
    get(key, create) {
      if (kept?.key === key) return kept.value;
      const mine = { key, value: create() };
      kept = mine;
      if (mine.value instanceof Promise) {
        mine.value.catch(() => {
          if (kept === mine) kept = undefined;
        });
      }
      return mine.value;
    },
    forget: () => {
      kept = undefined;
    },
  };
}
