import { intersect, subtract } from '../addresses/interval-algebra';
import { adopt, isEmpty, type IntervalSet } from '../addresses/interval-set';
import type { Prefix } from '../addresses/prefix';
import type { RouteTarget } from './route-target';

/** A prefix with its target. `rank`: the lower wins among equal prefixes. */
export interface RouteEntry {
  readonly prefix: Prefix;
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

/**
 * Longest prefix first, then rank (virtual network traffic routing, 2023-05-27). `entries` must hold 0.0.0.0/0, as
 * Azure's own routes do. One sweep turns them into disjoint segments.
 */
export function createRouteMap(entries: readonly RouteEntry[], firm: readonly FirmRoute[]): RouteMap {
  const segments = sweep(inOrder(entries));
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

function inOrder(entries: readonly RouteEntry[]): RouteEntry[] {
  return [...entries].sort(
    (a, b) => a.prefix.first - b.prefix.first || a.prefix.length - b.prefix.length || a.rank - b.rank,
  );
}

/** Prefixes nest or are apart, so a stack of those that are open holds the winner on top. */
function sweep(entries: readonly RouteEntry[]): Segments {
  const starts: number[] = [];
  const targets: RouteTarget[] = [];
  const open: RouteEntry[] = [];
  const begin = (start: number, target: RouteTarget): void => {
    if (starts.at(-1) === start) targets[targets.length - 1] = target;
    else if (targets.at(-1) !== target) {
      starts.push(start);
      targets.push(target);
    }
  };
  const closeBefore = (address: number): void => {
    for (let top = open.at(-1); top && top.prefix.last < address; top = open.at(-1)) {
      open.pop();
      const below = open.at(-1);
      if (below && below.prefix.last > top.prefix.last) begin(top.prefix.last + 1, below.target);
    }
  };
  for (const entry of entries) {
    closeBefore(entry.prefix.first);
    const top = open.at(-1);
    const isBeaten = top?.prefix.first === entry.prefix.first && top.prefix.length === entry.prefix.length;
    if (isBeaten) continue;
    begin(entry.prefix.first, entry.target);
    open.push(entry);
  }
  closeBefore(2 ** 32);
  return { starts: Uint32Array.from(starts), targets };
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
