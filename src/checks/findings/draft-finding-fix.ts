import { rangeCount } from '../../core/addresses/interval-set';
import type { Finding } from '../../core/finding';
import type { Fix, FixFlow } from '../../core/fix';
import { readableRules, sameId } from '../../core/network/find';
import type { Route, RouteTable, SecurityGroup, SecurityRule } from '../../core/network/model';
import { stillAllowed } from '../../core/reach/still-allowed';
import { reason } from '../../core/reason';
import type { NamedEntry, NewRoute, NewRule, RouteChange, ResourceChange } from '../../core/resource-change';
import { regionalTag, type TagCatalog } from '../../core/tags/tag-catalog';
import type { FixInput } from '../fixes/fix-input';
import { asNewRule } from '../fixes/to-new-rule';
import { tagParts } from '../tag-texts';
import type { FindingCheckId } from './finding-catalog';
import { findingsFor, isOfUnused } from './findings-of';
import { nearestTag } from './nearest-tag';
import { tagInList } from './tag-lists';
import { wrongRegionOf } from './tag-regions';
import { unknownTagOf } from './tag-spelling';

/** A fix that hasn't been tested yet. */
export type Repair = Pick<Fix, 'changes' | 'opens' | 'closes' | 'notes'>;

/** Drafts the fix of a finding, as far as its rule or route shows it; undefined if the user has to decide. */
export function draftRepair(input: FixInput, finding: Finding): Repair | undefined {
  const { check, place, assumptions } = finding;
  // If other users of the NSG aren't known, traffic there may reach the rule.
  if (isOfUnused(finding) && assumptions.length > 0) return undefined;
  if (place.what === 'route') return draftOfRoute(input, finding);
  const group = input.model.securityGroups.find((one) => sameId(one.id, place.resource));
  const named = rulesNamed(group, place.name);
  const [rule] = named;
  // A change references its rule by name, so it would change both of two rules with the same name.
  if (!group || !rule || named.length > 1) return undefined;
  return drafters[check as FindingCheckId]?.({ ...input, group, rule });
}

function repairOf(change: ResourceChange): Repair {
  return { changes: [change], opens: [], closes: [], notes: [] };
}

function rulesNamed(group: SecurityGroup | undefined, name: string): readonly SecurityRule[] {
  const rules = group ? readableRules(group) : [];
  return rules.filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

interface RuleFixInput extends FixInput {
  readonly group: SecurityGroup;
  readonly rule: SecurityRule;
}

type Drafter = (one: RuleFixInput) => Repair | undefined;

const drafters: Readonly<Partial<Record<FindingCheckId, Drafter>>> = {
  'shadowed-security-rule': (one) => remove(one),
  'contradicted-security-rule': (one) => ({ ...remove(one), notes: [reason('finding.fix.wanted')] }),
  'retired-batch-opening': (one) => ({ ...removeAllowRule(one), notes: [reason('finding.fix.retired')] }),
  'inbound-npip-preview-internal': (one) => removeAllowRule(one),
  'tag-in-address-list': draftList,
  'misspelled-service-tag': draftSpelling,
  'wrong-region-tag': draftRegion,
};

function remove({ group, rule }: RuleFixInput): Repair {
  const before = asNewRule(rule) ?? { name: rule.name };
  return repairOf({ type: 'rule', id: group.id, before, after: null });
}

/** Removes an allow rule. The packets that it allows may still pass by another rule, or by a default rule. */
function removeAllowRule(one: RuleFixInput): Repair {
  const { model, facts, group, rule } = one;
  const rules = group.rules.known ? group.rules.value : [];
  const rest = rules.filter((other) => other !== rule);
  const isAllowed = stillAllowed(model, { group, rule, rest }, facts.tags);
  return { ...remove(one), closes: isAllowed ? [] : flowsOf(rule, facts.tags) };
}

/**
 * Moves a single tag to the singular member. If `*` is in the list, the other items don't matter. Any other list would
 * have to become several rules.
 */
function draftList(one: RuleFixInput): Repair | undefined {
  const { rule } = one;
  const side = (['sources', 'destinations'] as const).find((name) => tagInList(rule, name) !== undefined);
  if (side === undefined) return undefined;
  const texts = rule[side];
  if (texts.known && texts.value.length === 1) return replace(one, {});
  if (!isEverything(tagInList(rule, side))) return undefined;
  return replace(one, { [side]: ['*'] });
}

function isEverything(text: string | undefined): boolean {
  return text !== undefined && ['*', 'any'].includes(text.trim().toLowerCase());
}

function draftSpelling(one: RuleFixInput): Repair | undefined {
  const { tags } = one.facts;
  const wrong = unknownTagOf(one.rule, tags);
  const right = wrong === undefined ? undefined : nearestTag(wrong, tags);
  return wrong === undefined || right === undefined ? undefined : exchange(one, wrong, right);
}

/** Corrects the region only if a single region is intended. For two, the rule would have to be split. */
function draftRegion(one: RuleFixInput): Repair | undefined {
  const { model, plan, facts, group, rule } = one;
  const context = { model, tags: facts.tags, ...findingsFor(plan, facts) };
  const wrong = wrongRegionOf(context, { group, rule, rules: [] });
  const [region, second] = wrong?.intended ?? [];
  if (!wrong || region === undefined || second !== undefined) return undefined;
  const right = regionalTag(facts.tags, tagParts(wrong.tag).base, region);
  return right === undefined ? undefined : exchange(one, wrong.tag, right);
}

function exchange(one: RuleFixInput, wrong: string, right: string): Repair | undefined {
  const { rule, facts } = one;
  const changed = (texts: SecurityRule['sources']): readonly string[] =>
    texts.known ? texts.value.map((text) => (text === wrong ? right : text)) : [];
  const repair = replace(one, { sources: changed(rule.sources), destinations: changed(rule.destinations) });
  if (!repair) return undefined;
  // A deny rule closes what an allow rule opens.
  const [then] = flowsOf(rule, facts.tags, wrong);
  const [now] = flowsOf(rule, facts.tags, right);
  if (!then || !now) return undefined;
  const isKnown = facts.tags.spelling(wrong) !== undefined;
  const old = isKnown ? [then] : [];
  const allows = rule.access.known && rule.access.value === 'Allow';
  return { ...repair, opens: allows ? [now] : old, closes: allows ? old : [now] };
}

/** Returns the same rule with other addresses at its own priority. */
function replace(
  { group, rule }: RuleFixInput,
  changed: Partial<Pick<NewRule, 'sources' | 'destinations'>>,
): Repair | undefined {
  const written = asNewRule(rule);
  if (!written) return undefined;
  const after = { ...written, ...changed };
  return repairOf({ type: 'rule', id: group.id, before: written, after });
}

const spoken: Readonly<Record<string, FixFlow['protocol']>> = { Tcp: 'TCP', Udp: 'UDP', Icmp: 'ICMP' };

/** Returns the flows that a rule describes, for a single remote side or for all of them. */
function flowsOf(rule: SecurityRule, tags: TagCatalog, only?: string): readonly FixFlow[] {
  const { direction, protocol, sources, destinations, destinationPorts } = rule;
  if (!direction.known) return [];
  const far = direction.value === 'Outbound' ? destinations : sources;
  const texts = only === undefined ? (far.known ? far.value : []) : [only];
  const ports = destinationPorts.known ? destinationPorts.value.join(', ') : '*';
  return [
    {
      direction: direction.value,
      protocol: (protocol.known ? spoken[protocol.value] : undefined) ?? 'Any',
      ports: ports === '*' ? 'any' : ports,
      remote: texts.join(', '),
      ranges: texts.reduce((sum, text) => sum + rangesOf(text, tags), 0),
    },
  ];
}

function rangesOf(text: string, tags: TagCatalog): number {
  const set = tags.lookup(text);
  return set ? rangeCount(set) : 1;
}

function draftOfRoute(input: FixInput, { check, place }: Finding): Repair | undefined {
  const table = input.model.routeTables.find((one) => sameId(one.id, place.resource));
  const named = routesOf(table).filter((one) => sameId(one.name, place.name));
  const [route] = named;
  // A change references its route by name, so it would change both of two routes with the same name.
  if (!table || !route || named.length > 1) return undefined;
  return check === 'misspelled-service-tag'
    ? draftTagOfRoute(input, table, route)
    : draftDuplicate(table, route);
}

/** Removes the later of two routes to the same destination, if both have the same next hop. */
function draftDuplicate(table: RouteTable, route: Route): Repair | undefined {
  const hasTwin = routesOf(table).some((one) => one !== route && leadsAlike(one, route));
  const change: RouteChange = { type: 'route', id: table.id, before: asRoute(route), after: null };
  return hasTwin ? repairOf(change) : undefined;
}

/** Returns the route in the form of a change, as far as it is known. */
function asRoute({ name, destination, nextHop, nextHopAddress }: Route): NamedEntry<NewRoute> {
  if (!destination.known || !nextHop.known || !nextHopAddress.known) return { name };
  return {
    name,
    destination: destination.value,
    nextHop: nextHop.value,
    nextHopAddress: nextHopAddress.value,
  };
}

/**
 * Returns the same route to the intended tag. With next hop Internet, it opens traffic to the tag. With another next
 * hop, it closes it.
 */
function draftTagOfRoute({ facts }: FixInput, table: RouteTable, route: Route): Repair | undefined {
  const before = asRoute(route);
  const tag = 'destination' in before ? nearestTag(before.destination, facts.tags) : undefined;
  if (tag === undefined || !('destination' in before)) return undefined;
  const change: RouteChange = { type: 'route', id: table.id, before, after: { ...before, destination: tag } };
  const ranges = rangesOf(tag, facts.tags);
  const flow: FixFlow = { direction: 'Outbound', protocol: 'Any', ports: 'any', remote: tag, ranges };
  const [opens, closes] = before.nextHop === 'Internet' ? [[flow], []] : [[], [flow]];
  return { ...repairOf(change), opens, closes };
}

function routesOf(table: RouteTable | undefined): readonly Route[] {
  return table?.routes.known ? table.routes.value : [];
}

function leadsAlike(a: Route, b: Route): boolean {
  return (
    a.destination.known &&
    b.destination.known &&
    a.destination.value.toLowerCase() === b.destination.value.toLowerCase() &&
    a.nextHop.known &&
    b.nextHop.known &&
    a.nextHop.value === b.nextHop.value &&
    a.nextHopAddress.known &&
    b.nextHopAddress.known &&
    a.nextHopAddress.value === b.nextHopAddress.value
  );
}
