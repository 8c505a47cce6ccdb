import type { FixStep, NewRoute, NewRule } from '../../core/fix';
import { findSubnet, sameId } from '../../core/network/find';
import type { Direction, NetworkModel, ResourceId, SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';
import { findRequirement } from '../../requirements/requirements';
import { sources } from '../../requirements/sources';
import { othersUsing } from './also-used-by';
import type { Draft, DraftRoute, DraftRule } from './draft';
import { freeName, freePriority, takenPriorities } from './place-rule';

/** A step and what it was drafted from, so that what it opens can be told. */
export type BuiltStep =
  | { readonly step: Extract<FixStep, { what: 'rule'; do: 'insert' }>; readonly rule: DraftRule }
  | { readonly step: Extract<FixStep, { what: 'route'; do: 'insert' }>; readonly route: DraftRoute };

/** What a draft is tried on. */
export interface Tried {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
}

/** The steps of a draft with names and priorities, routes last; undefined where a rule finds no place. */
export function buildSteps(on: Tried, draft: Draft): readonly BuiltStep[] | undefined {
  const { model } = on;
  const built: BuiltStep[] = [];
  const places = new Map<string, Place>();
  for (const rule of draft.rules.values()) {
    const group = model.securityGroups.find((one) => sameId(one.id, rule.groupId));
    const place = group && placeIn(places, group, rule.template.direction);
    const priority = place && freePriority(place.priorities, rule.below);
    if (!group || !place || priority === undefined) return undefined;
    const name = freeName(place.names, ruleName(rule, draft));
    place.priorities.add(priority);
    place.names.add(name.toLowerCase());
    const written = writeRule(rule, { name, priority }, ruleAddresses(on, group, rule));
    if (!written) return undefined;
    built.push({ step: { do: 'insert', what: 'rule', into: group.id, rule: written }, rule });
  }
  for (const route of draft.routes.values()) {
    const written = writeRoute(model, route);
    if (!written) return undefined;
    built.push({ step: { do: 'insert', what: 'route', into: route.tableId, route: written }, route });
  }
  return built;
}

interface Place {
  readonly priorities: Set<number>;
  readonly names: Set<string>;
}

/** What is taken in one direction of a group, the rules placed before this one included. Names serve both directions. */
function placeIn(places: Map<string, Place>, group: SecurityGroup, direction: Direction): Place | undefined {
  const key = `${group.id} ${direction}`.toLowerCase();
  const before = places.get(key);
  if (before) return before;
  const priorities = takenPriorities(group.rules, direction);
  if (!priorities || !group.rules.known) return undefined;
  const sameGroup = [...places].find(([other]) => other.startsWith(`${group.id.toLowerCase()} `))?.[1];
  const names = sameGroup?.names ?? new Set(group.rules.value.map((rule) => rule.name.toLowerCase()));
  const made = { priorities: new Set(priorities), names };
  places.set(key, made);
  return made;
}

/** The data's name; a flow to several regions gets one rule a region, named after it. */
function ruleName(rule: DraftRule, draft: Draft): string {
  const region = rule.remote.tag?.split('.')[1];
  const several = [...draft.rules.values()].filter((one) => one.template === rule.template).length > 1;
  return several && region !== undefined ? `${rule.template.ruleName}-${region}` : rule.template.ruleName;
}

/**
 * The subnet's side of a rule. `VirtualNetwork` where the group serves this subnet alone, since it means the same
 * there, and where the service compares texts; else the subnet's own prefixes, so that the other subnets stay as
 * they are.
 */
function ruleAddresses(
  { model, subnetId }: Tried,
  group: SecurityGroup,
  { template }: DraftRule,
): readonly string[] | undefined {
  const alone = group.usedBy.known && othersUsing(model, subnetId, group).length === 0;
  const ownSubnet = template.remote.is === 'own-subnet';
  if (template.preflightByText || (alone && !ownSubnet)) return ['VirtualNetwork'];
  const prefixes = findSubnet(model, subnetId)?.subnet.addressPrefixes;
  return prefixes?.known ? prefixes.value : undefined;
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

/** The rule's description: which requirement, and the date of the page that asks for it. */
function whyOf(requirement: string) {
  const [key] = findRequirement(requirement)?.sources ?? [];
  return reason('fix.rule.why', { id: requirement, date: (key && sources[key].date) ?? '' });
}

function writeRoute(model: NetworkModel, route: DraftRoute): NewRoute | undefined {
  const table = model.routeTables.find((one) => sameId(one.id, route.tableId));
  if (!table?.routes.known) return undefined;
  const taken = new Set(table.routes.value.map((one) => one.name.toLowerCase()));
  return {
    name: freeName(taken, `${route.tag.replaceAll('.', '-')}-direct`),
    destination: route.tag,
    nextHop: route.nextHop,
    nextHopAddress: null,
  };
}
