import { evaluationError } from '../errors';
import { isEqual } from '../equality';
import type { FunctionCallInput } from '../evaluator';
import {
  arrayValue,
  flagValue,
  keyIn,
  valueMember,
  nullValue,
  numberValue,
  objectValue,
  textValue,
  unknownValue,
  unknownPartOf,
} from '../make-value';
import { unknownCall } from '../symbols';
import type { ArrayValue, ObjectValue, UnknownValue, Value } from '../value';
import {
  anyUnknown,
  arrayArgument,
  numberArgument,
  objectArgument,
  searchedAt,
  textArgument,
  wrongType,
} from './arguments';
import { strict, tolerant, type FunctionTable } from './function-table';
import { concatenated } from './text-functions';

/** Concatenates arrays. If one is unknown, the items of the others stay. */
function concatArrays(given: readonly Value[], { scope }: FunctionCallInput): ArrayValue {
  const items: Value[] = [];
  let rest = null as ArrayValue['rest'];
  for (const one of given) {
    if (one.is === 'unknown') rest ??= one.because;
    else if (one.is === 'array') {
      for (const item of one.items) items.push(item);
      scope.context.run.spend(one.items.length);
      rest ??= one.rest;
    } else if (one.is !== 'null') throw wrongType(one, 0);
  }
  return { is: 'array', items, rest, from: null };
}

function concat(given: readonly Value[], call: FunctionCallInput): Value {
  return given.some(({ is }) => is === 'array') ? concatArrays(given, call) : concatenated(given);
}

/** Removes duplicates and keeps the first of each. Objects and arrays are compared as JSON. */
function distinct(items: readonly Value[], { scope }: FunctionCallInput): readonly Value[] {
  const kept: Value[] = [];
  const scalars = new Set<string | number | boolean | null>();
  for (const item of items) {
    if (item.is === 'text' || item.is === 'number' || item.is === 'flag' || item.is === 'null') {
      const value = item.is === 'null' ? null : item.value;
      if (scalars.has(value)) continue;
      scalars.add(value);
    } else {
      scope.context.run.spend(kept.length);
      if (unknownPartOf(item) === undefined && kept.some((one) => isKnownEqual(one, item))) continue;
    }
    kept.push(item);
  }
  return kept;
}

function isKnownEqual(left: Value, right: Value): boolean {
  return unknownPartOf(left) === undefined && isEqual(left, right);
}

function union(given: readonly Value[], call: FunctionCallInput): Value {
  if (given.some(({ is }) => is === 'array')) {
    const all = concatArrays(given, call);
    return { ...all, items: distinct(all.items, call) };
  }
  if (given.some(({ is }) => is === 'object')) return given.reduce(merged);
  const whyUnknown = anyUnknown(given);
  if (whyUnknown !== undefined) return unknownCall('union', given, whyUnknown);
  throw wrongType(given[0], 0);
}

/** Merges two objects. A null is skipped, and an unknown one can contain any member. */
function merged(left: Value, right: Value): Value {
  if (right.is === 'object') {
    if (left.is === 'object') return mergedObjects(left, right);
    return left.is === 'unknown' ? { ...right, rest: right.rest ?? left.because } : right;
  }
  if (right.is !== 'unknown' || left.is !== 'object') return left;
  // A member that an unknown value could replace is unknown too.
  return { ...hidden(left, right), rest: left.rest ?? right.because };
}

/** Merges objects. A later member replaces an earlier one unless it is null, and nested objects are merged too. */
function mergedObjects(left: ObjectValue, right: ObjectValue): ObjectValue {
  const members = new Map(left.members);
  for (const [key, value] of right.members) {
    const name = keyIn({ members }, key);
    const before = name === undefined ? undefined : members.get(name);
    if (name === undefined || before === undefined) members.set(key, value);
    else if (value.is !== 'null') {
      if (name !== key) members.delete(name);
      members.set(key, mergedMember(before, value));
    }
  }
  return { is: 'object', members, rest: left.rest ?? right.rest, from: null };
}

function mergedMember(before: Value, value: Value): Value {
  if (before.is === 'object' && value.is === 'object') return mergedObjects(before, value);
  const kinds = [before, value].map(({ is }) => (is === 'array' || is === 'object' ? is : 'scalar'));
  const isKnown = before.is !== 'null' && before.is !== 'unknown' && value.is !== 'unknown';
  if (isKnown && kinds[0] !== kinds[1]) throw wrongType(value, 1);
  return value;
}

function hidden({ members, from }: ObjectValue, { because }: UnknownValue): ObjectValue {
  return objectValue(new Map([...members.keys()].map((key) => [key, unknownValue(because)])), from);
}

function intersection(given: readonly Value[], call: FunctionCallInput): Value {
  if (given[0]?.is === 'object') return given.slice(1).reduce(commonMembers, given[0]);
  const arrays = given.map((_, index) => arrayArgument(given, index).items);
  const [first = [], ...others] = arrays;
  return arrayValue(
    distinct(first, call).filter((item) => others.every((other) => other.some((one) => isEqual(one, item)))),
  );
}

function commonMembers(left: Value, right: Value): Value {
  const [one, other] = [objectArgument([left, right], 0), objectArgument([left, right], 1)];
  const common = [...one.members].filter(([key, value]) => {
    const its = other.members.get(key);
    return its !== undefined && isEqual(its, value);
  });
  return objectValue(new Map(common));
}

function contains(given: readonly Value[]): Value {
  const [container, target] = given;
  if (container === undefined || target === undefined) throw wrongType(container, 0);
  const whyUnknown = anyUnknown(given);
  if (whyUnknown !== undefined) return unknownCall('contains', given, whyUnknown);
  switch (container.is) {
    case 'text':
      return flagValue(container.value.includes(textArgument(given, 1)));
    case 'object':
      return held(valueMember(container, textArgument([container, target], 1)) !== undefined, container);
    case 'array': {
      const found = container.items.some((item) => isKnownEqual(item, target));
      return held(found, {
        rest: container.rest ?? container.items.map(unknownPartOf).find((one) => one !== undefined) ?? null,
      });
    }
    case 'null':
      return flagValue(false);
    default:
      throw wrongType(container, 0);
  }
}

function held(found: boolean, { rest }: Pick<ArrayValue, 'rest'>): Value {
  return found || rest === null ? flagValue(found) : unknownValue(rest);
}

function length(given: readonly Value[]): Value {
  const [value] = given;
  switch (value?.is) {
    case 'text':
      return numberValue(value.value.length);
    case 'array':
      return value.rest === null ? numberValue(value.items.length) : unknownValue(value.rest);
    case 'object':
      return value.rest === null ? numberValue(value.members.size) : unknownValue(value.rest);
    case 'unknown':
      return unknownCall('length', given, value);
    default:
      throw wrongType(value, 0);
  }
}

function empty(given: readonly Value[]): Value {
  const [value] = given;
  if (value?.is === 'null') return flagValue(true);
  if (value?.is === 'unknown') return isAnId(value) ? flagValue(false) : unknownCall('empty', given, value);
  if (value !== undefined && hasSome(value)) return flagValue(false);
  const count = length(given);
  return count.is === 'number' ? flagValue(count.value === 0) : count;
}

/** Returns whether an unknown value is an ID, which is never empty, whatever names it contains. */
function isAnId({ symbol }: Extract<Value, { is: 'unknown' }>): boolean {
  return symbol !== null && symbol.startsWith('/');
}

/** True if a value certainly isn't empty, whatever else is unknown. */
function hasSome(value: Value): boolean {
  return value.is === 'array' ? value.items.length > 0 : value.is === 'object' && value.members.size > 0;
}

function first(given: readonly Value[]): Value {
  const [value] = given;
  if (value?.is === 'text') return textValue(value.value.slice(0, 1));
  if (value?.is === 'unknown') return unknownCall('first', given, value);
  const { items, rest } = arrayArgument(given, 0);
  return items[0] ?? (rest === null ? nullValue() : unknownValue(rest));
}

function last(given: readonly Value[]): Value {
  const [value] = given;
  if (value?.is === 'text') return textValue(value.value.slice(-1));
  if (value?.is === 'unknown') return unknownCall('last', given, value);
  const { items, rest } = arrayArgument(given, 0);
  if (rest !== null) return unknownValue(rest);
  return items.at(-1) ?? nullValue();
}

/** Creates `take` and `skip`, for texts and arrays. */
function cut(part: (count: number) => readonly [from: number, to?: number]) {
  return tolerant([2], (given, { name }) => {
    const whyUnknown = anyUnknown(given);
    if (whyUnknown !== undefined) return unknownCall(name, given, whyUnknown);
    const [from, to] = part(Math.max(0, numberArgument(given, 1)));
    const [value] = given;
    if (value?.is === 'text') return textValue(value.value.slice(from, to));
    const { items, rest } = arrayArgument(given, 0);
    return {
      is: 'array',
      items: items.slice(from, to),
      rest: to !== undefined && to <= items.length ? null : rest,
      from: null,
    };
  });
}

function indexOfItem(given: readonly Value[], fromEnd: boolean): Value {
  const { items } = arrayArgument(given, 0);
  const target = given[1];
  if (target === undefined) throw wrongType(target, 1);
  const matches = items.map((item) => isEqual(item, target));
  return numberValue(fromEnd ? matches.lastIndexOf(true) : matches.indexOf(true));
}

function indexOf(fromEnd: boolean) {
  return strict([2], (given) => {
    if (given[0]?.is !== 'text') return indexOfItem(given, fromEnd);
    const [whole, part] = [searchedAt(given, 0), searchedAt(given, 1)];
    const last = Math.min(whole.lastIndexOf(part), Math.max(0, whole.length - 1));
    return numberValue(fromEnd ? last : whole.indexOf(part));
  });
}

function flatten(given: readonly Value[], call: FunctionCallInput): Value {
  const { items, rest } = arrayArgument(given, 0);
  const all = concatArrays(items, call);
  return { ...all, rest: rest ?? all.rest };
}

/** Functions of arrays, and functions that also accept texts and objects. */
export const arrayFunctions: FunctionTable = {
  array: tolerant([1], ([value]) =>
    value?.is === 'array' || value?.is === 'unknown' ? value : arrayValue(value === undefined ? [] : [value]),
  ),
  concat: tolerant([1, 1_000], concat),
  contains: tolerant([2], contains),
  createarray: tolerant([0, 10_000], (given) => arrayValue(given)),
  empty: tolerant([1], empty),
  first: tolerant([1], first),
  flatten: tolerant([1], flatten),
  indexfromend: tolerant([2], (given) => itemFromEnd(given, false)),
  tryindexfromend: tolerant([2], (given) => itemFromEnd(given, true)),
  indexof: indexOf(false),
  intersection: strict([2, 1_000], intersection),
  last: tolerant([1], last),
  lastindexof: indexOf(true),
  length: tolerant([1], length),
  skip: cut((count) => [count]),
  take: cut((count) => [0, count]),
  union: tolerant([1, 1_000], union),
};

function itemFromEnd(given: readonly Value[], isSafe: boolean): Value {
  const whyUnknown = anyUnknown(given);
  if (whyUnknown !== undefined) return unknownCall('indexFromEnd', given, whyUnknown);
  if (isSafe && given[0]?.is === 'null') return nullValue();
  const { items, rest } = arrayArgument(given, 0);
  if (rest !== null) return unknownValue(rest);
  const index = numberArgument(given, 1);
  const found = items[items.length - index];
  if (found !== undefined || isSafe) return found ?? nullValue();
  throw evaluationError('documents.evaluation.outOfBounds', { index, n: items.length });
}
