import { adopt, everyAddress, firstReaching, emptySet, type IntervalSet } from './interval-set';

/**
 * Buffer that grows as needed and is reused: an operation writes here first, because the size of its result isn't known
 * before.
 */
let scratch = new Uint32Array(1024);

function scratchOf(length: number): Uint32Array {
  if (scratch.length < length) scratch = new Uint32Array(length * 2);
  return scratch;
}

/** Returns the members of both sets. */
export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || isWithinOne(a, b)) return a;
  if (isWithinOne(b, a)) return b;
  return a.length < large || b.length < large ? meet(a, b) : shared(a, b);
}

/** Sets with as many bounds are those of service tags, which thousands of subnets compare. */
const large = 32;
const meetings = new WeakMap<IntervalSet, WeakMap<IntervalSet, IntervalSet>>();

/** Returns the members of two large sets, cached as long as both exist. */
function shared(a: IntervalSet, b: IntervalSet): IntervalSet {
  const ofA = meetings.get(a) ?? new WeakMap<IntervalSet, IntervalSet>();
  meetings.set(a, ofA);
  const before = ofA.get(b);
  if (before) return before;
  const found = meet(a, b);
  ofA.set(b, found);
  return found;
}

function meet(a: IntervalSet, b: IntervalSet): IntervalSet {
  const out = scratchOf(a.length + b.length);
  let used = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const first = Math.max(a[i] as number, b[j] as number);
    const aLast = a[i + 1] as number;
    const bLast = b[j + 1] as number;
    if (aLast < first) i = firstReaching(a, i, first);
    else if (bLast < first) j = firstReaching(b, j, first);
    else {
      out[used++] = first;
      out[used++] = Math.min(aLast, bLast);
      if (aLast <= bLast) i += 2;
      else j += 2;
    }
  }
  return keepIdentity(out, used, a, b);
}

/** True if the sets share a member. */
export function setsOverlap(a: IntervalSet, b: IntervalSet): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const aFirst = a[i] as number;
    const bFirst = b[j] as number;
    if ((a[i + 1] as number) < bFirst) i = firstReaching(a, i, bFirst);
    else if ((b[j + 1] as number) < aFirst) j = firstReaching(b, j, aFirst);
    else return true;
  }
  return false;
}

/** True if the set has a member from `first` to `last`. */
export function overlapsRange(set: IntervalSet, first: number, last: number): boolean {
  const at = firstReaching(set, 0, first);
  return at < set.length && (set[at] as number) <= last;
}

/** Returns the members of `a` that aren't in `b`. */
export function subtract(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || isWithinOne(a, b)) return emptySet;
  if (!setsOverlap(a, b)) return a;
  const out = scratchOf(a.length + b.length);
  let used = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const untouched = firstReaching(a, i, b[j] as number);
    used = copy(a, { from: i, to: untouched, into: out, at: used });
    i = untouched;
    if (i >= a.length) break;
    j = firstReaching(b, j, a[i] as number);
    if (j >= b.length) break;
    used = cut({ a, i, b, j, out, used });
    i += 2;
  }
  used = copy(a, { from: i, to: a.length, into: out, at: used });
  return adopt(out.slice(0, used));
}

interface Cut {
  readonly a: IntervalSet;
  readonly i: number;
  readonly b: IntervalSet;
  readonly j: number;
  readonly out: Uint32Array;
  readonly used: number;
}

/** Writes what remains of the interval `a[i]` after the intervals of `b` from `j` on are subtracted. */
function cut({ a, i, b, j, out, used }: Cut): number {
  let from = a[i] as number;
  const last = a[i + 1] as number;
  for (let at = j; at < b.length && (b[at] as number) <= last; at += 2) {
    const hole = b[at] as number;
    if (hole > from) {
      out[used++] = from;
      out[used++] = hole - 1;
    }
    from = (b[at + 1] as number) + 1;
  }
  if (from <= last) {
    out[used++] = from;
    out[used++] = last;
  }
  return used;
}

/** Returns the members of either set. */
export function union(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || isWithinOne(b, a)) return a;
  if (isWithinOne(a, b)) return b;
  const out = scratchOf(a.length + b.length);
  let used = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i] as number) <= (b[j] as number)) {
      used = append(out, used, a, i);
      i += 2;
    } else {
      used = append(out, used, b, j);
      j += 2;
    }
  }
  for (; i < a.length; i += 2) used = append(out, used, a, i);
  for (; j < b.length; j += 2) used = append(out, used, b, j);
  return keepIdentity(out, used, a, b);
}

/** Adds the interval at `at`, which starts no earlier than those written. Returns the new length. */
function append(out: Uint32Array, used: number, ...[set, at]: [IntervalSet, number]): number {
  const first = set[at] as number;
  const last = set[at + 1] as number;
  const before = used > 0 ? (out[used - 1] as number) : -2;
  if (first > before + 1) {
    out[used] = first;
    out[used + 1] = last;
    return used + 2;
  }
  if (last > before) out[used - 1] = last;
  return used;
}

/** Returns the union of any number of sets. */
export function unionAll(sets: readonly IntervalSet[]): IntervalSet {
  if (sets.length <= 2) return union(sets[0] ?? emptySet, sets[1] ?? emptySet);
  const half = sets.length >> 1;
  return union(unionAll(sets.slice(0, half)), unionAll(sets.slice(half)));
}

/** Returns the members of `universe`, every address by default, that aren't in `set`. */
export function complement(set: IntervalSet): IntervalSet {
  return subtract(everyAddress, set);
}

/** True if every member of `inner` is in `outer`. */
export function isSubset(inner: IntervalSet, outer: IntervalSet): boolean {
  return subtract(inner, outer).length === 0;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly into: Uint32Array;
  readonly at: number;
}

function copy(set: IntervalSet, { from, to, into, at }: Run): number {
  if (to - from > 16) into.set(set.subarray(from, to), at);
  else for (let index = from; index < to; index++) into[at + index - from] = set[index] as number;
  return at + to - from;
}

/** True if `outer` has an interval that contains all of `inner`: the common case, without iterating. */
function isWithinOne(inner: IntervalSet, outer: IntervalSet): boolean {
  if (inner.length === 0) return true;
  if (outer.length === 0) return false;
  const at = firstReaching(outer, 0, inner[0] as number);
  return (
    at < outer.length &&
    (outer[at] as number) <= (inner[0] as number) &&
    (inner[inner.length - 1] as number) <= (outer[at + 1] as number)
  );
}

/** Returns a copy of the first `used` bounds of `out`, or the operand that equals them. */
function keepIdentity(out: Uint32Array, used: number, ...[a, b]: [IntervalSet, IntervalSet]): IntervalSet {
  if (used === 0) return emptySet;
  if (isWritten(a, out, used)) return a;
  if (isWritten(b, out, used)) return b;
  return adopt(out.slice(0, used));
}

/** True if a set equals the first `used` bounds of `out`. */
function isWritten(set: IntervalSet, out: Uint32Array, used: number): boolean {
  if (set.length !== used) return false;
  for (let at = 0; at < used; at += 1) if (set[at] !== out[at]) return false;
  return true;
}
