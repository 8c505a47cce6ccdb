import { intersectCells, subtractCells, type PacketSet } from '../packets/packet-set';
import type { Reason } from '../reason';
import type { CompiledRule } from './compile-group';
import type { FlowInTransit, WalkResult } from './walk';

/** A part of the flow after the NSGs decided. */
export interface Settled {
  readonly cell: PacketSet;
  readonly deciders: readonly CompiledRule[];
  /** Set if it may pass or not, with the reason. */
  readonly cloud?: Reason;
}

export interface SettledFlow {
  /** Parts that are blocked whatever the unknowns are. */
  readonly stopped: readonly Settled[];
  /** Parts that passed, or may have passed. */
  readonly passed: readonly Settled[];
}

/**
 * Converts results under assumptions to results. A packet that is blocked under one assumption and allowed under
 * another is undecided. A packet that is blocked under every assumption is blocked.
 */
export function settle({ passed, stopped }: WalkResult): SettledFlow {
  const assumedPassed = passed.filter(({ held }) => held.length > 0);
  // The later rule blocks them whatever the unknown is, so it is the one to name.
  const assumedStopped = stopped.filter(({ held }) => held.length > 0).reverse();
  const passing = assumedPassed.map(({ cell }) => cell);
  const stopping = assumedStopped.map(({ cell }) => cell);
  return {
    stopped: [
      ...stopped.filter(({ held }) => held.length === 0),
      ...assumedStopped.flatMap((travel) => narrow(travel, subtractCells(travel.cell, passing))),
    ],
    passed: [
      ...passed.filter(({ held }) => held.length === 0),
      ...assumedPassed.flatMap((travel) => [
        ...narrow(travel, subtractCells(travel.cell, stopping)),
        ...uncertain(travel, stopping),
      ]),
    ],
  };
}

function narrow(travel: FlowInTransit, cells: readonly PacketSet[]): Settled[] {
  return cells.map((cell) => ({ ...travel, cell }));
}

/**
 * Returns the packets of `travel` that are blocked under another assumption, with the reason of the first unknown
 * that was assumed.
 */
function uncertain(travel: FlowInTransit, stopping: readonly PacketSet[]): Settled[] {
  const because = travel.cloud ?? travel.held[0]?.whyUnknown.because;
  if (!because) return [];
  return stopping.flatMap((other) => {
    const shared = intersectCells(travel.cell, other);
    return shared ? [{ ...travel, cell: shared, cloud: because }] : [];
  });
}
