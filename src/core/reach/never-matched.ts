import { isSubset, unionAll } from '../addresses/interval-algebra';
import { type IntervalSet, contains, firstOf } from '../addresses/interval-set';
import type { Direction, NetworkModel, SecurityGroup, SecurityRule } from '../network/model';
import { documentedAny, everyProtocol, withPorts } from '../packets/protocols';
import { reason } from '../reason';
import type { TagCatalog } from '../tags/tag-catalog';
import { compileRules, type CompiledRule, type GroupContext, type RulePart } from './compile-group';
import type { UnknownLiteral } from './partial-set';
import { anywhere, usersOf } from './group-users';
import { walk, type FlowInTransit } from './walk';
import type { PacketSet } from '../packets/packet-set';

/** An NSG, and which of its rules are checked: all by default. */
export interface GroupToCheck {
  readonly group: SecurityGroup;
  readonly isChecked?: (rule: SecurityRule) => boolean;
}

/** A rule that no packet reaches, with the earlier rules that decide all of its packets, in the order of the rules. */
export interface NeverMatched {
  readonly rule: SecurityRule;
  readonly by: readonly SecurityRule[];
  /** Whether it holds for any subnet that uses the NSG, not only for those in the model. */
  readonly isCertain: boolean;
}

/**
 * Returns the rules of an NSG that can never match in any subnet of the model that uses it: earlier rules together
 * decide each of their packets. It is exact, with the same set algebra as every result. Uncertain parts don't cover
 * anything. Rules with an uncertain order (no priority, or a shared priority) aren't before others. If other subnets
 * may use the NSG, a rule for more machines than those before it is meant for them.
 */
export function neverMatched(
  model: NetworkModel,
  { group, isChecked = () => true }: GroupToCheck,
  tags: TagCatalog,
): readonly NeverMatched[] {
  if (!group.rules.known) return [];
  const users = usersOf(model, group, tags);
  const { value } = group.rules;
  return (['Inbound', 'Outbound'] as const).flatMap((direction) => {
    const rules = ordered(value, direction);
    const read = (context: GroupContext): readonly ReadRule[] => readIn(group, rules, context);
    const places = users.contexts(direction).map(read);
    const elsewhere = users.areAll ? undefined : read(anywhere(tags, direction));
    return rules.flatMap(({ rule }, at) =>
      (isChecked(rule) ? neverIn(places.map((place) => ({ place, at }))) : []).flatMap((found) => {
        const isCertain = elsewhere === undefined || matchersOf(elsewhere, at) !== undefined;
        return isCertain || !isForOthers(elsewhere, found) ? [{ ...found, isCertain }] : [];
      }),
    );
  });
}

interface OrderedRule {
  readonly rule: SecurityRule;
  readonly priority: number;
}

function ordered(rules: readonly SecurityRule[], ofDirection: Direction): readonly OrderedRule[] {
  return rules
    .flatMap((rule): OrderedRule[] => {
      const { priority, direction } = rule;
      const isOne = priority.known && direction.known && direction.value === ofDirection;
      return isOne ? [{ rule, priority: priority.value }] : [];
    })
    .sort((a, b) => a.priority - b.priority);
}

/** A rule as compiled for a subnet. */
interface ReadRule extends OrderedRule {
  readonly compiled: readonly CompiledRule[];
}

function readIn(
  group: SecurityGroup,
  rules: readonly OrderedRule[],
  context: GroupContext,
): readonly ReadRule[] {
  return rules.map((one) => ({
    ...one,
    compiled: compileRules(group, [one.rule], context).map(withSharedUnknowns),
  }));
}

/** True if the earlier rules are exceptions for the known subnets. */
function isForOthers(elsewhere: readonly ReadRule[], { rule, by }: Omit<NeverMatched, 'isCertain'>): boolean {
  const near = (rules: readonly SecurityRule[]): IntervalSet =>
    unionAll(elsewhere.filter((one) => rules.includes(one.rule)).flatMap(nearSides));
  return !isSubset(near([rule]), near(by));
}

function nearSides({ compiled }: ReadRule): readonly IntervalSet[] {
  return compiled.flatMap(({ parts }) => parts().map(({ cell }) => cell.local));
}

interface RuleInPlace {
  readonly place: readonly ReadRule[];
  readonly at: number;
}

/**
 * Evaluates a rule in every subnet: it is unused if its packets are matched everywhere, and by earlier rules in at
 * least one.
 */
function neverIn(everywhere: readonly RuleInPlace[]): readonly Omit<NeverMatched, 'isCertain'>[] {
  const by = new Set<SecurityRule>();
  for (const { place, at } of everywhere) {
    const matchers = matchersOf(place, at);
    if (!matchers) return [];
    for (const one of matchers) by.add(one);
  }
  const rule = everywhere[0]?.place[everywhere[0].at]?.rule;
  const before = everywhere[0]?.place.map((one) => one.rule).filter((one) => by.has(one)) ?? [];
  return rule && before.length > 0 ? [{ rule, by: before }] : [];
}

type EarlierMatchers = readonly SecurityRule[] | undefined;

const matchers = new WeakMap<ReadRule, { readonly found: EarlierMatchers }>();

/**
 * Returns the rules that match all packets of a rule here; empty if it doesn't match any machine; undefined if a packet
 * reaches it.
 */
function matchersOf(place: readonly ReadRule[], at: number): EarlierMatchers {
  const own = place[at];
  if (!own) return undefined;
  const before = matchers.get(own) ?? { found: findMatchers(place, own) };
  matchers.set(own, before);
  return before.found;
}

function findMatchers(place: readonly ReadRule[], own: ReadRule): EarlierMatchers {
  const before = place.filter(({ priority }) => priority < own.priority);
  const compiled = before.flatMap((one) => one.compiled);
  if (hasReachablePacket(own.compiled, compiled)) return undefined;
  // Rules with merely possible matches are named if the others don't match it all.
  const matching = matchedBy(own, compiled.filter(isWithoutUnknown)) ?? matchedBy(own, compiled);
  const found = matching && before.filter((one) => one.compiled.some((each) => matching.has(each)));
  return (
    found &&
    (found.every(alike(own)) ? found : (matchersWithSameAccess(place, own, before) ?? found)).map(
      ({ rule }) => rule,
    )
  );
}

/** If rules with the same access match it all by themselves, the others are only exceptions to all of them. */
function matchersWithSameAccess(
  place: readonly ReadRule[],
  own: ReadRule,
  before: readonly ReadRule[],
): readonly ReadRule[] | undefined {
  const reached = before.filter(alike(own)).filter((one) => !matchersOf(place, place.indexOf(one)));
  const compiled = reached.flatMap((one) => one.compiled).filter(isWithoutUnknown);
  const matching = matchedBy(own, compiled);
  return matching && reached.filter((one) => one.compiled.some((each) => matching.has(each)));
}

function alike({ rule: { access } }: ReadRule): (other: ReadRule) => boolean {
  return ({ rule: other }) => access.known && other.access.known && other.access.value === access.value;
}

/** True if the rule's addresses are certain. Its protocol's unknowns are shared by all rules. */
function isWithoutUnknown({ parts }: CompiledRule): boolean {
  return parts().every((part) => part.if.every(({ whyUnknown }) => whyUnknown.id.startsWith(sharedUnknowns)));
}

/** Returns those of `rules` that match a part of the rule; undefined if a part remains. */
function matchedBy(own: ReadRule, rules: readonly CompiledRule[]): ReadonlySet<CompiledRule> | undefined {
  const start = own.compiled.flatMap(({ parts }) =>
    parts().map((part): FlowInTransit => ({ cell: part.cell, held: part.if, deciders: [] })),
  );
  const { passed, stopped } = walk(rules, start);
  const ends = [...passed, ...stopped].map(({ deciders }) => deciders[0]);
  // Packets that no rule matched don't have a decider.
  const matching = new Set(ends.filter((one) => one !== undefined));
  return ends.includes(undefined) ? undefined : matching;
}

/**
 * Replaces the protocol unknowns, which Microsoft leaves open, by unknowns that all rules of an NSG share: whether `*`
 * is more than TCP, UDP, and ICMP, and whether a rule with ports matches ICMP.
 */
function withSharedUnknowns(rule: CompiledRule): CompiledRule {
  let read: readonly RulePart[] | undefined;
  const parts = (): readonly RulePart[] =>
    (read ??= rule.parts().flatMap((part) => partsWithSharedUnknowns(rule, part)));
  return { ...rule, parts };
}

function partsWithSharedUnknowns({ protocols }: CompiledRule, part: RulePart): readonly RulePart[] {
  const own = part.if.find(({ whyUnknown }) => whyUnknown.id.endsWith(':protocol'));
  if (!own) return [part];
  const shared = part.if.map((one) => (one === own ? aboutProtocols(own.whyUnknown.because.key) : one));
  const documented = part.cell.protocols & documentedAny;
  const other = part.cell.protocols & ~documentedAny;
  const isAny = protocols === everyProtocol;
  return [
    ...(documented === 0 ? [] : [{ cell: { ...part.cell, protocols: documented }, if: shared }]),
    ...(other === 0
      ? []
      : [
          {
            cell: { ...part.cell, protocols: other },
            if: isAny
              ? [...shared.filter((one) => one.whyUnknown.id !== anyId), aboutProtocols(anyKey)]
              : shared,
          },
        ]),
  ];
}

const anyKey = 'unknown.anyProtocol';
const sharedUnknowns = 'protocols:';
const anyId = `${sharedUnknowns}${anyKey}`;

function aboutProtocols(key: string): UnknownLiteral {
  return { whyUnknown: { id: `${sharedUnknowns}${key}`, because: reason(key) }, value: true };
}

/** A packet in numbers. */
interface Point {
  readonly protocol: number;
  readonly port: number;
  readonly sourcePort: number;
  readonly local: number;
  readonly remote: number;
}

/**
 * True if a packet that `own` may match is certainly in none of `before`. False isn't conclusive: only a few packets
 * are tested, but nearly every reachable rule has one among them.
 */
function hasReachablePacket(own: readonly CompiledRule[], before: readonly CompiledRule[]): boolean {
  return own.some(({ parts }) =>
    parts().some(({ cell }) => pointsOf(cell).some((point) => !before.some((rule) => mayMatch(rule, point)))),
  );
}

/** Returns the corners of a cell: its first and last ports and far addresses. */
function pointsOf({ protocols, destinationPorts, sourcePorts, local, remote }: PacketSet): readonly Point[] {
  const ported = protocols & withPorts;
  if (ported === 0) return [];
  const protocol = ported & -ported;
  const sourcePort = lastOf(sourcePorts);
  const near = firstOf(local) ?? 0;
  return [firstOf(destinationPorts) ?? 0, lastOf(destinationPorts)].flatMap((port) =>
    [firstOf(remote) ?? 0, lastOf(remote)].map((far) => ({
      protocol,
      port,
      sourcePort,
      local: near,
      remote: far,
    })),
  );
}

function lastOf(set: IntervalSet): number {
  return set[set.length - 1] ?? 0;
}

function mayMatch({ protocols, destinationPorts, parts }: CompiledRule, point: Point): boolean {
  // This distinguishes most rules, so their parts aren't needed.
  if ((protocols & point.protocol) === 0 || !contains(destinationPorts, point.port)) return false;
  return parts().some(
    ({ cell }) =>
      (cell.protocols & point.protocol) !== 0 &&
      contains(cell.destinationPorts, point.port) &&
      contains(cell.sourcePorts, point.sourcePort) &&
      contains(cell.remote, point.remote) &&
      contains(cell.local, point.local),
  );
}
