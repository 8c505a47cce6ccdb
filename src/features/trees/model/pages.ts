/** Number of nodes per page. */
export const pageSize = 100;

export interface LinePage<T> {
  readonly shown: readonly T[];
  /** Number of nodes on the next page; 0 if all are shown. */
  readonly next: number;
  /** Number of nodes that aren't shown. */
  readonly rest: number;
}

/** Returns the first `first` items, and the requested number of further pages. */
export function firstLines<T>(all: readonly T[], pages: number, first = pageSize): LinePage<T> {
  const shown = all.slice(0, first + pages * pageSize);
  const rest = all.length - shown.length;
  return { shown, next: Math.min(pageSize, rest), rest };
}

/** Sorts by name. */
export function byName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => a.name.localeCompare(b.name));
}
