import type { Decider, FlowPart, ExamplePacket } from '../check-result';
import type { Direction } from '../network/model';
import { intersectCells, type PacketSet } from '../packets/packet-set';
import { samplePacket } from '../packets/sample-packet';
import { fails } from './flow-outcome';
import { flowParts } from './flow-parts';
import type { FlowDisposition, FlowSegment } from './flow-disposition';
import { flowSegments, type ReachQuery } from './reach';

/** Packets of one flow that end another way in the later of two states. */
export interface FlowChange {
  readonly direction: Direction;
  /** One of them. */
  readonly packet: ExamplePacket;
  /** The host that it is sent to, where a firewall goes by name. */
  readonly host: string | null;
  /** All of them: protocol, ports, address ranges. */
  readonly parts: readonly FlowPart[];
  /** What lets them through, or stops them, in the later state; null where no rule or route has a word in it. */
  readonly by: Decider | null;
  /** False where one of the two ends is not known, or lies with an appliance. */
  readonly certain: boolean;
  /** False where it wasn't known of any of them how they end in the earlier state. */
  readonly wasKnown: boolean;
}

/** How packets end that do not certainly fail. */
export type OpenEnd = Extract<FlowDisposition, { is: 'passes' | 'undecided' | 'handed-on' }>;

/** Packets of one flow that certainly fail in neither state, and of which one end at least is not known. */
export interface FlowUnknown extends Pick<FlowChange, 'direction' | 'packet' | 'host' | 'parts'> {
  readonly before: OpenEnd;
  readonly after: OpenEnd;
}

export interface StateChanges {
  /** Failed in the earlier state, and does no longer. */
  readonly opens: readonly FlowChange[];
  /** Fails in the later state, and did not. */
  readonly closes: readonly FlowChange[];
  /** May pass in both, and is not known to. */
  readonly unknown: readonly FlowUnknown[];
}

/**
 * Which packets of a flow open and which close from one state of a network to another, exactly: by the rule or route that
 * decides in the later state. Both questions ask the same flow.
 */
export function compareFlow(before: ReachQuery, after: ReachQuery): StateChanges {
  const { direction } = after.flow;
  const was = flowSegments(before);
  const is = flowSegments(after);
  const all = new Set([...was, ...is].map(({ name }) => name));
  const told = (packets: readonly Shared[]) => partsOf(packets, direction, all);
  const changes = (shared: Iterable<Shared>): readonly FlowChange[] =>
    grouped(shared, ({ earlier, later }) => ({
      by: deciderOf(later),
      certain: isCertain(earlier) && isCertain(later),
    })).map(({ of, packets }) => ({ direction, ...told(packets), ...of, wasKnown: packets.some(wasKnown) }));
  const [wasOpen, isOpen] = [was.filter(succeeds), is.filter(succeeds)];
  return {
    opens: changes(sharedBy(was.filter(fails), isOpen)),
    closes: changes(sharedBy(wasOpen, is.filter(fails))),
    unknown: grouped(sharedBy(wasOpen, isOpen, isUnknown), ({ earlier, later }) => ({
      before: openEnd(earlier),
      after: openEnd(later),
    })).map(({ of, packets }) => ({ direction, ...told(packets), ...of })),
  };
}

/** Packets that a piece of either state holds. */
interface Shared {
  readonly earlier: FlowSegment;
  readonly later: FlowSegment;
  readonly cell: PacketSet;
  readonly name: string | undefined;
}

function* sharedBy(
  before: readonly FlowSegment[],
  after: readonly FlowSegment[],
  counts: (earlier: FlowSegment, later: FlowSegment) => boolean = () => true,
): Iterable<Shared> {
  for (const later of after) {
    for (const earlier of before) {
      if (!isOfSameName(earlier, later) || !counts(earlier, later)) continue;
      const cell = intersectCells(later.cell, earlier.cell);
      if (cell) yield { earlier, later, cell, name: later.name ?? earlier.name };
    }
  }
}

/** Packets by what is told of them. */
function grouped<T>(
  shared: Iterable<Shared>,
  tell: (one: Shared) => T,
): readonly { readonly of: T; readonly packets: readonly Shared[] }[] {
  const groups = new Map<string, { of: T; packets: Shared[] }>();
  for (const one of shared) {
    const of = tell(one);
    const key = JSON.stringify(of);
    const group = groups.get(key) ?? { of, packets: [] };
    group.packets.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function partsOf(
  packets: readonly Shared[],
  direction: Direction,
  all: ReadonlySet<string | undefined>,
): Pick<FlowChange, 'packet' | 'host' | 'parts'> {
  const [first] = packets;
  if (!first) throw new Error('No packets in a group');
  const parts = flowParts(packets.map(named)).map((part) => withoutEveryName(part, all));
  const byName = parts.some(({ names }) => names !== undefined);
  return {
    packet: samplePacket(first.cell, direction),
    host: byName ? (first.name ?? null) : null,
    parts,
  };
}

function named({ cell, name }: Shared): Pick<FlowSegment, 'cell' | 'name'> {
  return name === undefined ? { cell } : { cell, name };
}

/** Where it is the same for every name, none has to be told. */
function withoutEveryName({ names, ...part }: FlowPart, all: ReadonlySet<string | undefined>): FlowPart {
  const told = new Set(names);
  const isEvery = [...all].every((name) => name === undefined || told.has(name));
  return names === undefined || isEvery ? part : { ...part, names };
}

function succeeds(piece: FlowSegment): boolean {
  return !fails(piece);
}

function openEnd({ disposition }: FlowSegment): OpenEnd {
  if (disposition.is === 'passes' || disposition.is === 'undecided' || disposition.is === 'handed-on') {
    return disposition;
  }
  throw new Error('What fails has no open end');
}

/** True where it is as unknown as it was; by which table or for which reason does not matter. */
export function isSameEnd(before: OpenEnd, after: OpenEnd): boolean {
  if (before.is !== after.is) return false;
  const hopOf = (end: OpenEnd) => (end.is === 'handed-on' ? end.by.nextHopAddress : null);
  return hopOf(before) === hopOf(after);
}

function isUnknown(earlier: FlowSegment, later: FlowSegment): boolean {
  return !isCertain(earlier) || !isCertain(later);
}

/** Where a firewall goes by name, packets to one host say nothing of those to another. */
function isOfSameName(one: FlowSegment, other: FlowSegment): boolean {
  return one.name === undefined || other.name === undefined || one.name === other.name;
}

function wasKnown({ earlier }: Shared): boolean {
  return earlier.disposition.is !== 'undecided';
}

function isCertain({ disposition }: FlowSegment): boolean {
  return disposition.is !== 'undecided' && disposition.is !== 'handed-on';
}

/** The route where it has the last word, else the rule of the group that the packets met last. */
function deciderOf({ disposition, deciders, target }: FlowSegment): Decider | null {
  if ('by' in disposition) return disposition.by;
  const rule = deciders.at(-1)?.decider ?? null;
  const isUserRoute = target !== undefined && target.route.tableId !== null;
  return isUserRoute && (rule === null || rule.isDefault) ? target.route : rule;
}
