import type { Decider, FlowPart, ExamplePacket } from '../check-result';
import type { Direction } from '../network/model';
import { intersectCells, type PacketSet } from '../packets/packet-set';
import { samplePacket } from '../packets/sample-packet';
import { fails } from './flow-outcome';
import { flowParts } from './flow-parts';
import type { FlowDisposition, FlowSegment } from './flow-disposition';
import { flowSegments, type ReachQuery } from './reach';

/** Packets of a flow whose disposition differs in the later of two states. */
export interface FlowChange {
  readonly direction: Direction;
  /** Example of these packets. */
  readonly packet: ExamplePacket;
  /** The host that it is sent to, if a firewall decides by name. */
  readonly host: string | null;
  /** The packets as products of protocol, ports, and address ranges. */
  readonly parts: readonly FlowPart[];
  /** Component that allows or blocks them in the later state; null if no rule or route decides. */
  readonly by: Decider | null;
  /** False if one of the two dispositions is unknown, or depends on an appliance. */
  readonly certain: boolean;
  /** False if the disposition in the earlier state wasn't known for any of them. */
  readonly wasKnown: boolean;
}

/** Disposition of packets that don't certainly fail. */
export type OpenEnd = Extract<FlowDisposition, { is: 'passes' | 'unknown' | 'forwarded' }>;

/** Packets of a flow that certainly fail in neither state, with an unknown disposition in at least one of them. */
export interface FlowUnknown extends Pick<FlowChange, 'direction' | 'packet' | 'host' | 'parts'> {
  readonly before: OpenEnd;
  readonly after: OpenEnd;
}

export interface StateChanges {
  /** Packets that failed in the earlier state and no longer fail. */
  readonly opens: readonly FlowChange[];
  /** Packets that fail in the later state and didn't before. */
  readonly closes: readonly FlowChange[];
  /** Packets that may pass in both states, but aren't known to. */
  readonly unknown: readonly FlowUnknown[];
}

/**
 * Returns exactly which packets of a flow open and which close between two states of a network, by the deciding rule or
 * route in the later state. Both queries must have the same flow.
 */
export function compareFlow(before: ReachQuery, after: ReachQuery): StateChanges {
  const { direction } = after.flow;
  const was = flowSegments(before);
  const is = flowSegments(after);
  const all = new Set([...was, ...is].map(({ name }) => name));
  const parts = (packets: readonly Shared[]) => partsOf(packets, direction, all);
  const changes = (shared: Iterable<Shared>): readonly FlowChange[] =>
    grouped(shared, ({ earlier, later }) => ({
      by: deciderOf(later),
      certain: isCertain(earlier) && isCertain(later),
    })).map(({ of, packets }) => ({ direction, ...parts(packets), ...of, wasKnown: packets.some(wasKnown) }));
  const [wasOpen, isOpen] = [was.filter(succeeds), is.filter(succeeds)];
  return {
    opens: changes(sharedBy(was.filter(fails), isOpen)),
    closes: changes(sharedBy(wasOpen, is.filter(fails))),
    unknown: grouped(sharedBy(wasOpen, isOpen, isUnknown), ({ earlier, later }) => ({
      before: openEnd(earlier),
      after: openEnd(later),
    })).map(({ of, packets }) => ({ direction, ...parts(packets), ...of })),
  };
}

/** Packets that are in a segment of each state. */
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

/** Groups packets by what is reported about them. */
function grouped<T>(
  shared: Iterable<Shared>,
  describe: (one: Shared) => T,
): readonly { readonly of: T; readonly packets: readonly Shared[] }[] {
  const groups = new Map<string, { of: T; packets: Shared[] }>();
  for (const one of shared) {
    const of = describe(one);
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

/** Omits the names if the part includes every name. */
function withoutEveryName({ names, ...part }: FlowPart, all: ReadonlySet<string | undefined>): FlowPart {
  const parts = new Set(names);
  const isEvery = [...all].every((name) => name === undefined || parts.has(name));
  return names === undefined || isEvery ? part : { ...part, names };
}

function succeeds(piece: FlowSegment): boolean {
  return !fails(piece);
}

function openEnd({ disposition }: FlowSegment): OpenEnd {
  if (disposition.is === 'passes' || disposition.is === 'unknown' || disposition.is === 'forwarded') {
    return disposition;
  }
  throw new Error('What fails has no open end');
}

/** True if the disposition is as unknown as before, whatever the route table or the reason. */
export function isSameEnd(before: OpenEnd, after: OpenEnd): boolean {
  if (before.is !== after.is) return false;
  const hopOf = (end: OpenEnd) => (end.is === 'forwarded' ? end.by.nextHopAddress : null);
  return hopOf(before) === hopOf(after);
}

function isUnknown(earlier: FlowSegment, later: FlowSegment): boolean {
  return !isCertain(earlier) || !isCertain(later);
}

/**
 * True if both segments apply to the same name. If a firewall decides by name, packets to different hosts aren't
 * comparable.
 */
function isOfSameName(one: FlowSegment, other: FlowSegment): boolean {
  return one.name === undefined || other.name === undefined || one.name === other.name;
}

function wasKnown({ earlier }: Shared): boolean {
  return earlier.disposition.is !== 'unknown';
}

function isCertain({ disposition }: FlowSegment): boolean {
  return disposition.is !== 'unknown' && disposition.is !== 'forwarded';
}

/** Returns the route if it decides, otherwise the rule of the NSG that the packets reached last. */
function deciderOf({ disposition, deciders, target }: FlowSegment): Decider | null {
  if ('by' in disposition) return disposition.by;
  const rule = deciders.at(-1)?.decider ?? null;
  const isUserRoute = target !== undefined && target.route.tableId !== null;
  return isUserRoute && (rule === null || rule.isDefault) ? target.route : rule;
}
