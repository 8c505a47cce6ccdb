import { adopt, type IntervalSet } from '../addresses/interval-set';
import type { Prefix } from '../addresses/prefix';
import { boundedCache } from '../bounded-cache';

/** Prefixes of a route. `rank`, 0 to 7: the lower wins among equal prefixes. */
export interface RankedPrefixes {
  readonly prefixes: readonly Prefix[];
  readonly rank: number;
}

/** More routes than any route table of Azure contains; more aren't worth a slower sort. */
export const mostRoutes = 4096;

/** Addresses of a route, with its index in the list. */
interface SegmentPart {
  readonly set: IntervalSet;
  readonly route: number;
}

/** The whole address space as disjoint segments, each with its route. */
export interface Segments {
  partition(set: IntervalSet): readonly SegmentPart[];
}

/**
 * Cache, because route tables of a landing zone have the same prefixes: their segments are the same, whatever the
 * targets.
 */
const kept = boundedCache<Segments>(8);

/**
 * Converts routes to segments in a single sweep: the longest prefix first, then rank. `routes` must contain 0.0.0.0/0
 * and no more than `mostRoutes`.
 */
export function routeSegments(routes: readonly RankedPrefixes[]): Segments {
  return kept(routes.map(keyOf).join(';'), () => {
    const swept = sweep(keysInOrder(routes));
    const partitions = new WeakMap<IntervalSet, readonly SegmentPart[]>();
    return {
      partition(set) {
        const before = partitions.get(set);
        if (before) return before;
        const parts = partitionBy(swept, set);
        partitions.set(set, parts);
        return parts;
      },
    };
  });
}

/** A longer list belongs to a service tag and is the same object as long as its catalog exists. */
const longestWritten = 16;
const listIds = new WeakMap<readonly Prefix[], number>();
let lists = 0;

function keyOf({ prefixes, rank }: RankedPrefixes): string {
  if (prefixes.length <= longestWritten) {
    return `${rank}:${prefixes.map(({ first, length }) => `${first}/${length}`).join()}`;
  }
  const id = listIds.get(prefixes) ?? (lists += 1);
  listIds.set(prefixes, id);
  return `${rank}#${id}`;
}

/** Returns a number for each prefix: first address, length, rank, and route in its digits, 53 bits in total. */
function keysInOrder(routes: readonly RankedPrefixes[]): Float64Array {
  const keys = new Float64Array(routes.reduce((sum, { prefixes }) => sum + prefixes.length, 0));
  let at = 0;
  routes.forEach(({ prefixes, rank }, route) => {
    for (const { first, length } of prefixes) {
      keys[at++] = ((first * 64 + length) * 8 + rank) * mostRoutes + route;
    }
  });
  return keys.sort();
}

interface Swept {
  readonly starts: Uint32Array;
  readonly routes: Uint16Array;
}

interface Open extends Prefix {
  readonly route: number;
}

/** Sweeps the prefixes. They nest or are disjoint, so the top of a stack of open prefixes is the winner. */
function sweep(keys: Float64Array): Swept {
  const starts: number[] = [];
  const winners: number[] = [];
  const open: Open[] = [];
  const begin = (start: number, { route }: Open): void => {
    if (starts.at(-1) === start) winners[winners.length - 1] = route;
    else if (winners.at(-1) !== route) {
      starts.push(start);
      winners.push(route);
    }
  };
  const closeBefore = (address: number): void => {
    for (let top = open.at(-1); top && top.last < address; top = open.at(-1)) {
      open.pop();
      const below = open.at(-1);
      if (below && below.last > top.last) begin(top.last + 1, below);
    }
  };
  for (const key of keys) {
    const first = Math.floor(key / (64 * 8 * mostRoutes));
    const length = Math.floor(key / (8 * mostRoutes)) % 64;
    closeBefore(first);
    const top = open.at(-1);
    const isBeaten = top?.first === first && top.length === length;
    if (isBeaten) continue;
    const next = { first, length, last: first + 2 ** (32 - length) - 1, route: key % mostRoutes };
    begin(first, next);
    open.push(next);
  }
  closeBefore(2 ** 32);
  return { starts: Uint32Array.from(starts), routes: Uint16Array.from(winners) };
}

function partitionBy({ starts, routes }: Swept, set: IntervalSet): readonly SegmentPart[] {
  const only = onlyRoute({ starts, routes }, set);
  // The same set, so that caches by identity find it.
  if (only !== undefined) return [{ set, route: only }];
  const bounds = new Map<number, number[]>();
  for (let at = 0; at < set.length; at += 2) {
    const last = set[at + 1] as number;
    let from = set[at] as number;
    for (let segment = segmentAt(starts, from); from <= last; segment++) {
      const route = routes[segment];
      if (route === undefined) break;
      const end = segment + 1 < starts.length ? (starts[segment + 1] as number) - 1 : 0xffffffff;
      const to = Math.min(last, end);
      append(bounds, route, from, to);
      from = to + 1;
    }
  }
  return [...bounds].map(([route, list]) => ({ set: adopt(new Uint32Array(list)), route }));
}

/** Returns the route of all addresses; undefined if there are several, or none. */
function onlyRoute({ starts, routes }: Swept, set: IntervalSet): number | undefined {
  if (set.length === 0) return undefined;
  let segment = segmentAt(starts, set[0] as number);
  const route = routes[segment];
  for (let at = 0; at < set.length; at += 2) {
    const first = set[at] as number;
    const last = set[at + 1] as number;
    while (segment + 1 < starts.length && (starts[segment + 1] as number) <= first) segment += 1;
    if (routes[segment] !== route) return undefined;
    while (segment + 1 < starts.length && (starts[segment + 1] as number) <= last) {
      segment += 1;
      if (routes[segment] !== route) return undefined;
    }
  }
  return route;
}

function append(bounds: Map<number, number[]>, route: number, ...[from, to]: [number, number]): void {
  const list = bounds.get(route);
  if (!list) bounds.set(route, [from, to]);
  else if (list[list.length - 1] === from - 1) list[list.length - 1] = to;
  else list.push(from, to);
}

function segmentAt(starts: Uint32Array, address: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= address) low = middle;
    else high = middle - 1;
  }
  return low;
}
