import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  contains,
  everyPort,
  intervalOf,
  setOfRanges,
  type IntervalSet,
} from '../../../../src/core/addresses/interval-set';
import { parseAddressSet } from '../../../../src/core/addresses/address-set';
import {
  intersectCells,
  subtractCells,
  subtractWithin,
  volumeOf,
  type Cell,
} from '../../../../src/core/packets/cell';
import { protocolSet, protocolsIn, protocolsOfRule } from '../../../../src/core/packets/protocols';
import { samplePacket } from '../../../../src/core/packets/sample-packet';

/** A toy universe of 2 protocols and sides of 0 to 5, small enough to try every packet. */
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
const holds = (cell: Cell, { protocol, d, s, l, r }: (typeof packets)[number]): boolean =>
  (cell.protocols & protocol) !== 0 &&
  contains(cell.destinationPorts, d) &&
  contains(cell.sourcePorts, s) &&
  contains(cell.local, l) &&
  contains(cell.remote, r);

describe('cells agree with every packet tried', () => {
  it('what two share and what is left are disjoint and whole, in at most five pieces', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (a, b) => {
        const shared = intersectCells(a, b);
        const rest = shared ? subtractWithin(a, shared) : [a];
        expect(rest.length).toBeLessThanOrEqual(5);
        for (const packet of packets) {
          expect(shared !== undefined && holds(shared, packet)).toBe(holds(a, packet) && holds(b, packet));
          const pieces = rest.filter((piece) => holds(piece, packet)).length;
          expect(pieces).toBe(holds(a, packet) && !holds(b, packet) ? 1 : 0);
        }
        for (const piece of shared ? [...rest, shared] : rest) expect(volumeOf(piece)).toBeGreaterThan(0n);
        const sum = rest.reduce((total, piece) => total + volumeOf(piece), shared ? volumeOf(shared) : 0n);
        expect(sum).toBe(volumeOf(a));
      }),
      { numRuns: 40 },
    );
  });

  it('several taken away', () => {
    fc.assert(
      fc.property(anyCell, fc.array(anyCell, { maxLength: 3 }), (a, others) => {
        const rest = subtractCells(a, others);
        for (const packet of packets) {
          const left = holds(a, packet) && !others.some((other) => holds(other, packet));
          expect(rest.some((piece) => holds(piece, packet))).toBe(left);
        }
      }),
      { numRuns: 30 },
    );
  });
});

const cell: Cell = {
  protocols: protocolSet('TCP', 'UDP', 'ICMP'),
  destinationPorts: intervalOf(443, 445),
  sourcePorts: everyPort,
  local: parseAddressSet(['10.1.2.4-10.1.2.254']).set,
  remote: parseAddressSet(['20.0.1.0/24', '20.0.0.0/28']).set,
};

describe('volume', () => {
  it('is exact beyond what a double holds', () => {
    const all: Cell = {
      ...cell,
      protocols: 63,
      destinationPorts: everyPort,
      local: parseAddressSet(['0.0.0.0/0']).set,
      remote: parseAddressSet(['0.0.0.0/0']).set,
    };
    expect(volumeOf(all)).toBe(6n * 65536n * 65536n * 2n ** 64n);
    expect(volumeOf(cell)).toBe(3n * 3n * 65536n * 251n * 272n);
  });
});

describe('a sample packet', () => {
  it('goes out from the lowest address, from a port that a client takes', () => {
    expect(samplePacket(cell, 'Outbound')).toEqual({
      protocol: 'TCP',
      source: '10.1.2.4',
      sourcePort: 49152,
      destination: '20.0.0.0',
      destinationPort: 443,
    });
  });

  it('comes in the other way round', () => {
    expect(samplePacket(cell, 'Inbound')).toMatchObject({ source: '20.0.0.0', destination: '10.1.2.4' });
  });

  it.each([
    [intervalOf(0, 1023), 0],
    [intervalOf(20, 1023), 20],
    [intervalOf(0, 2000), 1024],
    [intervalOf(0, 40000), 32768],
    [intervalOf(50000, 50000), 50000],
  ])('keeps to the source ports that are left', (sourcePorts, port) => {
    expect(samplePacket({ ...cell, sourcePorts }, 'Outbound').sourcePort).toBe(port);
  });

  it('has no ports where the protocol has none', () => {
    expect(samplePacket({ ...cell, protocols: protocolSet('ICMP') }, 'Outbound')).toMatchObject({
      protocol: 'ICMP',
      sourcePort: null,
      destinationPort: null,
    });
  });
});

describe('protocols', () => {
  it('of a rule', () => {
    expect(protocolsIn(protocolsOfRule('*'))).toEqual(['TCP', 'UDP', 'ICMP', 'ESP', 'AH', 'other']);
    expect(protocolsIn(protocolsOfRule('Udp'))).toEqual(['UDP']);
    expect(protocolsIn(protocolSet('AH', 'TCP'))).toEqual(['TCP', 'AH']);
  });
});
