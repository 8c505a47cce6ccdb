import type { FindingPlace } from '../core/finding';
import { groupBy } from '../core/group-by';
import { nameOf } from '../core/network/find';
import type { Decider, DecidingRoute, DecidingRule } from '../core/check-result';
import type { ResourceId } from '../core/network/model';
import type { Child } from '../documents/model/children';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { partOf, placeOfPart } from '../documents/model/parts';
import type { SourceRange } from '../documents/source/source-range';
import type { Value } from '../documents/evaluate/value';
import { placeOfFirewallRule } from './place-of-firewall';
import { madeResource, declaredResource } from './resource-of';

/** Where the rule or route that decided is written; null for Azure's own, and for what no file holds. */
export function placeOfDecider(declared: DeclaredNetwork, by: Decider): SourceRange | null {
  if (by.kind === 'firewall-rule') return placeOfFirewallRule(declared, by);
  const id = holderOf(by);
  if (id === null) return null;
  const children = declared.children.get(id.toLowerCase()) ?? [];
  const child = childNamed(children, by.name);
  return child ? placeOfChild(child, children) : null;
}

/** The address that a route of a table sends to; null where no file has it. */
export function placeOfNextHop(
  declared: DeclaredNetwork,
  { tableId, name }: DecidingRoute,
): SourceRange | null {
  const routes = tableId === null ? [] : (declared.children.get(tableId.toLowerCase()) ?? []);
  const route = childNamed(routes, name);
  const hop = route && placeOfPart(partOf(route.value, 'properties', 'nextHopIpAddress'));
  // Of several that one loop makes each has its own row, by its name.
  return hop && route.place && !repeatedPlaces(routes).has(keyOf(route.place)) ? hop : null;
}

const childrenByName = new WeakMap<readonly Child[], ReadonlyMap<string, Child>>();

/** The first child of a name. */
function childNamed(children: readonly Child[], name: string): Child | undefined {
  const index =
    childrenByName.get(children) ??
    new Map([...children].reverse().map((one) => [one.name.toLowerCase(), one] as const));
  childrenByName.set(children, index);
  return index.get(name.toLowerCase());
}

/** The group or table that holds the rule or route. */
function holderOf(by: DecidingRule | DecidingRoute): ResourceId | null {
  return by.kind === 'route' ? by.tableId : by.isDefault ? null : by.groupId;
}

/** Where a rule or route that a finding names is written; its list, where a file brings it that no place is known of. */
export function placeOfFinding(
  declared: DeclaredNetwork,
  { resource, index, name }: FindingPlace,
): SourceRange | null {
  const children = declared.children.get(resource.toLowerCase()) ?? [];
  const child = children[index] ?? childNamed(children, name);
  return child ? (placeOfChild(child, children) ?? placeOfList(declared, resource)) : null;
}

/** Of several that one loop makes each has its own row, by its name, and not the loop. */
function placeOfChild({ value, place }: Child, children: readonly Child[]): SourceRange | null {
  const isRepeated = place !== null && repeatedPlaces(children).has(keyOf(place));
  const row = isRepeated ? placeOfPart(partOf(value, 'name')) : null;
  return row && !isInside(row, place ?? row) ? row : placeOfNamed(value, place);
}

const repeated = new WeakMap<readonly Child[], ReadonlySet<string>>();

/** Where several children stand. */
function repeatedPlaces(children: readonly Child[]): ReadonlySet<string> {
  const before = repeated.get(children);
  if (before) return before;
  const placed = children.flatMap(({ place }) => (place ? [place] : []));
  const all = groupBy(placed, keyOf);
  const made = new Set([...all].flatMap(([key, its]) => (its.length > 1 ? [key] : [])));
  repeated.set(children, made);
  return made;
}

function keyOf({ file, start, end }: SourceRange): string {
  return `${String(start)} ${String(end)} ${file}`;
}

/** The name of an item, where it is written inside the item; else the item's beginning. */
function placeOfNamed(value: Value, whole: SourceRange | null): SourceRange | null {
  const name = placeOfPart(partOf(value, 'name'));
  if (name && whole && isInside(name, whole)) return name;
  return whole;
}

function isInside(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/** The list of rules of a group or routes of a table; the resource where it has none. */
export function placeOfList(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  const resource = declaredResource(declared, id);
  if (!resource || resource.isExisting) return null;
  const list = propertyOf(resource, 'securityRules') ?? propertyOf(resource, 'routes');
  return placeOfPart(list) ?? resource.namePlace;
}

/** Where a subnet is written: its name. */
export function placeOfSubnet(declared: DeclaredNetwork, id: ResourceId): SourceRange | null {
  const own = madeResource(declared, id);
  if (own) return own.namePlace;
  const network = declaredResource(declared, id.replace(/\/subnets\/[^/]*$/i, ''));
  // A reference to the subnet, where it isn't written in its network.
  const other = declaredResource(declared, id) ?? network;
  return (network && placeInNetwork(network, nameOf(id))) ?? other?.namePlace ?? null;
}

function placeInNetwork(network: DeclaredResource, name: string): SourceRange | null {
  const subnets = propertyOf(network, 'subnets');
  const items = subnets?.is === 'array' ? subnets.items : [];
  const item = itemsByName(items).get(name.toLowerCase());
  return item ? placeOfNamed(item, item.from) : null;
}

/** Of lists, which never change: each problem of a subnet asks. */
const indexes = new WeakMap<readonly Value[], ReadonlyMap<string, Value>>();

/** Items by the names that they have, or by what stands for them, in small letters; of two of one name the first. */
function itemsByName(items: readonly Value[]): ReadonlyMap<string, Value> {
  const before = indexes.get(items);
  if (before) return before;
  const named = items.flatMap((one) => {
    const name = nameIn(one);
    return name === null ? [] : [[name.toLowerCase(), one] as const];
  });
  const made = new Map([...named].reverse());
  indexes.set(items, made);
  return made;
}

function nameIn(value: Value): string | null {
  const its = partOf(value, 'name');
  if (its?.is === 'text') return its.value;
  return its?.is === 'unknown' ? its.symbol : null;
}
