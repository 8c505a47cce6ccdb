import { boundedCache } from '../core/bounded-cache';
import { equalEnds } from '../core/equal-ends';

/** The last list of a key, with a result for each of its items. */
interface LastList<T, R> {
  items: readonly T[];
  results: readonly R[];
}

/** Number of lists whose results are cached. */
const mostLists = 8;

/**
 * Results of the items of lists that change in few places, such as an NSG's rules while a user edits one. Only items
 * between the first and the last difference from the last list of the same key are computed.
 */
export class ListResults<T, R> {
  readonly #lastOf = boundedCache<LastList<T, R>>(mostLists);

  /** Returns one result per item. The key includes everything else that `compute` depends on. */
  of(key: string, items: readonly T[], compute: (item: T) => R): readonly R[] {
    const last = this.#lastOf(key, () => ({ items: [], results: [] }));
    if (last.items === items) return last.results;
    const { start, end } = equalEnds(last.items, items);
    last.results = [
      ...last.results.slice(0, start),
      ...items.slice(start, items.length - end).map(compute),
      ...last.results.slice(last.results.length - end),
    ];
    last.items = items;
    return last.results;
  }
}
