import { applyFix } from '../../checks/fixes/apply-fix';
import { known, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Route, SecurityRule, Subnet } from '../../core/network/model';
import { isEntryChange, settableOf, type ResourceChange } from '../../core/resource-change';

interface Change {
  readonly before: NetworkModel;
  readonly changes: readonly ResourceChange[];
  /** What the edited files say. */
  readonly after: NetworkModel;
  /** Subnets, groups and tables in which it mends something. */
  readonly meant: readonly ResourceId[];
}

/**
 * Whether edited files hold what their fix says, and of every other group, table and subnet what they held: an edit of
 * what makes several rules or subnets at once may take along those that nobody meant, and no result need tell.
 */
export function isAsIntended({ before, changes, after, meant }: Change): boolean {
  const wanted = applyFix(before, { changes });
  const entries = changes.filter(isEntryChange);
  const named = entries.map(({ id }) => id);
  const removed = entries.flatMap((one) => one.before?.name.toLowerCase() ?? []);
  const used = subnetsIn(before).flatMap(({ securityGroup, routeTable }) =>
    [securityGroup, routeTable].flatMap((one) => (one.known && one.value !== null ? [one.value] : [])),
  );
  const asked = { named, meant, removed, used };
  return (
    before.securityGroups.every(({ id }) => isSame(asked, id, [rulesIn(wanted, id), rulesIn(after, id)])) &&
    before.routeTables.every(({ id }) => isSame(asked, id, [routesIn(wanted, id), routesIn(after, id)])) &&
    subnetsIn(before).every(
      (one) => isOneOf([...meant, ...changedSubnets(changes)], one.id) || isAsItWas(one, after),
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

/** What a fix sets in the subnet that it is for. */
function subnetText(one: Subnet): string {
  return JSON.stringify([...settableOf(one), one.defaultOutboundAccess].map(partText));
}

/** Entries of a group or table, each as one text, by name; undefined where they are not known. */
type Entries = ReadonlyMap<string, string> | undefined;

interface Asked extends Pick<Change, 'meant'> {
  /** Groups and tables that the changes name. */
  readonly named: readonly ResourceId[];
  /** Names of the rules and routes that go. */
  readonly removed: readonly string[];
  /** Groups and tables of subnets in the files, whose traffic a title can tell. */
  readonly used: readonly ResourceId[];
}

/**
 * What somebody else's lines give to a group or table as well may come to it, where a subnet in the files has it; nothing
 * that it has may go, but for what is as wrong there.
 */
function isSame(
  { named, meant, removed, used }: Asked,
  id: ResourceId,
  [wanted, got]: readonly [Entries, Entries],
): boolean {
  if (wanted === undefined) return true;
  if (got === undefined) return false;
  if (!isOneOf(named, id)) {
    const mayGo = isOneOf(meant, id) ? removed : [];
    if (!isOneOf([...meant, ...used], id) && got.size > wanted.size) return false;
    return [...wanted.keys()].every((name) => got.has(name) || mayGo.includes(name));
  }
  return got.size === wanted.size && [...wanted].every(([name, entry]) => got.get(name) === entry);
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

/** In whatever order a list is written; what is not known is no more than that. */
function partText(part: Known<unknown>): string {
  if (!part.known) return '?';
  return JSON.stringify(Array.isArray(part.value) ? [...part.value].sort() : part.value).toLowerCase();
}
