import { intersect, subtract } from '../addresses/interval-algebra';
import { isEmpty, type IntervalSet } from '../addresses/interval-set';
import { segmentsOf, type RankedPrefixes } from './route-segments';
import type { RouteTarget } from './route-target';

/** Prefixes with one target. */
export interface RouteSource extends RankedPrefixes {
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
 * Longest prefix first, then rank (virtual network traffic routing, 2023-05-27). `sources` must hold 0.0.0.0/0, as
 * Azure's own routes do, and no more than `mostRoutes`.
 */
export function createRouteMap(sources: readonly RouteSource[], firm: readonly FirmRoute[]): RouteMap {
  const segments = segmentsOf(sources);
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
      for (const part of segments.partition(rest)) {
        const source = sources[part.route];
        if (source) parts.push({ set: part.set, target: source.target });
      }
      kept.set(set, parts);
      return parts;
    },
  };
}
