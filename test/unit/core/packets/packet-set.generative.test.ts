import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { contains, setOfRanges, type IntervalSet } from '../../../../src/core/addresses/interval-set';
import {
  intersectCells,
  subtractCells,
  subtractWithin,
  volumeOf,
  type PacketSet,
} from '../../../../src/core/packets/packet-set';
import { caseCount } from '../../../support/case-count';

/** A toy universe of 2 protocols and sides of 0 to 5, small enough to test every packet. */
const side = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((ranges): IntervalSet =>
    setOfRanges(ranges.map(([first, more]) => ({ first, last: Math.min(5, first + more) }))),
  );
const anyCell = fc.record({
  protocols: fc.integer({ min: 1, max: 3 }),
  destinationPorts: side,
  sourcePorts: side,
  local: side,
  remote: side,
});

const members = [0, 1, 2, 3, 4, 5];
const packets = [1, 2].flatMap((protocol) =>
  members.flatMap((d) =>
    members.flatMap((s) => members.flatMap((l) => members.map((r) => ({ protocol, d, s, l, r })))),
  ),
);
const holds = (cell: PacketSet, { protocol, d, s, l, r }: (typeof packets)[number]): boolean =>
  (cell.protocols & protocol) !== 0 &&
  contains(cell.destinationPorts, d) &&
  contains(cell.sourcePorts, s) &&
  contains(cell.local, l) &&
  contains(cell.remote, r);

describe('cells agree with each tested packet', () => {
  it('the intersection and the rest are disjoint and complete, in at most five pieces', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (a, b) => {
        const shared = intersectCells(a, b);
        const rest = shared ? subtractWithin(a, shared) : [a];
        expect(rest.length).toBeLessThanOrEqual(5);
        const wrong = packets.filter((packet) => {
          const [inA, inB] = [holds(a, packet), holds(b, packet)];
          const isShared = shared !== undefined && holds(shared, packet);
          const pieces = rest.filter((piece) => holds(piece, packet)).length;
          return isShared !== (inA && inB) || pieces !== (inA && !inB ? 1 : 0);
        });
        expect(wrong).toEqual([]);
        for (const piece of shared ? [...rest, shared] : rest) expect(volumeOf(piece)).toBeGreaterThan(0n);
        const sum = rest.reduce((total, piece) => total + volumeOf(piece), shared ? volumeOf(shared) : 0n);
        expect(sum).toBe(volumeOf(a));
      }),
      { numRuns: caseCount(10, 40) },
    );
  });

  it('after several subtractions', () => {
    fc.assert(
      fc.property(anyCell, fc.array(anyCell, { maxLength: 3 }), (a, others) => {
        const rest = subtractCells(a, others);
        const wrong = packets.filter((packet) => {
          const isLeft = holds(a, packet) && !others.some((other) => holds(other, packet));
          return rest.some((piece) => holds(piece, packet)) !== isLeft;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: caseCount(10, 30) },
    );
  });
});
