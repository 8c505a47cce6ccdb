import { intersectCells, subtractCells, type PacketSet } from '../packets/packet-set';
import type { Reason } from '../reason';
import type { CompiledRule } from './compile-group';
import type { FlowInTransit, WalkResult } from './walk';

/** A part of the flow once the groups have spoken. */
export interface Settled {
  readonly cell: PacketSet;
  readonly deciders: readonly CompiledRule[];
  /** Set where it may pass or not, for this reason. */
  readonly cloud?: Reason;
}

export interface SettledFlow {
  /** Stopped whatever the doubts turn out to be. */
  readonly stopped: readonly Settled[];
  /** Passed, or perhaps passed. */
  readonly passed: readonly Settled[];
}

/**
 * Turns what holds under assumptions into what holds. A packet that one assumption stops and another lets pass is
 * undecided; one that every assumption stops is stopped.
 */
export function settle({ passed, stopped }: WalkResult): SettledFlow {
  const assumedPassed = passed.filter(({ held }) => held.length > 0);
  // The later rule stops them whichever way the doubt goes, so it is the one to name.
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
        ...cloudy(travel, stopping),
      ]),
    ],
  };
}

function narrow(travel: FlowInTransit, cells: readonly PacketSet[]): Settled[] {
  return cells.map((cell) => ({ ...travel, cell }));
}

/** The packets of `travel` that another assumption stops, for the reason of the last doubt that was assumed. */
function cloudy(travel: FlowInTransit, stopping: readonly PacketSet[]): Settled[] {
  const because = travel.cloud ?? travel.held[0]?.whyUnknown.because;
  if (!because) return [];
  return stopping.flatMap((other) => {
    const shared = intersectCells(travel.cell, other);
    return shared ? [{ ...travel, cell: shared, cloud: because }] : [];
  });
}
