import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  contains,
  equals,
  everyAddress,
  firstOf,
  isEmpty,
  emptySet,
  rangesOf,
  setOfRanges,
  memberCount,
  type IntervalSet,
} from '../../../../src/core/addresses/interval-set';
import {
  complement,
  intersect,
  isSubset,
  setsOverlap,
  subtract,
  union,
  unionAll,
} from '../../../../src/core/addresses/interval-algebra';
import { toPrefixes } from '../../../../src/core/addresses/address-set';
import { decodePrefixes } from '../../../../src/core/addresses/prefix-text';
import { encodePrefixes } from '../../../support/encode-prefixes';
import { caseCount } from '../../../support/case-count';

/** Ranges of an 8-bit toy universe, placed at either edge or in the middle of the real one. */
const offsets = [0, 0x7fffff80, 0xffffff00];
const toyRange = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 40 }))
  .map(([first, more]) => ({ first, last: Math.min(255, first + more) }));
const toyRanges = fc.array(toyRange, { maxLength: 24 });
const pair = fc.tuple(fc.constantFrom(...offsets), toyRanges, toyRanges);

const at = (offset: number, ranges: readonly { first: number; last: number }[]): IntervalSet =>
  setOfRanges(ranges.map(({ first, last }) => ({ first: first + offset, last: last + offset })));

/** The oracle: one bit for every number of the toy universe. */
const bitmap = (set: IntervalSet, offset: number): boolean[] =>
  Array.from({ length: 256 }, (_, bit) =>
    rangesOf(set).some((r) => bit + offset >= r.first && bit + offset <= r.last),
  );

function expectWellFormed(set: IntervalSet): void {
  rangesOf(set).forEach(({ first, last }, index, all) => {
    expect(first).toBeLessThanOrEqual(last);
    if (index > 0) expect(first).toBeGreaterThan(all[index - 1]!.last + 1);
  });
}

describe('interval sets agree with a bitmap', () => {
  const operations: readonly [
    string,
    (a: IntervalSet, b: IntervalSet) => IntervalSet,
    (a: boolean, b: boolean) => boolean,
  ][] = [
    ['union', union, (a, b) => a || b],
    ['intersect', intersect, (a, b) => a && b],
    ['subtract', subtract, (a, b) => a && !b],
  ];
  it.each(operations)('%s', (_name, operation, oracle) => {
    fc.assert(
      fc.property(pair, ([offset, left, right]) => {
        const [a, b] = [at(offset, left), at(offset, right)];
        const result = operation(a, b);
        expectWellFormed(result);
        const [x, y] = [bitmap(a, offset), bitmap(b, offset)];
        expect(bitmap(result, offset)).toEqual(x.map((bit, index) => oracle(bit, y[index]!)));
      }),
      { numRuns: caseCount(150, 1500) },
    );
  });

  it('when built from any ranges: nested, adjacent, duplicate, out of order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offsets), toyRanges, (offset, ranges) => {
        const set = at(offset, ranges);
        expectWellFormed(set);
        for (let bit = 0; bit < 256; bit++) {
          const inside = ranges.some((range) => bit >= range.first && bit <= range.last);
          expect(contains(set, bit + offset)).toBe(inside);
        }
      }),
      { numRuns: caseCount(60, 300) },
    );
  });

  it('on size, emptiness, overlap, and first member', () => {
    fc.assert(
      fc.property(pair, ([offset, left, right]) => {
        const [a, b] = [at(offset, left), at(offset, right)];
        const [x, y] = [bitmap(a, offset), bitmap(b, offset)];
        expect(memberCount(a)).toBe(x.filter(Boolean).length);
        expect(isEmpty(a)).toBe(!x.some(Boolean));
        expect(setsOverlap(a, b)).toBe(x.some((bit, index) => bit && y[index]));
        expect(isSubset(a, b)).toBe(x.every((bit, index) => !bit || y[index]));
        expect(firstOf(a)).toBe(x.includes(true) ? x.indexOf(true) + offset : undefined);
      }),
    );
  });
});

describe('set laws', () => {
  it('hold', () => {
    fc.assert(
      fc.property(pair, toyRanges, ([offset, left, right], third) => {
        const [a, b, c] = [at(offset, left), at(offset, right), at(offset, third)];
        expect(isEmpty(intersect(subtract(a, b), b))).toBe(true);
        expect(equals(union(a, b), union(b, a))).toBe(true);
        expect(equals(complement(complement(a)), a)).toBe(true);
        expect(equals(complement(union(a, b)), intersect(complement(a), complement(b)))).toBe(true);
        expect(equals(union(intersect(a, b), subtract(a, b)), a)).toBe(true);
        expect(equals(unionAll([a, b, c]), union(a, union(b, c)))).toBe(true);
        expect(memberCount(a) + memberCount(complement(a))).toBe(2 ** 32);
      }),
      { numRuns: caseCount(100, 600) },
    );
  });

  it('an operation that changes nothing returns the same set', () => {
    fc.assert(
      fc.property(pair, ([offset, left, right]) => {
        const [a, b] = [at(offset, left), at(offset, right)];
        expect(intersect(a, everyAddress)).toBe(a);
        expect(union(a, emptySet)).toBe(a);
        expect(union(a, intersect(a, b))).toBe(a);
        expect(subtract(a, complement(a))).toBe(a);
        const rest = subtract(a, b);
        expect(subtract(rest, b)).toBe(rest);
      }),
    );
  });
});

describe('prefixes of a set', () => {
  it('cover it exactly, with as few prefixes as possible', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offsets), toyRanges, (offset, ranges) => {
        const set = at(offset, ranges);
        const prefixes = toPrefixes(set);
        expect(equals(setOfRanges(prefixes), set)).toBe(true);
        expect(prefixes.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBe(memberCount(set));
        for (const { first, length } of prefixes) expect(first % 2 ** (32 - length)).toBe(0);
      }),
    );
  });

  it('survive encoding as text, nested ones too', () => {
    const prefix = fc
      .tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 32 }))
      .map(([address, length]) => {
        const size = 2 ** (32 - length);
        const first = address - (address % size);
        return { first, last: first + size - 1, length };
      });
    fc.assert(
      fc.property(fc.array(prefix), (prefixes) => {
        const sorted = prefixes.toSorted((a, b) => a.first - b.first || a.length - b.length);
        expect(decodePrefixes(encodePrefixes(prefixes))).toEqual(sorted);
      }),
    );
  });
});
