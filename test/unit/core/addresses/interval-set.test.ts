import { describe, expect, it } from 'vitest';
import {
  equals,
  everyAddress,
  everyPort,
  intervalOf,
  isEmpty,
  emptySet,
  rangesOf,
  setOfRanges,
  memberCount,
  type IntervalSet,
} from '../../../../src/core/addresses/interval-set';
import { complement, intersect, subtract, union } from '../../../../src/core/addresses/interval-algebra';
import { formatAddressSet, parseAddressSet } from '../../../../src/core/addresses/address-set';
import { decodePrefixes, decodeTag } from '../../../../src/core/addresses/prefix-text';
import { encodePrefixes } from '../../../support/encode-prefixes';

function expectWellFormed(set: IntervalSet): void {
  rangesOf(set).forEach(({ first, last }, index, all) => {
    expect(first).toBeLessThanOrEqual(last);
    if (index > 0) expect(first).toBeGreaterThan(all[index - 1]!.last + 1);
  });
}

describe('set laws', () => {
  it('an operand that equals the result is returned itself, whichever it is', () => {
    const wide = setOfRanges([
      { first: 0, last: 10 },
      { first: 20, last: 30 },
    ]);
    const narrow = setOfRanges([
      { first: 1, last: 2 },
      { first: 21, last: 22 },
    ]);
    expect(intersect(wide, narrow)).toBe(narrow);
    expect(intersect(narrow, wide)).toBe(narrow);
    expect(union(wide, narrow)).toBe(wide);
    expect(union(narrow, wide)).toBe(wide);
  });

  it('hold for thousands of intervals, which use the fast paths', () => {
    const many = setOfRanges(
      Array.from({ length: 5000 }, (_, n) => ({ first: n * 1000, last: n * 1000 + 99 })),
    );
    const hole = intervalOf(2_500_050, 2_500_059);
    const cut = subtract(many, hole);
    expectWellFormed(cut);
    expect(memberCount(cut)).toBe(memberCount(many) - 10);
    expect(equals(union(cut, hole), many)).toBe(true);
    expect(rangesOf(intersect(many, intervalOf(999_000, 1_000_050)))).toEqual([
      { first: 999_000, last: 999_099 },
      { first: 1_000_000, last: 1_000_050 },
    ]);
  });
});

describe('growing sets', () => {
  /** Every fourth number. */
  const everyFourth = (count: number, from: number): IntervalSet =>
    setOfRanges(Array.from({ length: count }, (_, n) => ({ first: from + n * 4, last: from + n * 4 })));

  it('are computed completely by each operation', () => {
    // Each set is larger than the sets of all previous operations.
    expect(memberCount(intersect(everyFourth(25_000, 0), everyFourth(25_001, 0)))).toBe(25_000);
    const holes = subtract(intervalOf(0, 500_000), everyFourth(102_000, 1));
    expect(rangesOf(holes)).toHaveLength(102_001);
    expect(memberCount(union(everyFourth(105_000, 0), everyFourth(105_000, 2)))).toBe(210_000);
  });

  it('with more ranges than Azure allows are refused, not computed incorrectly', () => {
    const one = { first: 1, last: 1 };
    expect(() => setOfRanges(Array.from({ length: 2 ** 21 + 1 }, () => one))).toThrow(RangeError);
  });
});

describe('edge cases', () => {
  it('of a range that ends before its start', () => {
    expect(setOfRanges([{ first: 5, last: 4 }])).toBe(emptySet);
    expect(
      rangesOf(
        setOfRanges([
          { first: 9, last: 3 },
          { first: 1, last: 2 },
        ]),
      ),
    ).toEqual([{ first: 1, last: 2 }]);
  });

  it('of the address space', () => {
    expect(isEmpty(complement(everyAddress))).toBe(true);
    expect(memberCount(everyAddress)).toBe(2 ** 32);
    expect(rangesOf(complement(intervalOf(0, 0)))).toEqual([{ first: 1, last: 0xffffffff }]);
    expect(rangesOf(complement(intervalOf(0xffffffff, 0xffffffff)))).toEqual([
      { first: 0, last: 0xfffffffe },
    ]);
    expect(intervalOf(5, 4)).toBe(emptySet);
    expect(rangesOf(subtract(everyPort, intervalOf(443, 443)))).toEqual([
      { first: 0, last: 442 },
      { first: 444, last: 65535 },
    ]);
  });
});

describe('prefixes of a set', () => {
  it('cover it exactly, with as few prefixes as possible', () => {
    expect(formatAddressSet(everyAddress)).toEqual(['0.0.0.0/0']);
    expect(formatAddressSet(parseAddressSet(['10.0.0.0/25', '10.0.0.128/25']).set)).toEqual(['10.0.0.0/24']);
    expect(formatAddressSet(intervalOf(1, 6))).toEqual([
      '0.0.0.1/32',
      '0.0.0.2/31',
      '0.0.0.4/31',
      '0.0.0.6/32',
    ]);
  });

  it('lists texts that it couldn’t parse', () => {
    const read = parseAddressSet([' 10.0.0.0/24 ', 'fd00::/8', '10.0.0.4 - 10.0.1.1', 'Storge']);
    expect(read.unread).toEqual(['Storge']);
    expect(memberCount(read.set)).toBe(258);
  });

  it('survive encoding as text, nested ones too', () => {
    expect(decodePrefixes('0 w')).toEqual([{ first: 0, last: 0, length: 32 }]);
    expect(decodePrefixes('0 0')).toEqual([{ first: 0, last: 0xffffffff, length: 0 }]);
    expect(decodePrefixes('')).toEqual([]);
    const nested = [
      { first: 0x0a000000, last: 0x0affffff, length: 8 },
      { first: 0x0a000000, last: 0x0a00ffff, length: 16 },
    ];
    expect(decodePrefixes(encodePrefixes(nested))).toEqual(nested);
    expect(decodePrefixes(encodePrefixes(nested.toReversed()))).toEqual(nested);
  });

  it('of a tag are the union of its parts, if the list omits them', () => {
    const [wide, narrow] = [
      { first: 0x0a000000, last: 0x0affffff, length: 8 },
      { first: 0x0a000000, last: 0x0a00ffff, length: 16 },
    ];
    const tags = {
      Sql: `* ${encodePrefixes([narrow])}`,
      'Sql.West': encodePrefixes([wide]),
      // In both regions.
      'Sql.East': encodePrefixes([wide]),
      SqlManagement: '0 w',
    };
    expect(decodeTag(tags, 'Sql')).toEqual([wide, narrow]);
    expect(decodeTag({ ...tags, Sql: '* ' }, 'Sql')).toEqual([wide]);
  });

  it.each([
    ['z zz zzzzzzzzz', 'longer than 32 bits'],
    ['0 -1', 'of less than no bits'],
    ['0 x', 'of 33 bits'],
    ['-1 w', 'below the first address'],
    ['0 0 0 w', 'beyond the last address'],
    ['1z141z4 w', 'beyond the last address, by itself'],
    ['0', 'half'],
    ['? w', 'no number'],
  ])('refuses to decode %j: %s', (text) => {
    expect(() => decodePrefixes(text)).toThrow('Not encoded prefixes, from word ');
  });
});
