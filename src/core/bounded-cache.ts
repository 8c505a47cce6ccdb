/**
 * Creates a cache whose keys include everything that the values depend on. With more than `most` values, the least
 * recently used is removed.
 */
export function boundedCache<T>(most: number): (key: string, create: () => T) => T {
  const kept = new Map<string, T>();
  return (key, create) => {
    const before = kept.get(key);
    const value = before ?? create();
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > most) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    return value;
  };
}
