import { limits } from '../../core/azure-facts/limits';
import { known, type Known } from '../../core/known';
import { securityGroupOf } from '../../core/network/find';
import type { Direction, SecurityRule } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import { dayOf, type TagCatalog } from '../../core/tags/tag-catalog';
import { refusedValue, withDuplicateNames } from '../rule-values';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  undecided,
  type SettingResult,
} from '../setting-result';
import type { SubnetContext } from '../setting-context';
import { isUnlistedTag, tagTextsOf } from '../tag-texts';

/** Fraction of a limit from which a warning is shown. */
const nearlyAll = 0.9;

/** Checks requirement `nsg-rule-limits`: the number of rules in the NSG, and of addresses on either side. */
export function checkGroupLimits(context: SubnetContext): SettingResult {
  const rules = rulesOf(context);
  if (!rules.known) return notRead(rules);
  if (rules.value === null) return notApplicable('judge.agree.noGroup');
  const named = (side: (rule: SecurityRule) => Known<readonly string[]>): number =>
    (rules.value ?? []).reduce((sum, rule) => sum + knownLength(side(rule)), 0);
  const addresses = Math.max(
    named((one) => one.sources),
    named((one) => one.destinations),
  );
  const values = { rules: rules.value.length, addresses };
  const filled = Math.max(
    rules.value.length / limits.rulesPerSecurityGroup,
    addresses / limits.addressesPerSecurityGroup,
  );
  const groups = filled > 1 ? failed('judge.group.over', values) : groupsFault(rules.value);
  if (groups) return groups;
  if (filled >= nearlyAll) return withSeverity('warning', failed('judge.group.nearlyFull', values));
  const unread = rules.value.find(({ sources, destinations }) => !sources.known || !destinations.known);
  const whyUnknown = unread && [unread.sources, unread.destinations].find((side) => !side.known);
  return whyUnknown ? notRead(whyUnknown) : passed('judge.group.within', values);
}

/** Finds too many application security groups, in all rules or in one. */
function groupsFault(rules: readonly SecurityRule[]): SettingResult | undefined {
  const { applicationGroupsPerSecurityGroup: most, applicationGroupsPerRule: mostOfRule } = limits;
  const { size } = new Set(rules.flatMap(applicationGroupsOf));
  if (size > most) return failed('judge.group.groups', { n: size, limit: most });
  for (const { name, sourceApplicationGroups, destinationApplicationGroups } of rules) {
    const n = Math.max(sourceApplicationGroups.length, destinationApplicationGroups.length);
    if (n > mostOfRule) return failed('judge.group.groupsOfRule', { name, n, limit: mostOfRule });
  }
  return undefined;
}

function applicationGroupsOf(rule: SecurityRule): readonly string[] {
  const { sourceApplicationGroups: sources, destinationApplicationGroups: destinations } = rule;
  // Most rules have none.
  if (sources.length + destinations.length === 0) return [];
  return [...sources, ...destinations].map((id) => id.toLowerCase());
}

/** Returns an unknown of severity info. The rows of the flows count it. */
function notRead({ because }: { readonly because: Reason }): SettingResult {
  return withSeverity('info', undecided(because));
}

function knownLength(list: Known<readonly string[]>): number {
  return list.known ? list.value.length : 0;
}

/** Checks requirement `nsg-rule-wellformed`: the first of the most severe faults, whatever the order of the rules. */
export function checkGroupRules(context: SubnetContext): SettingResult {
  const rules = rulesOf(context);
  if (!rules.known) return notRead(rules);
  if (rules.value === null) return notApplicable('judge.agree.noGroup');
  const { faults, unread } = readingOf(rules.value, context.tags);
  // Without its own severity, a fault has that of the requirement: an error.
  const fault = faults.find(({ severity = 'error' }) => severity === 'error') ?? faults[0];
  if (fault) return fault;
  const inDoubt = rules.value.filter(({ priority, direction }) => !priority.known || !direction.known);
  const clash = inDoubt.map((rule) => perhapsTwice(rule, rules.value ?? [])).find((one) => one);
  if (clash) return undecided(clash);
  return unread ? notRead(unread) : passed('judge.rules.fine');
}

/** The faults of rules, and the first value that is unknown. */
interface RulesReading {
  readonly faults: readonly SettingResult[];
  readonly unread: UnknownValue | undefined;
}

type UnknownValue = Extract<Known<unknown>, { readonly known: false }>;

function readingOf(rules: readonly SecurityRule[], tags: TagCatalog): RulesReading {
  const seen: PriorityNames = { Inbound: new Map(), Outbound: new Map() };
  const named = withDuplicateNames(rules);
  const ofRules = ownReadings.get(tags) ?? new WeakMap<SecurityRule, RulesReading>();
  ownReadings.set(tags, ofRules);
  const faults: SettingResult[] = [];
  let unread: UnknownValue | undefined;
  for (const rule of rules) {
    const priority = priorityFault(rule, seen);
    if (priority) faults.push(priority);
    let own = ofRules.get(rule);
    if (!own) ofRules.set(rule, (own = { faults: textFaults(rule, tags, false), unread: unreadOf(rule) }));
    faults.push(...(named.has(rule) ? textFaults(rule, tags, true) : own.faults));
    unread ??= own.unread;
  }
  return { faults, unread };
}

/** Cached because rules never change and each check reads every rule of the NSG. */
const ownReadings = new WeakMap<TagCatalog, WeakMap<SecurityRule, RulesReading>>();

function textFaults(
  rule: SecurityRule,
  tags: TagCatalog,
  hasDuplicateName: boolean,
): readonly SettingResult[] {
  return [valueFault(rule, hasDuplicateName), tagFault(rule, tags)].filter((fault) => fault !== undefined);
}

/** Finds the first unknown value of a rule. If a rule may not exist, its access is unknown, but the rest is still checked. */
function unreadOf(rule: SecurityRule): UnknownValue | undefined {
  const { priority, direction, protocol, sources, destinations, sourcePorts, destinationPorts } = rule;
  const all = [priority, direction, protocol, sources, destinations, sourcePorts, destinationPorts];
  return all.find((value) => !value.known);
}

function rulesOf({ model, place }: SubnetContext): Known<readonly SecurityRule[] | null> {
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

/** The first rule of each priority. */
type PriorityNames = Readonly<Record<Direction, Map<number, string>>>;

/** Finds a priority outside of 100 to 4096, or one that is used twice in a direction (security groups, 2025-07-15). */
function priorityFault(
  { name, priority, direction }: SecurityRule,
  seen: PriorityNames,
): SettingResult | undefined {
  if (!priority.known) return undefined;
  const { least, greatest } = limits.customPriority;
  if (priority.value < least || priority.value > greatest || !Number.isInteger(priority.value)) {
    return failed('judge.rules.priority', { name, priority: priority.value, least, greatest });
  }
  if (!direction.known) return undefined;
  const names = seen[direction.value];
  const other = names.get(priority.value);
  names.set(priority.value, name);
  return other === undefined
    ? undefined
    : failed('judge.rules.twice', { name, other, priority: priority.value });
}

/** Finds ports, an address, or a name that Azure rejects. */
function valueFault(rule: SecurityRule, hasDuplicateName: boolean): SettingResult | undefined {
  const refused = refusedValue(rule, hasDuplicateName);
  if (!refused) return undefined;
  const { what, severity, value } = refused;
  return withSeverity(severity, failed(`judge.rules.refused.${what}`, { name: rule.name, value }));
}

/** Finds a list with several service tags on a side, or an unknown tag: a list can only have addresses. */
function tagFault(rule: SecurityRule, tags: TagCatalog): SettingResult | undefined {
  const { name } = rule;
  for (const side of [rule.sources, rule.destinations]) {
    const named = side.known ? tagTextsOf(side.value) : [];
    const unknownTag = named.find((tag) => isUnlistedTag(tag, tags));
    if (unknownTag !== undefined) {
      return withSeverity(
        'warning',
        failed('judge.rules.unknownTag', { name, tag: unknownTag, date: dayOf(tags) }),
      );
    }
    if (side.known && named.length > 0 && side.value.length > 1) {
      return failed('judge.rules.tagInList', { name, tag: named[0] ?? '' });
    }
  }
  return undefined;
}
