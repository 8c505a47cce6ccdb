/** Makes a thing when it is first asked for, then gives the same one. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** One thing a subscription, made when first asked for; ids differ in case only by accident. */
export function perSubscription<T>(make: (subscriptionId: string) => T): (subscriptionId: string) => T {
  const made = new Map<string, T>();
  return (subscriptionId) => {
    const key = subscriptionId.toLowerCase();
    const found = made.get(key) ?? make(subscriptionId);
    made.set(key, found);
    return found;
  };
}
