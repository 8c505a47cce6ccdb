import { reason, type Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type {
  ArrayValue,
  FlagValue,
  NullValue,
  NumberValue,
  ObjectValue,
  TextValue,
  UnknownValue,
  Value,
} from './value';

/** Creates a text that was computed, or written at `from`. */
export function textValue(value: string, from: SourceRange | null = null): TextValue {
  return { is: 'text', value, from };
}

/** Creates a number that was computed, or written at `from`. */
export function numberValue(value: number, from: SourceRange | null = null): NumberValue {
  return { is: 'number', value, from };
}

/**
 * Creates an integer that was computed, or written at `from`, if it can be represented exactly. Azure counts with 64
 * bits, but here, a number above 2^53 would be rounded to a neighbor.
 */
export function exactly(value: number, from: SourceRange | null = null): NumberValue | UnknownValue {
  const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
  return isExact ? numberValue(value, from) : unknownValue(reason('unknown.largeNumber'), null, from);
}

/** Creates a Boolean. */
export function flagValue(value: boolean, from: SourceRange | null = null): FlagValue {
  return { is: 'flag', value, from };
}

/** Creates JSON's `null`. */
export function nullValue(from: SourceRange | null = null): NullValue {
  return { is: 'null', from };
}

/** Creates an array whose items are all known to exist. */
export function arrayValue(items: readonly Value[], from: SourceRange | null = null): ArrayValue {
  return { is: 'array', items, rest: null, from };
}

/** Creates an object whose members are all known to exist. */
export function objectValue(
  members: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
  from: SourceRange | null = null,
): ObjectValue {
  const map = members instanceof Map ? members : new Map(Object.entries(members));
  return { is: 'object', members: map, rest: null, from };
}

/** Creates an unknown value with the reason `because`. `symbol` identifies it (see `UnknownValue`). */
export function unknownValue(
  because: Reason,
  symbol: string | null = null,
  from: SourceRange | null = null,
): UnknownValue {
  return { is: 'unknown', because, symbol, from };
}

/** Finds the member `name`, ignoring case, or returns undefined if there is none. */
export function valueMember(value: ObjectValue, name: string): Value | undefined {
  const exact = value.members.get(name);
  if (exact !== undefined) return exact;
  const key = keyIn(value, name);
  return key === undefined ? undefined : value.members.get(key);
}

/** Returns the name of a member as the object writes it, or undefined if there is none. */
export function keyIn(
  value: { readonly members: ReadonlyMap<string, unknown> },
  name: string,
): string | undefined {
  if (value.members.has(name)) return name;
  const lowerName = name.toLowerCase();
  for (const key of value.members.keys()) {
    if (key.length === name.length && key.toLowerCase() === lowerName) return key;
  }
  return undefined;
}

/** Finds the first unknown part of a value, itself or nested, or returns undefined if everything is known. */
export function unknownPartOf(value: Value): Reason | undefined {
  if (value.is === 'unknown') return value.because;
  if (value.is !== 'array' && value.is !== 'object') return undefined;
  if (!unknowns.has(value)) unknowns.set(value, value.rest ?? unknownInside(value));
  return unknowns.get(value);
}

function unknownInside(value: ArrayValue | ObjectValue): Reason | undefined {
  for (const part of partsOf(value)) {
    const whyUnknown = unknownPartOf(part);
    if (whyUnknown !== undefined) return whyUnknown;
  }
  return undefined;
}

function partsOf(value: ArrayValue | ObjectValue): Iterable<Value> {
  return value.is === 'array' ? value.items : value.members.values();
}

/** Values are shared by many others, so each is searched only once. */
const unknowns = new WeakMap<ArrayValue | ObjectValue, Reason | undefined>();

/** The size of a value. Shared parts are counted each time. */
export interface Extent {
  /** Number of values in it, including itself. A long text counts as several. */
  readonly size: number;
  /** Depth of nested arrays and objects. */
  readonly depth: number;
}

/** Returns the extent of a value. */
export function extentOf(value: Value): Extent {
  if (value.is === 'text' && value.value.length > 63) {
    return { size: 1 + (value.value.length >> 6), depth: 0 };
  }
  if (value.is !== 'array' && value.is !== 'object') return single;
  const counted = extents.get(value);
  if (counted !== undefined) return counted;
  let size = 1;
  let depth = 0;
  for (const part of partsOf(value)) {
    const inside = extentOf(part);
    size += inside.size;
    depth = Math.max(depth, inside.depth);
  }
  const extent = { size, depth: depth + 1 };
  extents.set(value, extent);
  return extent;
}

const single: Extent = { size: 1, depth: 0 };
const extents = new WeakMap<ArrayValue | ObjectValue, Extent>();
