/** Groups items by a key, in their order. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const its = groups.get(key);
    if (its) its.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
