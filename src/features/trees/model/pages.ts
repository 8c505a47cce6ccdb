/** Lines of a page. */
export const pageSize = 100;

export interface LinePage<T> {
  readonly shown: readonly T[];
  /** Lines of the next page; 0 where all are shown. */
  readonly next: number;
  /** Lines that are not shown. */
  readonly rest: number;
}

/** The first `first` lines and as many pages as were asked for. */
export function firstLines<T>(all: readonly T[], pages: number, first = pageSize): LinePage<T> {
  const shown = all.slice(0, first + pages * pageSize);
  const rest = all.length - shown.length;
  return { shown, next: Math.min(pageSize, rest), rest };
}

/** In the order that a person looks for them. */
export function byName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => a.name.localeCompare(b.name));
}
