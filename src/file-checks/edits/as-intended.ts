import { applyFix } from '../../checks/fixes/apply-fix';
import { known, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Route, SecurityRule, Subnet } from '../../core/network/model';
import { isEntryChange, settableOf, type ResourceChange } from '../../core/resource-change';

interface Change {
  readonly before: NetworkModel;
  readonly changes: readonly ResourceChange[];
  /** The model of the edited files. */
  readonly after: NetworkModel;
  /** Subnets, NSGs, and route tables that the fix is for. */
  readonly intended: readonly ResourceId[];
}

/**
 * Returns whether edited files contain the changes of their fix, and all other NSGs, route tables, and subnets are unchanged.
 * An edit of lines that create several rules or subnets may change others by accident, and this doesn't have to show in
 * the results.
 */
export function isAsIntended({ before, changes, after, intended }: Change): boolean {
  const expected = applyFix(before, { changes });
  const entries = changes.filter(isEntryChange);
  const named = entries.map(({ id }) => id);
  const removed = entries.flatMap((one) => one.before?.name.toLowerCase() ?? []);
  const used = subnetsIn(before).flatMap(({ securityGroup, routeTable }) =>
    [securityGroup, routeTable].flatMap((one) => (one.known && one.value !== null ? [one.value] : [])),
  );
  const intendedChange = { named, intended, removed, used };
  return (
    before.securityGroups.every(({ id }) =>
      isSame(intendedChange, id, [rulesIn(expected, id), rulesIn(after, id)]),
    ) &&
    before.routeTables.every(({ id }) =>
      isSame(intendedChange, id, [routesIn(expected, id), routesIn(after, id)]),
    ) &&
    subnetsIn(before).every(
      (one) => isOneOf([...intended, ...changedSubnets(changes)], one.id) || isAsItWas(one, after),
    )
  );
}

function subnetsIn({ virtualNetworks }: NetworkModel): readonly Subnet[] {
  return virtualNetworks.flatMap(({ subnets }) => subnets);
}

function changedSubnets(changes: readonly ResourceChange[]): readonly ResourceId[] {
  return changes.flatMap(({ type, id }) => (type === 'subnet' ? [id] : []));
}

function isOneOf(ids: readonly ResourceId[], id: ResourceId): boolean {
  return ids.some((one) => sameId(one, id));
}

function isAsItWas(subnet: Subnet, after: NetworkModel): boolean {
  const now = subnetsIn(after).find(({ id }) => sameId(id, subnet.id));
  return now !== undefined && subnetText(now) === subnetText(subnet);
}

/** Serializes the settings of a subnet that a fix can change. */
function subnetText(one: Subnet): string {
  return JSON.stringify([...settableOf(one), one.defaultOutboundAccess].map(partText));
}

/** Entries of an NSG or route table by name, each serialized. Undefined if they aren't known. */
type Entries = ReadonlyMap<string, string> | undefined;

interface IntendedChange extends Pick<Change, 'intended'> {
  /** NSGs and route tables that the changes refer to. */
  readonly named: readonly ResourceId[];
  /** Names of the rules and routes that are removed. */
  readonly removed: readonly string[];
  /** NSGs and route tables of subnets in the files, whose changed traffic the fix's title can mention. */
  readonly used: readonly ResourceId[];
}

/**
 * Returns whether an NSG or route table has the expected entries. Shared lines may add entries to another one, if a subnet in
 * the files uses it. They can't remove entries from it, except those that are wrong there too.
 */
function isSame(
  { named, intended, removed, used }: IntendedChange,
  id: ResourceId,
  [expected, got]: readonly [Entries, Entries],
): boolean {
  if (expected === undefined) return true;
  if (got === undefined) return false;
  if (!isOneOf(named, id)) {
    const mayGo = isOneOf(intended, id) ? removed : [];
    if (!isOneOf([...intended, ...used], id) && got.size > expected.size) return false;
    return [...expected.keys()].every((name) => got.has(name) || mayGo.includes(name));
  }
  return got.size === expected.size && [...expected].every(([name, entry]) => got.get(name) === entry);
}

function rulesIn({ securityGroups }: NetworkModel, id: ResourceId): Entries {
  const group = securityGroups.find((one) => sameId(one.id, id));
  return entriesOf(group?.addedRules ? known(group.addedRules) : group?.rules, ruleText);
}

function routesIn({ routeTables }: NetworkModel, id: ResourceId): Entries {
  return entriesOf(routeTables.find((one) => sameId(one.id, id))?.routes, routeText);
}

function entriesOf<T extends { readonly name: string }>(
  all: Known<readonly T[]> | undefined,
  textOf: (one: T) => string,
): Entries {
  return all?.known ? new Map(all.value.map((one) => [one.name.toLowerCase(), textOf(one)])) : undefined;
}

function ruleText(rule: SecurityRule): string {
  const { priority, direction, access, protocol, sources, destinations, sourcePorts, destinationPorts } =
    rule;
  const groups = [...rule.sourceApplicationGroups, ...rule.destinationApplicationGroups];
  const parts = [priority, direction, access, protocol, sources, destinations, sourcePorts, destinationPorts];
  return JSON.stringify([...parts.map(partText), groups.map((id) => id.toLowerCase())]);
}

function routeText({ destination, nextHop, nextHopAddress }: Route): string {
  return JSON.stringify([destination, nextHop, nextHopAddress].map(partText));
}

/** Serializes a value. The order of lists doesn't matter, and unknown values are all the same. */
function partText(part: Known<unknown>): string {
  if (!part.known) return '?';
  return JSON.stringify(Array.isArray(part.value) ? [...part.value].sort() : part.value).toLowerCase();
}
