import { intersect, subtract } from '../addresses/interval-algebra';
import { adopt, isEmpty, type IntervalSet } from '../addresses/interval-set';
import type { Prefix } from '../addresses/prefix';
import type { RouteTarget } from './route-target';

/** Prefixes with one target. `rank`, 0 to 7: the lower wins among equal prefixes. */
export interface RouteSource {
  readonly prefixes: readonly Prefix[];
  readonly rank: number;
  readonly target: RouteTarget;
}

/** Addresses whose route nothing overrides, whatever its length. */
export interface FirmRoute {
  readonly set: IntervalSet;
  readonly target: RouteTarget;
}

/** Addresses that go to one target. */
export interface RoutedPart {
  readonly set: IntervalSet;
  readonly target: RouteTarget;
}

/** Answers for any set of addresses where each of them goes. */
export interface RouteMap {
  partition(set: IntervalSet): readonly RoutedPart[];
}

/** More targets than any table of Azure brings; more are not worth a slower way of sorting. */
export const mostTargets = 4096;

/**
 * Longest prefix first, then rank (virtual network traffic routing, 2023-05-27). `sources` must hold 0.0.0.0/0, as
 * Azure's own routes do, and no more than `mostTargets`. One sweep turns them into disjoint segments.
 */
export function createRouteMap(sources: readonly RouteSource[], firm: readonly FirmRoute[]): RouteMap {
  const segments = sweep(
    keysInOrder(sources),
    sources.map(({ target }) => target),
  );
  const kept = new WeakMap<IntervalSet, readonly RoutedPart[]>();
  return {
    partition(set) {
      const before = kept.get(set);
      if (before) return before;
      const parts: RoutedPart[] = [];
      let rest = set;
      for (const { set: taken, target } of firm) {
        const hit = intersect(rest, taken);
        if (isEmpty(hit)) continue;
        parts.push({ set: hit, target });
        rest = subtract(rest, taken);
      }
      parts.push(...partitionBySegments(rest, segments));
      kept.set(set, parts);
      return parts;
    },
  };
}

interface Segments {
  readonly starts: Uint32Array;
  readonly targets: readonly RouteTarget[];
}

/** One number for each prefix: first address, length, rank and source in its digits, 53 bits in all. */
function keysInOrder(sources: readonly RouteSource[]): Float64Array {
  const keys = new Float64Array(sources.reduce((sum, { prefixes }) => sum + prefixes.length, 0));
  let at = 0;
  sources.forEach(({ prefixes, rank }, source) => {
    for (const { first, length } of prefixes) {
      keys[at++] = ((first * 64 + length) * 8 + rank) * mostTargets + source;
    }
  });
  return keys.sort();
}

/** Prefixes nest or are apart, so a stack of those that are open holds the winner on top. */
function sweep(keys: Float64Array, targets: readonly RouteTarget[]): Segments {
  const starts: number[] = [];
  const winners: RouteTarget[] = [];
  const open: Open[] = [];
  const begin = (start: number, { target }: Open): void => {
    if (starts.at(-1) === start) winners[winners.length - 1] = target;
    else if (winners.at(-1) !== target) {
      starts.push(start);
      winners.push(target);
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
    const first = Math.floor(key / (64 * 8 * mostTargets));
    const length = Math.floor(key / (8 * mostTargets)) % 64;
    closeBefore(first);
    const top = open.at(-1);
    const isBeaten = top?.first === first && top.length === length;
    if (isBeaten) continue;
    const next = {
      first,
      length,
      last: first + 2 ** (32 - length) - 1,
      target: targets[key % mostTargets] as RouteTarget,
    };
    begin(first, next);
    open.push(next);
  }
  closeBefore(2 ** 32);
  return { starts: Uint32Array.from(starts), targets: winners };
}

interface Open extends Prefix {
  readonly target: RouteTarget;
}

function partitionBySegments(set: IntervalSet, { starts, targets }: Segments): RoutedPart[] {
  const bounds = new Map<RouteTarget, number[]>();
  for (let at = 0; at < set.length; at += 2) {
    const last = set[at + 1] as number;
    let from = set[at] as number;
    for (let segment = segmentOf(starts, from); from <= last; segment++) {
      const target = targets[segment];
      if (!target) break;
      const end = segment + 1 < starts.length ? (starts[segment + 1] as number) - 1 : 0xffffffff;
      const to = Math.min(last, end);
      append(bounds, target, from, to);
      from = to + 1;
    }
  }
  return [...bounds].map(([target, list]) => ({ set: adopt(Uint32Array.from(list)), target }));
}

function append(
  bounds: Map<RouteTarget, number[]>,
  target: RouteTarget,
  ...[from, to]: [number, number]
): void {
  const list = bounds.get(target);
  if (!list) bounds.set(target, [from, to]);
  else if (list[list.length - 1] === from - 1) list[list.length - 1] = to;
  else list.push(from, to);
}

function segmentOf(starts: Uint32Array, address: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= address) low = middle;
    else high = middle - 1;
  }
  return low;
}
