import { withoutIpv6 } from '../../core/addresses/ipv6';
import { findSubnet, sameId } from '../../core/network/find';
import type { Direction, NetworkModel, ResourceId, SecurityGroup } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import {
  isServiceChange,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
} from '../../core/resource-change';
import type { FlowTemplate } from '../../requirements/requirement';
import { tagParts } from '../tag-texts';
import { findRequirement } from '../../requirements/requirements';
import { sources } from '../../requirements/sources';
import { othersUsing } from './also-used-by';
import { applyFix } from './apply-fix';
import { broadened } from './broad-rules';
import { partChanges, ruleKey, type Draft, type DraftRoute, type DraftRule } from './draft';
import { groupLimit } from './fix-limits';
import { freeName, freePriority, usedPriorities } from './place-rule';
import type { FixOptions, NewRuleOptions } from './fix-options';
import { writeRoutes } from './write-routes';
import { limits } from '../../core/azure-facts/limits';

/** A change with its draft rule or route, to determine what it opens. The part of a draft states that itself. */
export type BuiltChange =
  | { readonly change: RuleChange; readonly rule: DraftRule }
  | { readonly change: RouteChange; readonly route: DraftRoute }
  | { readonly change: ResourceChange };

/** A proposed new rule with its key, and the reason why the user's name or priority for it isn't valid. */
export interface OfferedRule {
  readonly key: string;
  readonly rule: NewRule;
  readonly fault: Reason | null;
}

/** Input for testing a draft. */
export interface FixTestInput {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
  readonly options: FixOptions;
  /** Address of the single machine that the fix is for; undefined if it is for the whole subnet. */
  readonly machine?: string | undefined;
}

export type Built =
  | {
      readonly is: 'built';
      readonly changes: readonly BuiltChange[];
      readonly entries: readonly OfferedRule[];
    }
  /** `because` is null if a resource wasn't read, which Readiness already shows. */
  | { readonly is: 'no-room'; readonly because: Reason | null };

/**
 * Builds the changes of a draft with names and priorities: first new resources, then rules and routes, then
 * associations.
 */
export function buildChanges(on: FixTestInput, draft: Draft): Built {
  const parts = partChanges(draft);
  // Associations come last, so that nothing is in effect before it is complete.
  const isLast = (one: ResourceChange): boolean => one.type === 'subnet' || isServiceChange(one);
  const [first, last] = [parts.filter((one) => !isLast(one)), parts.filter(isLast)];
  // Rules can go into an NSG that the draft creates, which then serves this subnet.
  const built = { ...on, model: applyFix(on.model, { changes: [...first, ...last] }) };
  const rules = buildRules(built, draft);
  if (rules.is === 'no-room') return rules;
  const routes = buildRoutes(built.model, draft);
  if (routes.is === 'no-room') return routes;
  const changes = [...first.map(asBuilt), ...rules.changes, ...routes.changes, ...last.map(asBuilt)];
  return { is: 'built', changes, entries: rules.entries };
}

function asBuilt(change: ResourceChange): BuiltChange {
  return { change };
}

interface Place {
  readonly priorities: Set<number>;
  readonly names: Set<string>;
}

function buildRules(on: FixTestInput, draft: Draft): Built {
  const requiredRules = on.options.alternative?.rules === 'broad' ? broadened(draft.rules) : draft.rules;
  const rules = [...requiredRules.values()];
  const changes: BuiltChange[] = [];
  const entries: OfferedRule[] = [];
  const places = new Map<string, Place>();
  for (const rule of rules) {
    const group = on.model.securityGroups.find((one) => sameId(one.id, rule.groupId));
    const place = group && placeIn(places, group, rule.template.direction);
    if (!group || !place) return { is: 'no-room', because: null };
    const full = groupLimit(group, rules.length);
    if (full) return { is: 'no-room', because: full };
    const entry = placeRule({ on, group, place, rule, name: ruleName(rule, rules) });
    if (entry.is === 'no-room') return entry;
    changes.push({ change: { type: 'rule', id: group.id, before: null, after: entry.entry.rule }, rule });
    entries.push(entry.entry);
  }
  return { is: 'built', changes, entries };
}

interface Placing {
  readonly on: FixTestInput;
  readonly group: SecurityGroup;
  readonly place: Place;
  readonly rule: DraftRule;
  /** Preferred name. */
  readonly name: string;
}

type Placed =
  | { readonly is: 'placed'; readonly entry: OfferedRule }
  | { readonly is: 'no-room'; readonly because: Reason | null };

/**
 * Places a rule. It uses the name and priority that the user chose, if they are valid, otherwise the first that are
 * free.
 */
function placeRule({ on, group, place, rule, name }: Placing): Placed {
  const key = ruleKey(rule);
  const entryOption = on.options.entries?.get(key);
  const fault = entryOption && entryFault(entryOption, { ...place, below: rule.below });
  const priority = entryOption && !fault ? entryOption.priority : freePriority(place.priorities, rule.below);
  if (priority === undefined) {
    return { is: 'no-room', because: reason('fix.limit.priority', { name: group.name, below: rule.below }) };
  }
  const chosen = entryOption && !fault ? entryOption.name : freeName(place.names, name);
  place.priorities.add(priority);
  place.names.add(chosen.toLowerCase());
  const written = writeRule(rule, { name: chosen, priority }, ruleAddresses(on, group, rule));
  if (!written) return { is: 'no-room', because: null };
  return { is: 'placed', entry: { key, rule: written, fault: fault ?? null } };
}

/**
 * Returns the taken names and priorities in a direction of an NSG, including rules placed before this one. Both
 * directions share names.
 */
function placeIn(places: Map<string, Place>, group: SecurityGroup, direction: Direction): Place | undefined {
  const key = `${group.id} ${direction}`.toLowerCase();
  const before = places.get(key);
  if (before) return before;
  const priorities = usedPriorities(group.rules, direction);
  if (!priorities || !group.rules.known) return undefined;
  const sameGroup = [...places].find(([other]) => other.startsWith(`${group.id.toLowerCase()} `))?.[1];
  const names = sameGroup?.names ?? new Set(group.rules.value.map((rule) => rule.name.toLowerCase()));
  const built = { priorities: new Set(priorities), names };
  places.set(key, built);
  return built;
}

/**
 * Returns the rule's name from the requirement. A flow to several regions gets a rule per region, with the region in
 * its name.
 */
function ruleName(rule: DraftRule, all: readonly DraftRule[]): string {
  const region = tagParts(rule.remote.tag ?? '').region?.replaceAll(/\W/g, '');
  const several = all.filter((one) => one.template === rule.template).length > 1;
  return several && region !== undefined ? `${rule.template.ruleName}-${region}` : rule.template.ruleName;
}

/**
 * Returns the near side of a rule. For a single machine, it is the machine's own address, in the subnet's NSG and in
 * the network interface's NSG. It is `VirtualNetwork` if the NSG serves only this subnet, where it means the same, or
 * if the rule should serve other subnets, too. Otherwise it is the subnet's prefixes, so that other subnets don't
 * change.
 */
function ruleAddresses(
  on: FixTestInput,
  group: SecurityGroup,
  { template }: DraftRule,
): readonly string[] | undefined {
  if (on.machine !== undefined && on.options.includeOthers !== true) return [on.machine];
  if (!isToSubnets(template) && servesAll(on, group)) return ['VirtualNetwork'];
  const prefixes = findSubnet(on.model, on.subnetId)?.subnet.addressPrefixes;
  return prefixes?.known ? withoutIpv6(prefixes.value) : undefined;
}

function isToSubnets({ remote }: FlowTemplate): boolean {
  return remote.is === 'own-subnet' || remote.is === 'target-subnets';
}

/** True if the rule can serve every machine that the NSG filters. */
function servesAll({ model, subnetId, options }: FixTestInput, group: SecurityGroup): boolean {
  const alone = group.usedBy.known && othersUsing(model, subnetId, group).length === 0;
  return alone || options.includeOthers === true;
}

function writeRule(
  { requirement, template, remote }: DraftRule,
  { name, priority }: Pick<NewRule, 'name' | 'priority'>,
  local: readonly string[] | undefined,
): NewRule | undefined {
  if (!local) return undefined;
  const outbound = template.direction === 'Outbound';
  return {
    name,
    why: whyOf(requirement),
    priority,
    direction: template.direction,
    access: 'Allow',
    protocol: template.writeProtocol,
    sources: outbound ? local : remote.written,
    destinations: outbound ? remote.written : local,
    destinationPorts: template.ports,
  };
}

/** Returns the rule's description: the requirement, and the date of its source. */
function whyOf(requirement: string) {
  const [key] = findRequirement(requirement)?.sources ?? [];
  return reason('fix.rule.why', { id: requirement, date: (key && sources[key].date) ?? '' });
}

function buildRoutes(model: NetworkModel, draft: Draft): Built {
  const changes: BuiltChange[] = [];
  for (const [tableId, drafted] of byTable(draft)) {
    const table = model.routeTables.find((one) => sameId(one.id, tableId));
    if (!table?.routes.known) return { is: 'no-room', because: null };
    const written = writeRoutes(table, table.routes.value, drafted);
    if (written.is === 'no-room') return written;
    for (const [from, route] of written.all) {
      changes.push({ change: { type: 'route', id: tableId, before: null, after: route }, route: from });
    }
  }
  return { is: 'built', changes, entries: [] };
}

/** Groups the routes of a draft by route table. */
function byTable(draft: Draft): ReadonlyMap<ResourceId, readonly DraftRoute[]> {
  const tables = new Map<ResourceId, readonly DraftRoute[]>();
  for (const route of draft.routes.values()) {
    tables.set(route.tableId, [...(tables.get(route.tableId) ?? []), route]);
  }
  return tables;
}

/** Taken names and priorities at the position of a new rule. */
interface EntryPlace {
  /** Taken priorities with the names of their rules. */
  readonly priorities: ReadonlySet<number>;
  /** Taken names in lowercase. */
  readonly names: ReadonlySet<string>;
  /** The new rule must come before this priority. */
  readonly below: number;
}

const { least, greatest } = limits.customPriority;

/** Returns why a rule can't have the chosen name and priority; undefined if it can. */
function entryFault({ name, priority }: NewRuleOptions, place: EntryPlace): Reason | undefined {
  return nameFault(name, place) ?? priorityFault(priority, place);
}

/**
 * Letters, digits, `_`, `.`, and `-`, starting with a letter or digit and ending with a letter, digit, or `_` (naming
 * rules, 2025-04-23).
 */
const wellFormed = /^[A-Za-z0-9](?:[\w.-]{0,78}\w)?$/;

function nameFault(name: string, { names }: EntryPlace): Reason | undefined {
  if (!wellFormed.test(name)) return reason('fix.entry.nameForm');
  return names.has(name.toLowerCase()) ? reason('fix.entry.nameTaken', { name }) : undefined;
}

function priorityFault(priority: number, { priorities, below }: EntryPlace): Reason | undefined {
  if (!Number.isInteger(priority) || priority < least || priority > greatest) {
    return reason('fix.entry.priorityRange', { least, greatest });
  }
  if (priorities.has(priority)) return reason('fix.entry.priorityTaken', { priority });
  return priority >= below ? reason('fix.entry.priorityLate', { below }) : undefined;
}
