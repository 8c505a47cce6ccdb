import { nameOf } from '../network/find';
import { everyAddress, everyPort, isEmpty, emptySet, type IntervalSet } from '../addresses/interval-set';
import { parsePorts } from '../addresses/ports';
import { defaultSecurityRules } from '../azure-facts/default-rules';
import type { Filter, GroupLevel } from '../check-result';
import { firstUnread, known, valueOr, type Known } from '../known';
import type { AdminAccess, AdminRule, Direction, SecurityGroup, SecurityRule } from '../network/model';
import type { PacketSet } from '../packets/packet-set';
import { documentedAny, protocolsOfRule, withPorts, type ProtocolSet } from '../packets/protocols';
import { reason } from '../reason';
import type { UnknownLiteral, PartialSet } from './partial-set';
import type { Spaces } from './spaces';
import { isVirtualNetwork, type Vocabulary } from './vocabulary';

/** Packets that a rule matches if the literals hold. */
export interface RulePart {
  readonly cell: PacketSet;
  readonly if: readonly UnknownLiteral[];
}

/**
 * A rule of an NSG or firewall in compiled form. Protocols and ports are cheap to compare; addresses are parsed on
 * first use.
 */
export interface CompiledRule {
  readonly decider: Filter;
  readonly access: Known<AdminAccess>;
  readonly protocols: ProtocolSet;
  readonly destinationPorts: IntervalSet;
  /** Whether the rule names `VirtualNetwork` for the far side, whose meaning depends on routes. */
  readonly namesVirtualNetwork: boolean;
  /** Whether the rule names application security groups for the far side, whose members aren't known. */
  readonly namesMembers: boolean;
  readonly parts: () => readonly RulePart[];
}

/** Data for compiling an NSG's rules for a subnet. */
export interface GroupContext {
  readonly vocabulary: Vocabulary;
  readonly spaces: Spaces;
  readonly level: GroupLevel;
  readonly direction: Direction;
  /** Compiled rules of this NSG: a rule that stays is compiled once. */
  readonly read: WeakMap<AnyRule, readonly Ordered[]>;
}

/** Rules of NSGs and of network managers are compiled in the same way. */
type AnyRule = SecurityRule | AdminRule;

/** Container of rules: an NSG, or a network manager's configuration. */
type RuleContainer = Pick<SecurityGroup, 'id' | 'name'>;

/** A rule and its position among those of its container. */
export interface Ordered {
  readonly order: number;
  readonly rule: CompiledRule;
}

/** Returns the rules of a direction in Azure's evaluation order, with default rules last. */
export function compileGroup(
  group: SecurityGroup,
  rules: readonly SecurityRule[],
  context: GroupContext,
): readonly CompiledRule[] {
  const hasDefaults = rules.some(({ priority }) => priority.known && priority.value >= firstDefault);
  const all = rules.flatMap((rule) => readOnce(rule, group, context));
  if (!hasDefaults) all.push(...ownRules.flatMap((rule) => readOnce(rule, group, context)));
  // Azure and most files list rules in order.
  const isInOrder = all.every(({ order }, index) => index === 0 || order >= (all[index - 1]?.order ?? order));
  return (isInOrder ? all : all.sort((a, b) => a.order - b.order)).map(({ rule }) => rule);
}

/** Compiles individual user-defined rules, without the order of their NSG and without default rules. */
export function compileRules(
  group: SecurityGroup,
  rules: readonly SecurityRule[],
  context: GroupContext,
): readonly CompiledRule[] {
  return rules.flatMap((rule) => readOnce(rule, group, context)).map(({ rule }) => rule);
}

/** Returns the compiled rule: twice if its position isn't known, and not at all for the other direction. */
export function readOnce(rule: AnyRule, group: RuleContainer, context: GroupContext): readonly Ordered[] {
  if (rule.direction.known && rule.direction.value !== context.direction) return otherDirection;
  const before = context.read.get(rule);
  if (before) return before;
  const cached = compileRule(rule, group, context);
  context.read.set(rule, cached);
  return cached;
}

const otherDirection: readonly Ordered[] = [];

const firstDefault = 65000;

/** Default rules in the form of other rules. */
const ownRules: readonly SecurityRule[] = defaultSecurityRules.map(
  ({ name, priority, direction, access, source, destination }, index) => ({
    name,
    priority: known(priority),
    direction: known(direction),
    access: known(access),
    protocol: known('*'),
    sources: known([source]),
    destinations: known([destination]),
    sourcePorts: known(['*']),
    destinationPorts: known(['*']),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
    index: -1 - index,
  }),
);

function compileRule(rule: AnyRule, group: RuleContainer, context: GroupContext): Ordered[] {
  const { direction, level } = context;
  const id = `rule:${group.id}:${rule.index}`;
  const destinationPorts = readPorts(rule.destinationPorts);
  const sourcePorts = readPorts(rule.sourcePorts);
  const unread = firstUnread(rule.direction, rule.protocol, destinationPorts, sourcePorts);
  const shape: RuleShape = {
    id,
    rule,
    protocols: rule.protocol.known ? protocolsOfRule(rule.protocol.value) : protocolsOfRule('*'),
    destinationPorts: destinationPorts.known ? destinationPorts.value : everyPort,
    sourcePorts: sourcePorts.known ? sourcePorts.value : everyPort,
    unknowns: unread ? [{ whyUnknown: { id, because: unread }, value: true }] : [],
  };
  const priority = valueOr(rule.priority, lastOfOwn);
  const far = farSide(rule, direction);
  const compiled: CompiledRule = {
    decider: {
      kind: 'rule',
      name: rule.name,
      priority: valueOr(rule.priority, null),
      direction,
      isDefault: priority >= firstDefault,
      groupId: group.id,
      groupName: group.name,
      level,
    },
    access: rule.access,
    protocols: shape.protocols,
    destinationPorts: shape.destinationPorts,
    namesVirtualNetwork: far.known && far.value.some(isVirtualNetwork),
    namesMembers: farGroups(rule, direction).length > 0,
    parts: memoized(() => partsOf(shape, context)),
  };
  if (rule.priority.known) return [{ order: priority, rule: compiled }];
  const perhapsFirst: UnknownLiteral = {
    whyUnknown: { id: `${id}:priority`, because: rule.priority.because },
    value: true,
  };
  const early = {
    ...compiled,
    parts: memoized(() => compiled.parts().map((part) => ({ ...part, if: [...part.if, perhapsFirst] }))),
  };
  // Its position among the user-defined rules is unknown. Either it decides before all of them, or after none of them
  // matched.
  return [
    { order: 0, rule: early },
    { order: lastOfOwn, rule: compiled },
  ];
}

const lastOfOwn = 4097;

function farSide({ sources, destinations }: AnyRule, direction: Direction): AnyRule['sources'] {
  return direction === 'Outbound' ? destinations : sources;
}

function farGroups(rule: AnyRule, direction: Direction): readonly string[] {
  return direction === 'Outbound' ? rule.destinationApplicationGroups : rule.sourceApplicationGroups;
}

/** Packets that a rule matches, except for the addresses. */
export interface PacketShape {
  readonly id: string;
  readonly protocols: ProtocolSet;
  readonly destinationPorts: IntervalSet;
  readonly sourcePorts: IntervalSet;
  readonly unknowns: readonly UnknownLiteral[];
}

interface RuleShape extends PacketShape {
  readonly rule: AnyRule;
}

function partsOf(shape: RuleShape, context: GroupContext): RulePart[] {
  const local = localOf(shape, context);
  if (isEmpty(local.certain) && local.possible.length === 0) return [];
  return crossParts(shape, { local, remote: remoteOf(shape, context) });
}

/** Returns every combination of the possible meanings of protocol, near side, and far side. */
export function crossParts(
  shape: PacketShape,
  { local, remote }: { readonly local: PartialSet; readonly remote: PartialSet },
): RulePart[] {
  const [locals, remotes] = [splits(local), splits(remote)];
  const parts: RulePart[] = [];
  for (const kind of protocolParts(shape)) {
    for (const near of locals) {
      for (const far of remotes) parts.push(joinedPart(shape, kind, near, far));
    }
  }
  return parts;
}

function joinedPart(shape: PacketShape, kind: ProtocolPart, ...[local, remote]: [Split, Split]): RulePart {
  const { protocols, destinationPorts, sourcePorts } = kind.cell;
  const cell = { protocols, destinationPorts, sourcePorts, local: local.set, remote: remote.set };
  const count = shape.unknowns.length + kind.if.length + local.if.length + remote.if.length;
  // Most rules don't have literals. They share an empty list.
  return {
    cell,
    if: count === 0 ? certainly : [...shape.unknowns, ...kind.if, ...local.if, ...remote.if],
  };
}

const certainly: readonly UnknownLiteral[] = [];

/**
 * Returns the near side. Nodes of Azure ML can't be in an application security group, so such a group on the near side
 * never matches them.
 */
function localOf({ rule, id }: RuleShape, { vocabulary, direction }: GroupContext): PartialSet {
  const near = direction === 'Outbound' ? rule.sources : rule.destinations;
  return near.known
    ? vocabulary.localMeaningOf(near.value)
    : possibleSet(vocabulary.local, { id: `${id}:local`, because: near.because });
}

function remoteOf({ rule, id }: RuleShape, { vocabulary, spaces, direction }: GroupContext): PartialSet {
  const far = farSide(rule, direction);
  return far.known
    ? withGroups(vocabulary.meaningOf(far.value), farGroups(rule, direction), spaces.own)
    : possibleSet(everyAddress, { id: `${id}:remote`, because: far.because });
}

export function possibleSet(set: IntervalSet, whyUnknown: UnknownLiteral['whyUnknown']): PartialSet {
  return { certain: emptySet, possible: [{ set, if: { whyUnknown, value: true } }] };
}

const memberUnknown = 'asg:';

/** Returns whether the unknown is about the membership in an application security group. */
export function isMembershipUnknown({ whyUnknown }: UnknownLiteral): boolean {
  return whyUnknown.id.startsWith(memberUnknown);
}

/** Adds application security groups, whose members are unknown network interfaces in the network. */
function withGroups(meaning: PartialSet, groups: readonly string[], own: IntervalSet): PartialSet {
  if (groups.length === 0) return meaning;
  const members = groups.map((group) => ({
    set: own,
    if: {
      whyUnknown: {
        id: `${memberUnknown}${group.toLowerCase()}`,
        because: reason('unknown.applicationGroup', { name: nameOf(group) }),
      },
      value: true,
    },
  }));
  return { certain: meaning.certain, possible: [...meaning.possible, ...members] };
}

interface Split {
  readonly set: IntervalSet;
  readonly if: readonly UnknownLiteral[];
}

function splits({ certain, possible }: PartialSet): Split[] {
  const always = isEmpty(certain) ? [] : [{ set: certain, if: certainly }];
  return possible.length === 0
    ? always
    : [...always, ...possible.map(({ set, if: literal }) => ({ set, if: [literal] }))];
}

interface ProtocolPart {
  readonly cell: Pick<PacketSet, 'protocols' | 'destinationPorts' | 'sourcePorts'>;
  readonly if: readonly UnknownLiteral[];
}

/**
 * Returns the protocols and ports that a rule matches. Microsoft's pages contradict each other about ports of ICMP
 * (azure-docs issues 51522, 37413), and about whether `*` is more than TCP, UDP, and ICMP. Both are unknown.
 */
function protocolParts({ id, protocols, destinationPorts, sourcePorts }: PacketShape): ProtocolPart[] {
  const hasPorts = destinationPorts !== everyPort || sourcePorts !== everyPort;
  const documented = protocols & documentedAny;
  const certain = hasPorts ? protocols & withPorts : documented === 0 ? protocols : documented;
  const ofCertain =
    certain === 0 ? [] : [{ cell: { protocols: certain, destinationPorts, sourcePorts }, if: certainly }];
  const uncertain = protocols & ~certain;
  if (uncertain === 0) return ofCertain;
  const because = reason(hasPorts ? 'unknown.icmpPorts' : 'unknown.anyProtocol');
  const perhaps = { whyUnknown: { id: `${id}:protocol`, because }, value: true };
  const cell = { protocols: uncertain, destinationPorts: everyPort, sourcePorts: everyPort };
  return [...ofCertain, { cell, if: [perhaps] }];
}

/** Returns ports as a set. An invalid text counts as unknown, because Azure would have rejected it. */
export function readPorts(texts: Known<readonly string[]>): Known<IntervalSet> {
  if (!texts.known) return texts;
  const set = parsePorts(texts.value);
  return set ? known(set) : { known: false, because: reason('unknown.ports', { ports: texts.value }) };
}

export function memoized<T>(compute: () => T): () => T {
  let cached: { readonly value: T } | undefined;
  return () => (cached ??= { value: compute() }).value;
}
