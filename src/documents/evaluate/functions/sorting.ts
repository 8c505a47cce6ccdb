/** Items in the order that `isBefore` gives, equal ones as they stood. */
export function sortedBy<T>(items: readonly T[], isBefore: (left: T, right: T) => boolean): readonly T[] {
  return items.toSorted((left, right) => {
    if (isBefore(left, right)) return -1;
    return isBefore(right, left) ? 1 : 0;
  });
}
