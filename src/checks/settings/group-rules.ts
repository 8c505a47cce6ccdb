import { readAddressList } from '../../core/addresses/address-list';
import { limits } from '../../core/azure-facts/limits';
import { getOrCreate } from '../../core/get-or-create';
import { known, valueOr, type Known } from '../../core/known';
import { securityGroupOf } from '../../core/network/find';
import type { SecurityRule } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import { dayOf, type TagCatalog } from '../../core/tags/tag-catalog';
import { ListResults } from '../list-results';
import { comparableName, refusedValue } from '../rule-values';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';
import { isUnlistedTag } from '../tag-texts';

/** Fraction of a limit from which a warning is shown. */
const nearlyAll = 0.9;

/** Checks requirement `nsg-rule-limits`: the number of rules in the NSG, and of addresses on either side. */
export function checkGroupLimits(context: PlaceContext): SettingResult {
  const rules = rulesOf(context);
  if (!rules.known) return notRead(rules);
  if (rules.value === null) return notApplicable('check.agree.noGroup');
  let [sources, destinations] = [0, 0];
  for (const rule of rules.value) {
    sources += knownLength(rule.sources);
    destinations += knownLength(rule.destinations);
  }
  const addresses = Math.max(sources, destinations);
  const values = { rules: rules.value.length, addresses };
  const filled = Math.max(
    rules.value.length / limits.rulesPerSecurityGroup,
    addresses / limits.addressesPerSecurityGroup,
  );
  const groups = filled > 1 ? failed('check.group.over', values) : groupsFault(rules.value);
  if (groups) return groups;
  if (filled >= nearlyAll) return withSeverity('warning', failed('check.group.nearlyFull', values));
  const unread = rules.value.find(({ sources, destinations }) => !sources.known || !destinations.known);
  const whyUnknown = unread && [unread.sources, unread.destinations].find((side) => !side.known);
  return whyUnknown ? notRead(whyUnknown) : passed('check.group.within', values);
}

/** Finds too many application security groups, in all rules or in one. */
function groupsFault(rules: readonly SecurityRule[]): SettingResult | undefined {
  const { applicationGroupsPerSecurityGroup: most, applicationGroupsPerRule: mostOfRule } = limits;
  // Most rules have none.
  const grouped = rules.filter(
    (rule) => rule.sourceApplicationGroups.length + rule.destinationApplicationGroups.length > 0,
  );
  const { size } = new Set(grouped.flatMap(applicationGroupsOf));
  if (size > most) return failed('check.group.groups', { n: size, limit: most });
  for (const { name, sourceApplicationGroups, destinationApplicationGroups } of grouped) {
    const n = Math.max(sourceApplicationGroups.length, destinationApplicationGroups.length);
    if (n > mostOfRule) return failed('check.group.groupsOfRule', { name, n, limit: mostOfRule });
  }
  return undefined;
}

function applicationGroupsOf(rule: SecurityRule): readonly string[] {
  return [...rule.sourceApplicationGroups, ...rule.destinationApplicationGroups].map((id) =>
    id.toLowerCase(),
  );
}

/** Returns an unknown of severity info. The rows of the flows count it. */
function notRead({ because }: { readonly because: Reason }): SettingResult {
  return withSeverity('info', unknownResult(because));
}

function knownLength(list: Known<readonly string[]>): number {
  return list.known ? list.value.length : 0;
}

/** Checks requirement `nsg-rule-wellformed`: the first of the most severe faults, whatever the order of the rules. */
export function checkGroupRules(context: TrafficContext): SettingResult {
  const rules = rulesOf(context);
  if (!rules.known) return notRead(rules);
  if (rules.value === null) return notApplicable('check.agree.noGroup');
  const { error, warning, unread, exclusive } = readingOf(context, rules.value);
  const fault = error ?? warning;
  if (fault) return fault;
  if (!unread) return exclusive ? notRead({ because: exclusive }) : passed('check.rules.fine');
  const partlyKnown = rules.value.filter(({ priority, direction }) => !priority.known || !direction.known);
  const clash = partlyKnown.map((rule) => perhapsTwice(rule, rules.value ?? [])).find((one) => one);
  return clash ? unknownResult(clash) : notRead(unread);
}

/** The first fault of each severity, and the first value that is unknown. */
interface RulesReading {
  readonly error?: SettingResult;
  readonly warning?: SettingResult | undefined;
  readonly unread?: UnknownValue | undefined;
  /** Set if rules have the same priority or name, and may exclude each other. */
  readonly exclusive?: Reason | undefined;
}

type UnknownValue = Extract<Known<unknown>, { readonly known: false }>;

/** The findings in a rule by itself, before it's compared with others. */
interface RuleReading {
  /** The name and the priority for comparison with those of other rules. */
  readonly name: string | undefined;
  readonly priority: number | undefined;
  readonly valueFault: SettingResult | undefined;
  readonly tagFault: SettingResult | undefined;
  /** The findings if no other rule has its name or its priority. */
  readonly alone: RulesReading;
}

function readingOf({ place, tags }: TrafficContext, rules: readonly SecurityRule[]): RulesReading {
  const key = String(valueOr(place.subnet.securityGroup, null));
  const cached = getOrCreate(ruleReadings, tags, () => new ListResults<SecurityRule, RuleReading>());
  const readings = cached.of(key, rules, (rule) => readRule(rule, tags));
  const earlier = earlierRulesOf(readings);
  let warning: SettingResult | undefined;
  let unread: UnknownValue | undefined;
  let exclusive: Reason | undefined;
  for (let index = 0; index < rules.length; index++) {
    const [rule, reading] = [rules[index] as SecurityRule, readings[index] as RuleReading];
    const found = earlier ? compareWithEarlier(rule, reading, earlier) : reading.alone;
    if (found.error) return { error: found.error };
    warning ??= found.warning;
    unread ??= found.unread;
    exclusive ??= found.exclusive;
  }
  return { warning, unread, exclusive };
}

/** Returns the findings in a rule by itself, or together with one of the rules before it. */
function compareWithEarlier(rule: SecurityRule, reading: RuleReading, earlier: EarlierRules): RulesReading {
  const sameName = earlierRule(reading.name, rule, earlier.names);
  const samePriority = earlierRule(reading.priority, rule, earlier.priorities);
  if (!sameName && !samePriority) return reading.alone;
  const value = sameName && !mayExclude(rule, sameName) ? valueFault(rule, true) : reading.valueFault;
  return findingsOf(rule, { ...reading, valueFault: value }, { samePriority, exclusive: rule.mayNotExist });
}

function findingsOf(
  rule: SecurityRule,
  { valueFault: value, tagFault: tag }: Pick<RuleReading, 'valueFault' | 'tagFault'>,
  other: { readonly samePriority?: SecurityRule | undefined; readonly exclusive?: Reason | undefined } = {},
): RulesReading {
  const error = priorityFault(rule, other.samePriority) ?? errorOf(value) ?? errorOf(tag);
  if (error) return { error };
  return { warning: value ?? tag, unread: unreadOf(rule), exclusive: other.exclusive };
}

const ruleReadings = new WeakMap<TagCatalog, ListResults<SecurityRule, RuleReading>>();

function readRule(rule: SecurityRule, tags: TagCatalog): RuleReading {
  const faults = { valueFault: valueFault(rule, false), tagFault: tagFault(rule, tags) };
  return {
    name: comparableName(rule.name),
    priority: priorityKey(rule),
    ...faults,
    alone: findingsOf(rule, faults),
  };
}

/**
 * Adds a rule to those before it, and returns the one with the same key. One that certainly exists takes precedence.
 */
function earlierRule<K>(
  key: K | undefined,
  rule: SecurityRule,
  rules: Map<K, SecurityRule>,
): SecurityRule | undefined {
  if (key === undefined) return undefined;
  const before = rules.get(key);
  if (!before || before.mayNotExist) rules.set(key, rule);
  return before;
}

/** True for rules of which it isn't known whether they exist: a condition may exclude one of them. */
function mayExclude(one: SecurityRule, other: SecurityRule): boolean {
  return one.mayNotExist !== undefined && other.mayNotExist !== undefined;
}

/**
 * Finds the first unknown value of a rule. If it isn't known whether a rule exists, its access is unknown, but the rest
 * is still checked.
 */
function unreadOf(rule: SecurityRule): UnknownValue | undefined {
  const { priority, direction, protocol, sources, destinations, sourcePorts, destinationPorts } = rule;
  const all = [priority, direction, protocol, sources, destinations, sourcePorts, destinationPorts];
  return all.find((value) => !value.known);
}

function rulesOf({ model, place }: PlaceContext): Known<readonly SecurityRule[] | null> {
  const group = securityGroupOf(model, place.subnet);
  if (!group.known) return group;
  return group.value === null ? known(null) : group.value.rules;
}

/** Returns why a rule may have the same priority as another in its direction; undefined if it can't. */
function perhapsTwice(rule: SecurityRule, rules: readonly SecurityRule[]): Reason | undefined {
  const { priority, direction } = rule;
  const whyUnknown = priority.known ? direction : priority;
  if (whyUnknown.known) return undefined;
  const isSame = rules.some(
    (other) => other !== rule && mayEqual(other.priority, priority) && mayEqual(other.direction, direction),
  );
  return isSame ? whyUnknown.because : undefined;
}

function mayEqual<T>(one: Known<T>, other: Known<T>): boolean {
  return !one.known || !other.known || one.value === other.value;
}

/** The first rule of each name, and of each priority. */
interface EarlierRules {
  readonly names: Map<string, SecurityRule>;
  readonly priorities: Map<number, SecurityRule>;
}

/** Returns maps to fill; undefined if names and priorities are distinct, as in most NSGs. Nothing is then compared. */
function earlierRulesOf(readings: readonly RuleReading[]): EarlierRules | undefined {
  const isDistinct = hasSameKeys(readings, lastDistinct) || hasDistinctKeys(readings);
  if (!isDistinct) return { names: new Map(), priorities: new Map() };
  lastDistinct = readings;
  return undefined;
}

/** The last rules with distinct names and priorities. Most changes of a rule keep both. */
let lastDistinct: readonly RuleReading[] = [];

function hasSameKeys(readings: readonly RuleReading[], others: readonly RuleReading[]): boolean {
  return (
    readings.length === others.length &&
    readings.every((reading, index) => {
      const other = others[index];
      return reading === other || (reading.name === other?.name && reading.priority === other?.priority);
    })
  );
}

function hasDistinctKeys(readings: readonly RuleReading[]): boolean {
  const names = new Set(readings.map(({ name }) => name));
  const priorities = new Set(readings.map(({ priority }) => priority));
  return names.size === readings.length && priorities.size === readings.length;
}

/** Returns the priority, negative for outbound rules, because each direction has its own priorities. */
function priorityKey({ priority, direction }: SecurityRule): number | undefined {
  if (!priority.known || !direction.known) return undefined;
  return direction.value === 'Inbound' ? priority.value : -priority.value;
}

/** Finds a priority outside of 100 to 4096, or one that is used twice in a direction (security groups, 2025-07-15). */
function priorityFault(rule: SecurityRule, other: SecurityRule | undefined): SettingResult | undefined {
  const { name, priority } = rule;
  if (!priority.known) return undefined;
  const { least, greatest } = limits.customPriority;
  if (priority.value < least || priority.value > greatest || !Number.isInteger(priority.value)) {
    return failed('check.rules.priority', { name, priority: priority.value, least, greatest });
  }
  if (!other || mayExclude(rule, other)) return undefined;
  return failed('check.rules.twice', { name, other: other.name, priority: priority.value });
}

/** Returns a fault that isn't a warning. Without its own severity, a fault has that of the requirement. */
function errorOf(fault: SettingResult | undefined): SettingResult | undefined {
  return fault && fault.severity !== 'warning' ? fault : undefined;
}

/** Returns the fault of ports, an address, or a name that Azure rejects. */
function valueFault(rule: SecurityRule, hasDuplicateName: boolean): SettingResult | undefined {
  const refused = refusedValue(rule, hasDuplicateName);
  if (!refused) return undefined;
  const { what, severity, value } = refused;
  return withSeverity(severity, failed(`check.rules.refused.${what}`, { name: rule.name, value }));
}

/** Finds a list with several service tags on a side, or an unknown tag: a list can only have addresses. */
function tagFault(rule: SecurityRule, tags: TagCatalog): SettingResult | undefined {
  const { name } = rule;
  for (const side of [rule.sources, rule.destinations]) {
    const named = side.known ? readAddressList(side.value).tags : [];
    const unknownTag = named.find((tag) => isUnlistedTag(tag, tags));
    if (unknownTag !== undefined) {
      return withSeverity(
        'warning',
        failed('check.rules.unknownTag', { name, tag: unknownTag, date: dayOf(tags) }),
      );
    }
    if (side.known && named.length > 0 && side.value.length > 1) {
      return failed('check.rules.tagInList', { name, tag: named[0] ?? '' });
    }
  }
  return undefined;
}
