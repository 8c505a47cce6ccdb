/** Creates a value on first use and returns the same value afterwards. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Creates one value per subscription, on first use. IDs are compared ignoring case. */
export function perSubscription<T>(make: (subscriptionId: string) => T): (subscriptionId: string) => T {
  const made = new Map<string, T>();
  return (subscriptionId) => {
    const key = subscriptionId.toLowerCase();
    const found = made.get(key) ?? make(subscriptionId);
    made.set(key, found);
    return found;
  };
}
