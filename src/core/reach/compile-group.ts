import { nameOf } from '../network/find';
import { everyAddress, everyPort, isEmpty, emptySet, type IntervalSet } from '../addresses/interval-set';
import { parsePorts } from '../addresses/ports';
import { defaultSecurityRules } from '../azure-facts/default-rules';
import type { Filter, GroupLevel } from '../check-result';
import { known, valueOr, type Known } from '../known';
import type { AdminAccess, AdminRule, Direction, SecurityGroup, SecurityRule } from '../network/model';
import type { PacketSet } from '../packets/packet-set';
import { documentedAny, protocolsOfRule, withPorts, type ProtocolSet } from '../packets/protocols';
import { reason, type Reason } from '../reason';
import type { UnknownLiteral, PartialSet } from './partial-set';
import type { Spaces } from './spaces';
import { isVirtualNetwork, type Vocabulary } from './vocabulary';

/** Packets that a rule takes, if the literals hold. */
export interface RulePart {
  readonly cell: PacketSet;
  readonly if: readonly UnknownLiteral[];
}

/** A rule of a group or firewall, ready to be tried. Protocols and ports are cheap to compare; addresses are read when first needed. */
export interface CompiledRule {
  readonly decider: Filter;
  readonly access: Known<AdminAccess>;
  readonly protocols: ProtocolSet;
  readonly destinationPorts: IntervalSet;
  /** The rule names `VirtualNetwork` for the far side, whose meaning depends on routes. */
  readonly namesVirtualNetwork: boolean;
  /** The rule names application security groups for the far side, whose members are not known. */
  readonly namesMembers: boolean;
  readonly parts: () => readonly RulePart[];
}

/** What is needed to read a group's rules for one subnet. */
export interface GroupContext {
  readonly vocabulary: Vocabulary;
  readonly spaces: Spaces;
  readonly level: GroupLevel;
  readonly direction: Direction;
  /** Rules of this very group that were read before: one that stays is read once. */
  readonly read: WeakMap<AnyRule, readonly Ordered[]>;
}

/** Rules of groups and of network managers are read alike. */
type AnyRule = SecurityRule | AdminRule;

/** What holds rules: a security group, or a network manager's configuration. */
type RuleHolder = Pick<SecurityGroup, 'id' | 'name'>;

/** A rule and its place among those of its holder. */
export interface Ordered {
  readonly order: number;
  readonly rule: CompiledRule;
}

/** Rules of one direction in the order in which Azure tries them, Azure's own last. */
export function compileGroup(
  group: SecurityGroup,
  rules: readonly SecurityRule[],
  context: GroupContext,
): readonly CompiledRule[] {
  const written = rules.flatMap((rule) => readOnce(rule, group, context));
  const hasDefaults = rules.some(({ priority }) => priority.known && priority.value >= firstDefault);
  const own = hasDefaults ? [] : ownRules.flatMap((rule) => readOnce(rule, group, context));
  return [...written, ...own].sort((a, b) => a.order - b.order).map(({ rule }) => rule);
}

/** Written rules by themselves, without the order of their group and without Azure's own. */
export function compileRules(
  group: SecurityGroup,
  rules: readonly SecurityRule[],
  context: GroupContext,
): readonly CompiledRule[] {
  return rules.flatMap((rule) => readOnce(rule, group, context)).map(({ rule }) => rule);
}

/** The rule, ready to be tried; twice where its place in the order is in doubt, not at all in the other direction. */
export function readOnce(rule: AnyRule, group: RuleHolder, context: GroupContext): readonly Ordered[] {
  const before = context.read.get(rule);
  if (before) return before;
  const made = compileRule(rule, group, context);
  context.read.set(rule, made);
  return made;
}

const firstDefault = 65000;

/** Azure's own rules, written like others. */
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

function compileRule(rule: AnyRule, group: RuleHolder, context: GroupContext): Ordered[] {
  const { direction, level } = context;
  if (rule.direction.known && rule.direction.value !== direction) return [];
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
  // Anywhere among the written rules: either it decides before all of them, or when none of them has.
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

/** Which packets a rule takes, but for the addresses. */
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

/** Every combination of what protocol, near side and far side may mean. */
export function crossParts(
  shape: PacketShape,
  { local, remote }: { readonly local: PartialSet; readonly remote: PartialSet },
): RulePart[] {
  const parts: RulePart[] = [];
  for (const kind of protocolParts(shape)) {
    for (const l of splits(local)) {
      for (const r of splits(remote)) {
        const { protocols, destinationPorts, sourcePorts } = kind.cell;
        const cell = { protocols, destinationPorts, sourcePorts, local: l.set, remote: r.set };
        parts.push({ cell, if: together(shape.unknowns, kind.if, l.if, r.if) });
      }
    }
  }
  return parts;
}

const certainly: readonly UnknownLiteral[] = [];

/** Literals of several lists; most rules have none, and share one list. */
function together(...lists: readonly (readonly UnknownLiteral[])[]): readonly UnknownLiteral[] {
  return lists.every((one) => one.length === 0) ? certainly : lists.flat();
}

/** Nodes of Azure ML cannot be put into an application security group, so one on the near side never means them. */
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

/** Whether the far side is a member of an application group. */
export function isMembershipUnknown({ whyUnknown }: UnknownLiteral): boolean {
  return whyUnknown.id.startsWith(memberUnknown);
}

/** Members of an application group are network interfaces somewhere in the network; which is not known. */
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
  const all: Split[] = isEmpty(certain) ? [] : [{ set: certain, if: certainly }];
  for (const { set, if: literal } of possible) all.push({ set, if: [literal] });
  return all;
}

interface ProtocolPart {
  readonly cell: Pick<PacketSet, 'protocols' | 'destinationPorts' | 'sourcePorts'>;
  readonly if: readonly UnknownLiteral[];
}

/**
 * What protocol and ports of a rule take. Ports of ICMP are contradictory in Microsoft's texts (azure-docs issues
 * 51522, 37413), and so is whether `*` is more than TCP, UDP and ICMP: both are doubts.
 */
function protocolParts({ id, protocols, destinationPorts, sourcePorts }: PacketShape): ProtocolPart[] {
  const everyPorts = { destinationPorts: everyPort, sourcePorts: everyPort };
  const hasPorts = destinationPorts !== everyPort || sourcePorts !== everyPort;
  const documented = protocols & documentedAny;
  const certain = hasPorts ? protocols & withPorts : documented === 0 ? protocols : documented;
  const parts: ProtocolPart[] = [];
  if (certain !== 0) {
    parts.push({ cell: { protocols: certain, destinationPorts, sourcePorts }, if: certainly });
  }
  const uncertain = protocols & ~certain;
  if (uncertain !== 0) {
    const because = reason(hasPorts ? 'unknown.icmpPorts' : 'unknown.anyProtocol');
    const perhaps = { whyUnknown: { id: `${id}:protocol`, because }, value: true };
    parts.push({ cell: { protocols: uncertain, ...everyPorts }, if: [perhaps] });
  }
  return parts;
}

/** Ports as a set; a text that is no port is as good as unknown, since Azure would have refused it. */
export function readPorts(texts: Known<readonly string[]>): Known<IntervalSet> {
  if (!texts.known) return texts;
  const set = parsePorts(texts.value);
  return set ? known(set) : { known: false, because: reason('unknown.ports', { ports: texts.value }) };
}

export function firstUnread(...parts: readonly Known<unknown>[]): Reason | undefined {
  for (const part of parts) if (!part.known) return part.because;
  return undefined;
}

export function memoized<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
