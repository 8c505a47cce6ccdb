import type { SourceRange } from '../source/source-range';
import type { ArrayValue, ObjectValue, Value } from '../evaluate/value';

/** Terraform's type of an array: a tuple, unless it was converted. */
type ArrayKind = 'tuple' | 'list' | 'set';

const kinds = new WeakMap<Value, 'list' | 'set' | 'map'>();

/** Returns whether an array is a list, tuple, or set. */
export function arrayKind(value: ArrayValue): ArrayKind {
  const kind = kinds.get(value);
  return kind === undefined || kind === 'map' ? 'tuple' : kind;
}

/** True for a map, whose values have the same type. False for an object. */
export function isMap(value: ObjectValue): boolean {
  return kinds.get(value) === 'map';
}

export function listOf(items: readonly Value[], from: SourceRange | null = null): ArrayValue {
  return ofKind({ is: 'array', items, rest: null, from }, 'list');
}

/** Creates a set, with each value once, in Terraform's iteration order. */
export function setOf(items: readonly Value[], from: SourceRange | null = null): ArrayValue {
  const byKey = new Map<unknown, Value>();
  for (const item of items) {
    const key = keyOf(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  const unique = [...byKey.values()].sort(compareInSet);
  return ofKind({ is: 'array', items: unique, rest: null, from }, 'set');
}

export function mapOf(members: ReadonlyMap<string, Value>, from: SourceRange | null = null): ObjectValue {
  return ofKind({ is: 'object', members, rest: null, from }, 'map');
}

function ofKind<T extends Value>(value: T, kind: 'list' | 'set' | 'map'): T {
  kinds.set(value, kind);
  return value;
}

/** Returns the identity of a value in a set. An unknown value isn't equal to any other. */
function keyOf(value: Value): unknown {
  return identityText(value) ?? value;
}

/** Returns a text that is the same only for equal values, or undefined if a part is unknown. */
export function identityText(value: Value): string | undefined {
  switch (value.is) {
    case 'text':
      return JSON.stringify(value.value);
    case 'number':
    case 'flag':
      return String(value.value);
    case 'null':
      return 'null';
    case 'unknown':
      return undefined;
    case 'array':
      return joined(`${arrayKind(value)}[`, value, value.items.map(identityText));
    case 'object':
      return joined('{', value, sortedMembers(value).map(memberText));
  }
}

function memberText([key, value]: readonly [string, Value]): string | undefined {
  const text = identityText(value);
  return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
}

function joined(
  open: string,
  { rest }: ArrayValue | ObjectValue,
  parts: readonly (string | undefined)[],
): string | undefined {
  return rest !== null || parts.includes(undefined) ? undefined : `${open}${parts.join(',')}]`;
}

function compareInSet(left: Value, right: Value): number {
  if (left.is === 'text' && right.is === 'text') return compareCodePoints(left.value, right.value);
  if (left.is === 'number' && right.is === 'number') return left.value - right.value;
  if (left.is === 'flag' && right.is === 'flag') return Number(left.value) - Number(right.value);
  return 0;
}

/** Compares texts by code point, which is the order of UTF-8. */
export function compareCodePoints(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  for (let at = 0; at < most; at += 1) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one === other) continue;
    const areBothHigh = one >= 0xd800 && other >= 0xd800;
    // Surrogates represent code points above everything that one code unit can contain.
    return areBothHigh ? (left.codePointAt(at) ?? 0) - (right.codePointAt(at) ?? 0) : one - other;
  }
  return left.length - right.length;
}

/** Returns the members of an object in Terraform's iteration order. */
export function sortedMembers({ members }: ObjectValue): readonly (readonly [string, Value])[] {
  return [...members].sort(([left], [right]) => compareCodePoints(left, right));
}
