import type { Decider, FlowPart, Packet } from '../judgement';
import type { Direction } from '../network/model';
import { intersectCells, type Cell } from '../packets/cell';
import { samplePacket } from '../packets/sample-packet';
import { fails, flowParts } from './conclude';
import type { Piece } from './fate';
import { piecesOf, type ReachQuestion } from './reach';

/** Packets of one flow that end another way in the later of two states. */
export interface FlowChange {
  readonly direction: Direction;
  /** One of them. */
  readonly packet: Packet;
  /** All of them: protocol, ports, address ranges. */
  readonly parts: readonly FlowPart[];
  /** What lets them through, or stops them, in the later state; null where no rule or route has a word in it. */
  readonly by: Decider | null;
  /** False where one of the two ends is not known, or lies with an appliance. */
  readonly certain: boolean;
}

export interface StateChanges {
  /** Failed in the earlier state, and does no longer. */
  readonly opens: readonly FlowChange[];
  /** Fails in the later state, and did not. */
  readonly closes: readonly FlowChange[];
}

/**
 * Which packets of a flow open and which close from one state of a network to another, exactly: by the rule or route that
 * decides in the later state. Both questions ask the same flow.
 */
export function compareFlow(before: ReachQuestion, after: ReachQuestion): StateChanges {
  const { direction } = after.flow;
  const was = piecesOf(before);
  const is = piecesOf(after);
  return {
    opens: changes(direction, is.filter(succeeds), was.filter(fails)),
    closes: changes(direction, is.filter(fails), was.filter(succeeds)),
  };
}

function succeeds(piece: Piece): boolean {
  return !fails(piece);
}

/** What of `later` is in `earlier` too, by the one who decides later. */
function changes(
  direction: Direction,
  later: readonly Piece[],
  earlier: readonly Piece[],
): readonly FlowChange[] {
  const byDecider = new Map<string, { by: Decider | null; certain: boolean; cells: Cell[] }>();
  for (const piece of later) {
    const by = deciderOf(piece);
    for (const other of earlier) {
      if (!isOfSameName(piece, other)) continue;
      const cell = intersectCells(piece.cell, other.cell);
      if (!cell) continue;
      const certain = isCertain(piece) && isCertain(other);
      const key = JSON.stringify([by, certain]);
      const group = byDecider.get(key) ?? { by, certain, cells: [] };
      group.cells.push(cell);
      byDecider.set(key, group);
    }
  }
  return [...byDecider.values()].flatMap(({ by, certain, cells }) => {
    const [first] = cells;
    if (!first) return [];
    const parts = flowParts(cells.map((cell) => ({ cell })));
    return [{ direction, packet: samplePacket(first, direction), parts, by, certain }];
  });
}

/** Where a firewall goes by name, packets to one host say nothing of those to another. */
function isOfSameName(one: Piece, other: Piece): boolean {
  return one.name === undefined || other.name === undefined || one.name === other.name;
}

function isCertain({ fate }: Piece): boolean {
  return fate.is !== 'undecided' && fate.is !== 'handed-on';
}

/** The route where it has the last word, else the rule of the group that the packets met last. */
function deciderOf({ fate, deciders, target }: Piece): Decider | null {
  if ('by' in fate) return fate.by;
  const rule = deciders.at(-1)?.decider ?? null;
  const isUserRoute = target !== undefined && target.route.tableId !== null;
  return isUserRoute && (rule === null || rule.isDefault) ? target.route : rule;
}
