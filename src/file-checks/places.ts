import { createObjectCache } from '../core/object-cache';
import type { FindingPlace } from '../core/finding';
import { groupBy } from '../core/group-by';
import { nameOf } from '../core/network/find';
import type { Decider, DecidingRoute, DecidingRule } from '../core/check-result';
import type { ResourceId } from '../core/network/model';
import type { Child } from '../documents/model/children';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { partOf, placeOfPart } from '../documents/model/parts';
import { isInRange, type SourceRange } from '../documents/source/source-range';
import type { Value } from '../documents/evaluate/value';
import { placeOfFirewallRule } from './place-of-firewall';
import { createdResource, declaredResource } from './resource-of';

/** Returns the place of the deciding rule or route. Null for Azure's own, and if no file contains it. */
export function placeOfDecider(declared: DeclaredNetwork, by: Decider): SourceRange | null {
  if (by.kind === 'firewall-rule') return placeOfFirewallRule(declared, by);
  const id = containerIdOf(by);
  if (id === null) return null;
  const children = declared.children.get(id.toLowerCase()) ?? [];
  const child = childNamed(children, by.name);
  return child ? placeOfChild(child, children) : null;
}

/** Returns the place of a route's next hop address, or null if no file contains it. */
export function placeOfNextHop(
  declared: DeclaredNetwork,
  { tableId, name }: DecidingRoute,
): SourceRange | null {
  const routes = tableId === null ? [] : (declared.children.get(tableId.toLowerCase()) ?? []);
  const route = childNamed(routes, name);
  const hop = route && placeOfPart(partOf(route.value, 'properties', 'nextHopIpAddress'));
  // Each of several entries from one loop has its own row, with its name.
  return hop && route.place && !repeatedPlaces(routes).has(keyOf(route.place)) ? hop : null;
}

const childrenByName = createObjectCache<readonly Child[], ReadonlyMap<string, Child>>();

/** Finds the first child with a name. */
function childNamed(children: readonly Child[], name: string): Child | undefined {
  const index =
    childrenByName.get(children) ??
    new Map([...children].reverse().map((one) => [one.name.toLowerCase(), one] as const));
  childrenByName.set(children, index);
  return index.get(name.toLowerCase());
}

/** Returns the NSG or route table that contains the rule or route. */
function containerIdOf(by: DecidingRule | DecidingRoute): ResourceId | null {
  return by.kind === 'route' ? by.tableId : by.isDefault ? null : by.groupId;
}

/**
 * Returns the place of the rule or route in a finding, or of its list if a file contains the entry without a known
 * place.
 */
export function placeOfFinding(
  declared: DeclaredNetwork,
  { resource, index, name }: FindingPlace,
): SourceRange | null {
  const children = declared.children.get(resource.toLowerCase()) ?? [];
  const child = children[index] ?? childNamed(children, name);
  return child ? (placeOfChild(child, children) ?? placeOfList(declared, resource)) : null;
}

/** Each of several entries from one loop is at its own row, with its name, and not at the loop. */
function placeOfChild({ value, place }: Child, children: readonly Child[]): SourceRange | null {
  const isRepeated = place !== null && repeatedPlaces(children).has(keyOf(place));
  const row = isRepeated ? placeOfPart(partOf(value, 'name')) : null;
  return row && !isInRange(row, place ?? row) ? row : placeOfNamed(value, place);
}

const repeated = new WeakMap<readonly Child[], ReadonlySet<string>>();

/** Returns the places that several children share. */
function repeatedPlaces(children: readonly Child[]): ReadonlySet<string> {
  const before = repeated.get(children);
  if (before) return before;
  const placed = children.flatMap(({ place }) => (place ? [place] : []));
  const all = groupBy(placed, keyOf);
  const byName = new Set([...all].flatMap(([key, its]) => (its.length > 1 ? [key] : [])));
  repeated.set(children, byName);
  return byName;
}

function keyOf({ file, start, end }: SourceRange): string {
  return `${String(start)} ${String(end)} ${file}`;
}

/** Returns the place of an item's name if it's written inside the item, or else the item's start. */
function placeOfNamed(value: Value, fallback: SourceRange | null): SourceRange | null {
  const name = placeOfPart(partOf(value, 'name'));
  if (name && fallback && isInRange(name, fallback)) return name;
  return fallback;
}

/**
 * Returns the place of the rules of an NSG or the routes of a table, or of the resource if it doesn't have the list.
 */
export function placeOfList(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  const resource = declaredResource(declared, id);
  if (!resource || resource.isExisting) return null;
  const list = propertyOf(resource, 'securityRules') ?? propertyOf(resource, 'routes');
  return placeOfPart(list) ?? resource.namePlace;
}

/** Returns the place of a subnet: its name. */
export function placeOfSubnet(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  const own = createdResource(declared, id);
  if (own) return own.namePlace;
  const network = declaredResource(declared, id.replace(/\/subnets\/[^/]*$/i, ''));
  // A reference to the subnet, if it isn't written in its network.
  const other = declaredResource(declared, id) ?? network;
  return (network && placeInNetwork(network, nameOf(id))) ?? other?.namePlace ?? null;
}

function placeInNetwork(network: DeclaredResource, name: string): SourceRange | null {
  const subnets = propertyOf(network, 'subnets');
  const items = subnets?.is === 'array' ? subnets.items : [];
  const item = itemsByName(items).get(name.toLowerCase());
  return item ? placeOfNamed(item, item.from) : null;
}

/** Cached by list, because lists are immutable and used for each problem of a subnet. */
const indexes = new WeakMap<readonly Value[], ReadonlyMap<string, Value>>();

/**
 * Indexes items by name, or by the symbol of an unknown name, in lowercase. Of two with the same name, the first
 * counts.
 */
function itemsByName(items: readonly Value[]): ReadonlyMap<string, Value> {
  const before = indexes.get(items);
  if (before) return before;
  const named = items.flatMap((one) => {
    const name = nameIn(one);
    return name === null ? [] : [[name.toLowerCase(), one] as const];
  });
  const byName = new Map([...named].reverse());
  indexes.set(items, byName);
  return byName;
}

function nameIn(value: Value): string | null {
  const its = partOf(value, 'name');
  if (its?.is === 'text') return its.value;
  return its?.is === 'unknown' ? its.symbol : null;
}
