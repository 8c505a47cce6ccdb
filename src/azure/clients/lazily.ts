/** Creates a value on first use and returns the same value afterwards. */
export function lazily<T>(create: () => T): () => T {
  let created: { readonly value: T } | undefined;
  return () => (created ??= { value: create() }).value;
}

/** Creates one value per subscription, on first use. IDs are compared ignoring case. */
export function perSubscription<T>(create: (subscriptionId: string) => T): (subscriptionId: string) => T {
  const created = new Map<string, T>();
  return (subscriptionId) => {
    const key = subscriptionId.toLowerCase();
    const found = created.get(key) ?? create(subscriptionId);
    created.set(key, found);
    return found;
  };
}
