import { intersect, subtract } from '../addresses/interval-algebra';
import { isEmpty, type IntervalSet } from '../addresses/interval-set';
import { routeSegments, type RankedPrefixes } from './route-segments';
import { leadAlike, type RouteTarget } from './route-target';
import type { Reason } from '../reason';

/** Prefixes with a common target. */
export interface RouteSource extends RankedPrefixes {
  readonly target: RouteTarget;
}

/** Addresses whose route can't be overridden, whatever its length. */
export interface FirmRoute {
  readonly set: IntervalSet;
  readonly target: RouteTarget;
}

/** A route for which it isn't known which addresses of the set it matches, with the reason. */
export interface PossibleRoute extends FirmRoute {
  readonly because: Reason;
}

/** Addresses with the same target. */
interface RoutedPart {
  readonly set: IntervalSet;
  readonly target: RouteTarget;
}

/** Routes of a subnet, to look up the targets of any set of addresses. */
export interface RouteMap {
  partition(set: IntervalSet): readonly RoutedPart[];
}

/**
 * Creates a route map: the longest prefix first, then rank (virtual network traffic routing, 2023-05-27). `sources`
 * must contain 0.0.0.0/0, as system routes do, and no more than `mostRoutes`.
 */
export function createRouteMap(
  sources: readonly RouteSource[],
  firm: readonly FirmRoute[],
  perhaps: readonly PossibleRoute[] = [],
): RouteMap {
  const segments = routeSegments(sources);
  const kept = new WeakMap<IntervalSet, readonly RoutedPart[]>();
  return {
    partition(set) {
      const before = kept.get(set);
      if (before) return before;
      const parts: RoutedPart[] = [];
      let rest = set;
      for (const { set: matchedSet, target } of firm) {
        const hit = intersect(rest, matchedSet);
        if (isEmpty(hit)) continue;
        parts.push({ set: hit, target });
        rest = subtract(rest, matchedSet);
      }
      for (const part of segments.partition(rest)) {
        const source = sources[part.route];
        if (source) parts.push(...orPerhaps({ set: part.set, target: source.target }, perhaps));
      }
      kept.set(set, parts);
      return parts;
    },
  };
}

/** Makes addresses unknown that another route may send elsewhere. */
function orPerhaps(part: RoutedPart, perhaps: readonly PossibleRoute[]): readonly RoutedPart[] {
  const other = perhaps.find(({ target }) => !leadAlike(target, part.target));
  if (!other) return [part];
  const { set, target, because } = other;
  return [
    { set: intersect(part.set, set), target: { ...target, hop: 'unknown' as const, because } },
    { set: subtract(part.set, set), target: part.target },
  ].filter((one) => !isEmpty(one.set));
}
