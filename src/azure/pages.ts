import { badResponse } from './failure';

/** A page of a list, and the parameter for the next page. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
  /** Number of characters that Azure sent. */
  readonly size: number;
}

/**
 * Limits beyond what a subscription can have of one kind: Azure allows 5,000 network security groups in a region
 * (limits page, 2025-11-12).
 */
const most = { pages: 500, items: 100_000, size: 64 * 1024 * 1024 } as const;

/**
 * Reads all items of a list, page by page. A list that links back to an earlier page, or exceeds the limits, is
 * rejected as a whole, because a part of it would look complete.
 */
export async function everyPage<T>(
  readPage: (next: string | undefined) => Promise<ListPage<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  const requestedPages = new Set<string>();
  let size = 0;
  let next: string | undefined;
  do {
    const page = await readPage(next);
    size += page.size;
    if (items.length + page.items.length > most.items || size > most.size) throw badResponse('endless');
    for (const item of page.items) items.push(item);
    next = page.next === '' ? undefined : page.next;
    if (next !== undefined && (requestedPages.has(next) || requestedPages.size >= most.pages)) {
      throw badResponse('endless');
    }
    if (next !== undefined) requestedPages.add(next);
  } while (next !== undefined);
  return items;
}
