import type { AddressRange } from './prefix';

declare const brand: unique symbol;

/**
 * A set of unsigned 32-bit numbers (IPv4 addresses, or ports) as `[first, last, first, last, …]`. Both ends are
 * included. Intervals are sorted, disjoint, and never adjacent, so equal sets are equal arrays. It is never modified
 * after creation. Operations return the same array if nothing changes, and caches use it as their key.
 */
export type IntervalSet = Uint32Array & { readonly [brand]: 'IntervalSet' };

const greatest = 0xffffffff;

/** The empty set. */
export const emptySet = new Uint32Array(0) as IntervalSet;

/** Every IPv4 address. */
export const everyAddress = intervalOf(0, greatest);

/** Every port. */
export const everyPort = intervalOf(0, 65535);

/** Returns the numbers from `first` to `last`, both included; empty if `first` is greater. */
export function intervalOf(first: number, last: number): IntervalSet {
  return first > last ? emptySet : adopt(Uint32Array.of(first, last));
}

/** Returns the union of ranges in any order, which can overlap, nest, or touch. */
export function setOfRanges(ranges: readonly AddressRange[]): IntervalSet {
  const merged = new Uint32Array(ranges.length * 2);
  let used = 0;
  for (const key of keysInOrder(ranges)) {
    const range = ranges[key % places] as AddressRange;
    if (range.first <= range.last) used = append(merged, used, range);
  }
  return adopt(used === merged.length ? merged : merged.slice(0, used));
}

/** More ranges than any resource of Azure can have. 2^32 addresses times this stays an exact double. */
const places = 2 ** 21;

/**
 * Returns sort keys, because a number sorts much faster than a pair: the first address in the high digits, the range's
 * index in the low digits.
 */
function keysInOrder(ranges: readonly AddressRange[]): Float64Array {
  if (ranges.length > places) throw new RangeError(`More than ${places} ranges`);
  const keys = new Float64Array(ranges.length);
  for (let at = 0; at < ranges.length; at++) keys[at] = (ranges[at] as AddressRange).first * places + at;
  return keys.sort();
}

/** Adds a range that starts no earlier than those before it. Returns the new length. */
function append(merged: Uint32Array, used: number, { first, last }: AddressRange): number {
  const before = used > 0 ? (merged[used - 1] ?? 0) : -2;
  if (first > before + 1) {
    merged[used] = first;
    merged[used + 1] = last;
    return used + 2;
  }
  if (last > before) merged[used - 1] = last;
  return used;
}

/** Returns `bounds`, which must have the shape of `IntervalSet`, as a set without copying. */
export function adopt(bounds: Uint32Array): IntervalSet {
  return bounds.length === 0 ? emptySet : (bounds as IntervalSet);
}

export function isEmpty(set: IntervalSet): boolean {
  return set.length === 0;
}

/** True if both sets have the same members. */
export function equals(a: IntervalSet, b: IntervalSet): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** True if `member` is in the set. */
export function contains(set: IntervalSet, member: number): boolean {
  const at = firstReaching(set, 0, member);
  return at < set.length && boundAt(set, at) <= member;
}

/** Returns the number of members, up to 2^32. */
export function memberCount(set: IntervalSet): number {
  let sum = 0;
  for (let at = 0; at < set.length; at += 2) sum += boundAt(set, at + 1) - boundAt(set, at) + 1;
  return sum;
}

/** Returns the smallest member; undefined for the empty set. */
export function firstOf(set: IntervalSet): number | undefined {
  return set[0];
}

/** Returns the number of intervals, which is the number of ranges for display. */
export function rangeCount(set: IntervalSet): number {
  return set.length / 2;
}

/** Returns the set's intervals in order. */
export function rangesOf(set: IntervalSet): AddressRange[] {
  const ranges: AddressRange[] = [];
  for (let at = 0; at < set.length; at += 2) {
    ranges.push({ first: boundAt(set, at), last: boundAt(set, at + 1) });
  }
  return ranges;
}

/**
 * Returns the index of the first interval at or after `from` that ends no earlier than `member`, by galloping search.
 */
export function firstReaching(set: IntervalSet, from: number, member: number): number {
  let step = 2;
  let low = from;
  while (low + step < set.length && boundAt(set, low + step + 1) < member) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, set.length);
  while (low < high) {
    const middle = low + (((high - low) >> 2) << 1);
    if (boundAt(set, middle + 1) < member) low = middle + 2;
    else high = middle;
  }
  return low;
}

/** Returns the bound at `at`, which the caller knows to exist. */
function boundAt(set: IntervalSet, at: number): number {
  return set[at] as number;
}
