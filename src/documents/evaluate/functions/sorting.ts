/** Items in the order that `isBefore` gives; as they stood where neither comes before the other, or each does. */
export function sortedBy<T>(items: readonly T[], isBefore: (left: T, right: T) => boolean): readonly T[] {
  return items.toSorted((left, right) => Number(isBefore(right, left)) - Number(isBefore(left, right)));
}
