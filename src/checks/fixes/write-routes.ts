import { limits } from '../../core/azure-facts/limits';
import type { Route, RouteTable } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { NewRoute } from '../../core/resource-change';
import { isTagText } from '../../core/addresses/address-list';
import type { DraftRoute } from './draft';
import { tableLimit } from './fix-limits';
import { freeName } from './place-rule';

/** The routes that a draft's route becomes in its table, or why the table can't have them. */
export type WrittenRoutes =
  | { readonly is: 'written'; readonly all: readonly (readonly [DraftRoute, NewRoute])[] }
  | { readonly is: 'no-room'; readonly because: Reason };

/**
 * Writes the routes of a draft for a table: by service tag while the table can have another, otherwise a route for each
 * prefix of the tag. Azure prefers prefixes to tags.
 */
export function writeRoutes(
  table: RouteTable,
  present: readonly Route[],
  drafted: readonly DraftRoute[],
): WrittenRoutes {
  const names = new Set(present.map((one) => one.name.toLowerCase()));
  const all: (readonly [DraftRoute, NewRoute])[] = [];
  let tagsLeft = limits.serviceTagRoutesPerTable - present.filter(namesTag).length;
  for (const route of drafted) {
    const byTag = route.asTag && tagsLeft > 0;
    if (byTag) tagsLeft -= 1;
    const destinations = byTag ? [route.tag] : missing(present, route);
    const conflict = byTag ? undefined : conflictingRoute(present, route);
    if (conflict) {
      return {
        is: 'no-room',
        because: reason('fix.limit.prefixTaken', { name: table.name, ...conflict }),
      };
    }
    if (destinations.length === 0) return { is: 'no-room', because: limitOf(table, route, 1) };
    if (present.length + all.length + destinations.length > limits.routesPerTable) {
      return { is: 'no-room', because: limitOf(table, route, destinations.length) };
    }
    for (const destination of destinations) {
      all.push([route, writeRoute(route, destination, { names, isOne: byTag })]);
    }
  }
  return { is: 'written', all };
}

/** Returns the limit: too many service tags, or too many prefixes. */
function limitOf(table: RouteTable, route: DraftRoute, count: number): Reason {
  const { name } = table;
  const plain = tableLimit(table);
  if (count === 1 && plain) return plain;
  const limit = limits.routesPerTable;
  return reason('fix.limit.prefixRoutes', { name, limit, tag: route.tag, n: route.prefixes.length });
}

function namesTag({ destination }: Route): boolean {
  return destination.known && isTagText(destination.value);
}

/** Returns the prefixes that the table doesn't send there yet. */
function missing(present: readonly Route[], { prefixes }: DraftRoute): readonly string[] {
  const there = new Set(present.flatMap(({ destination }) => (destination.known ? [destination.value] : [])));
  return prefixes.filter((one) => !there.has(one));
}

/**
 * Finds an existing route for a prefix. A table can have only one, and a route to another next hop has to be changed by
 * its author.
 */
function conflictingRoute(
  present: readonly Route[],
  { prefixes }: DraftRoute,
): { readonly route: string; readonly prefix: string } | undefined {
  const requiredPrefixes = new Set(prefixes);
  const other = present.find(
    (one) =>
      one.destination.known &&
      requiredPrefixes.has(one.destination.value) &&
      !(one.nextHop.known && one.nextHop.value === 'Internet'),
  );
  return other?.destination.known ? { route: other.name, prefix: other.destination.value } : undefined;
}

function writeRoute(
  { tag }: DraftRoute,
  destination: string,
  { names, isOne }: { readonly names: Set<string>; readonly isOne: boolean },
): NewRoute {
  const base = `${tag.replaceAll('.', '-')}-direct`;
  const name = freeName(names, isOne ? base : `${base}-${destination.replace('/', '-')}`);
  names.add(name.toLowerCase());
  return { name, destination, nextHop: 'Internet', nextHopAddress: null };
}
