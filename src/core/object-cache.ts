/**
 * A cache whose values lie on their keys, in a private field. The keys look the same: copies, comparisons, and JSON
 * don't see it.
 */
export interface ObjectCache<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** A class that extends this one adds its private fields to the object that its constructor gets. */
// oxlint-disable-next-line typescript/no-extraneous-class -- its subclasses have fields
class Given {
  constructor(object: object) {
    return object;
  }
}

/**
 * Creates a cache for keys that are replaced with each keystroke, such as a network model and its lists. V8's frequent
 * collections of young objects treat what is in a `WeakMap` as used, so that a keystroke's objects outlive it. That made
 * such a collection twice as long. `WeakMap` is faster for keys that live longer, or that are many, such as rules.
 */
export function createObjectCache<K extends object, V>(): ObjectCache<K, V> {
  class Cached extends Given {
    #value: V;

    constructor(key: K, value: V) {
      super(key);
      this.#value = value;
    }

    static get(key: K): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static set(key: K, value: V): void {
      if (#value in key) key.#value = value;
      else new Cached(key, value);
    }
  }
  return Cached;
}
