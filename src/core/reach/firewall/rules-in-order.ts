import { known, type Known } from '../../known';
import type {
  Firewall,
  FirewallPolicy,
  FirewallRule,
  RuleCollection,
  RuleCollectionGroup,
} from '../../network/firewall';
import type { ResourceId } from '../../network/resource-id';

/** A rule with its collection. */
export interface PlacedRule {
  readonly rule: FirewallRule;
  readonly collection: string;
  readonly access: RuleCollection['access'];
  readonly writtenIn: ResourceId;
}

/**
 * Returns the rules in a firewall's evaluation order, separately by type. All rules of a parent policy come before
 * those of its child, whatever their priorities. Then the priority of the group and of the collection decides (rule
 * processing logic, firewall/rule-processing, read 2026-11-26). Callers evaluate DNAT rules before network rules, and
 * these before application rules. The result is unknown if one position is unknown, because any rule might be there.
 */
export function rulesInOrder({ policies }: Firewall): Known<readonly PlacedRule[]> {
  return all(policies, placedOfPolicy);
}

function placedOfPolicy({ groups }: FirewallPolicy): Known<readonly PlacedRule[]> {
  const ordered = byPriority(groups);
  return all(ordered, ({ id, collections }) => placedOfGroup(id, collections));
}

function placedOfGroup(
  writtenIn: ResourceId,
  collections: RuleCollectionGroup['collections'],
): Known<readonly PlacedRule[]> {
  return all(byPriority(collections), ({ name, access, rules }) =>
    rules.known ? known(rules.value.map((rule) => ({ rule, collection: name, access, writtenIn }))) : rules,
  );
}

function byPriority<T extends { readonly priority: Known<number> }>(
  items: Known<readonly T[]>,
): Known<readonly T[]> {
  if (!items.known) return items;
  const keyed: { readonly item: T; readonly priority: number }[] = [];
  for (const item of items.value) {
    if (!item.priority.known) return item.priority;
    keyed.push({ item, priority: item.priority.value });
  }
  return known(keyed.sort((a, b) => a.priority - b.priority).map(({ item }) => item));
}

/** Combines the parts in order. The first unknown part makes the whole unknown. */
function all<T, R>(items: Known<readonly T[]>, read: (item: T) => Known<readonly R[]>): Known<readonly R[]> {
  if (!items.known) return items;
  const found: R[] = [];
  for (const item of items.value) {
    const part = read(item);
    if (!part.known) return part;
    found.push(...part.value);
  }
  return known(found);
}
