import { evaluationError } from '../../evaluate/errors';
import {
  arrayValue,
  exactly,
  flagValue,
  nullValue,
  numberValue,
  textValue,
  unknownPartOf,
  unknownValue,
} from '../../evaluate/make-value';
import type { ArrayValue, ObjectValue, Value } from '../../evaluate/value';
import {
  arrayKind,
  identityText,
  isMap,
  listOf,
  mapOf,
  setOf,
  sortedMembers,
  compareCodePoints,
} from '../collections';
import { equalValues } from '../hcl-operators';
import { toFlag, toText, converted, typeOfValue, unified } from '../types';
import {
  arrayGiven,
  many,
  numberGiven,
  objectGiven,
  ofAny,
  ofArguments,
  ofParts,
  textGiven,
  textsOf,
  unknownLike,
  type TerraformFunctions,
} from './terraform-function';

/** Creates an array of the same kind. */
function sameKind(items: readonly Value[], of: ArrayValue): Value {
  return arrayKind(of) === 'set' ? setOf(items) : reordered(items, of);
}

function reordered(items: readonly Value[], of: ArrayValue): Value {
  return arrayKind(of) === 'tuple' ? arrayValue(items) : listOf(items);
}

function decidedBy(stopsAt: boolean): TerraformFunctions[string] {
  return ofArguments([1], (given) => {
    for (const item of arrayGiven(given, 0).items) {
      if (item.is === 'null') {
        if (!stopsAt) return flagValue(false);
        continue;
      }
      const flag = toFlag(item);
      if (flag.is === 'unknown') return unknownValue(flag.because);
      if (flag.value === stopsAt) return flagValue(stopsAt);
    }
    return flagValue(!stopsAt);
  });
}

function chunks(given: readonly Value[]): Value {
  const array = arrayGiven(given, 0);
  const size = numberGiven(given, 1);
  if (size < 0) throw evaluationError('documents.evaluation.argument', { n: 2 });
  if (size === 0) return listOf([listOf(array.items)]);
  const count = Math.ceil(array.items.length / size);
  const all = Array.from({ length: count }, (_, index) =>
    array.items.slice(index * size, (index + 1) * size),
  );
  return listOf(all.map((items) => listOf(items)));
}

/** Evaluates `coalesce`: the first value that is neither null nor an empty text. */
function coalesce(given: readonly Value[]): Value {
  const type = unified(given.map(typeOfValue));
  for (const value of given) {
    if (value.is === 'unknown') {
      return unknownValue(value.because, given.at(-1) === value ? value.symbol : null);
    }
    if (value.is === 'null' || (value.is === 'text' && value.value === '')) continue;
    return type === undefined ? value : converted(value, type);
  }
  throw evaluationError('documents.evaluation.empty');
}

function coalesceLists(given: readonly Value[]): Value {
  for (const value of given) {
    if (value.is === 'unknown') return unknownValue(value.because);
    if (value.is === 'array' && value.items.length > 0) return value;
  }
  throw evaluationError('documents.evaluation.empty');
}

function compact(given: readonly Value[]): Value {
  const items = arrayGiven(given, 0).items.filter((item) => item.is !== 'null');
  return listOf(items.map(toText).filter((item) => item.is !== 'text' || item.value !== ''));
}

function concat(given: readonly Value[]): Value {
  const arrays = given.map((_, index) => arrayGiven(given, index));
  const items = arrays.flatMap((one) => one.items);
  const areLists = arrays.every((one) => arrayKind(one) === 'list');
  const type = areLists ? unified(items.map(typeOfValue)) : undefined;
  return type === undefined ? arrayValue(items) : listOf(items.map((item) => converted(item, type)));
}

function contains(given: readonly Value[]): Value {
  const [, target = nullValue()] = given;
  let undecided: Value | undefined;
  for (const item of arrayGiven(given, 0).items) {
    const same = equalValues(item, target);
    if (same === true) return flagValue(true);
    if (same !== false) undecided ??= same;
  }
  return undecided ?? flagValue(false);
}

function distinct(given: readonly Value[]): Value {
  const seen = new Set<string | undefined>();
  const items = arrayGiven(given, 0).items.filter((item) => {
    const key = identityText(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return listOf(items);
}

function element(given: readonly Value[]): Value {
  const { items } = arrayGiven(given, 0);
  const index = numberGiven(given, 1);
  const found = items[index % items.length];
  if (found === undefined) {
    throw evaluationError('documents.evaluation.outOfBounds', { index, n: items.length });
  }
  return found;
}

function flatItems(array: ArrayValue, add: (item: Value) => void): Value | undefined {
  for (const item of array.items) {
    if (item.is === 'unknown') return unknownValue(item.because);
    if (item.is !== 'array') add(item);
    else if (item.rest !== null) return unknownValue(item.rest);
    else {
      const unknown = flatItems(item, add);
      if (unknown) return unknown;
    }
  }
  return undefined;
}

function flatten(given: readonly Value[]): Value {
  const items: Value[] = [];
  return flatItems(arrayGiven(given, 0), (item) => items.push(item)) ?? arrayValue(items);
}

function indexOfItem(given: readonly Value[]): Value {
  const [, target = nullValue()] = given;
  for (const [index, item] of arrayGiven(given, 0).items.entries()) {
    const same = equalValues(item, target);
    if (same === true) return numberValue(index);
    if (same !== false) return same;
  }
  throw evaluationError('documents.evaluation.argument', { n: 2 });
}

function keysOf(given: readonly Value[]): Value {
  const object = objectGiven(given, 0);
  if (object.rest !== null) return unknownValue(object.rest);
  const keys = sortedMembers(object).map(([key]) => textValue(key));
  return isMap(object) ? listOf(keys) : arrayValue(keys);
}

function valuesOf(given: readonly Value[]): Value {
  const object = objectGiven(given, 0);
  if (object.rest !== null) return unknownValue(object.rest);
  const values = sortedMembers(object).map(([, value]) => value);
  return isMap(object) ? listOf(values) : arrayValue(values);
}

const segmenter = new Intl.Segmenter();

/** Splits a text into grapheme clusters. */
export function graphemes(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function length([value]: readonly Value[]): Value {
  switch (value?.is) {
    case 'text':
      return numberValue(graphemes(value.value).length);
    case 'array':
      return arrayKind(value) === 'set' && value.items.some((item) => item.is === 'unknown')
        ? unknownLike(value.items)
        : numberValue(value.items.length);
    case 'object':
      return numberValue(value.members.size);
    default:
      throw evaluationError('documents.evaluation.argument', { n: 1 });
  }
}

function lookup(given: readonly Value[]): Value {
  const object = objectGiven(given, 0);
  const name = textGiven(given, 1);
  const [, , fallback] = given;
  const found = object.members.get(name);
  if (found !== undefined) return found;
  if (object.rest !== null) return unknownValue(object.rest);
  if (fallback === undefined) throw evaluationError('documents.evaluation.noMember', { name });
  return isMap(object) && object.members.size > 0 ? likeMembers(fallback, object) : fallback;
}

function likeMembers(fallback: Value, { members }: ObjectValue): Value {
  const type = unified([...members.values()].map(typeOfValue));
  return type === undefined ? fallback : converted(fallback, type);
}

function matchKeys(given: readonly Value[]): Value {
  const [values, keys, target] = [arrayGiven(given, 0), arrayGiven(given, 1), arrayGiven(given, 2)];
  const items = values.items.filter((_, index) => {
    const key = keys.items[index];
    return key !== undefined && target.items.some((one) => equalValues(one, key) === true);
  });
  return reordered(items, values);
}

function merge(given: readonly Value[]): Value {
  const objects = given.flatMap((one, index) => (one.is === 'null' ? [] : [objectGiven(given, index)]));
  const members = new Map<string, Value>();
  for (const object of objects) {
    if (object.rest !== null) return unknownValue(object.rest);
    for (const [key, value] of object.members) members.set(key, value);
  }
  if (!objects.every(isMap)) return { is: 'object', members, rest: null, from: null };
  const type = unified([...members.values()].map(typeOfValue));
  return type === undefined
    ? { is: 'object', members, rest: null, from: null }
    : mapOf(new Map([...members].map(([key, value]) => [key, converted(value, type)])));
}

function one([value]: readonly Value[]): Value {
  if (value?.is === 'unknown') return value;
  if (value?.is !== 'array' || value.items.length > 1) {
    throw evaluationError('documents.evaluation.argument', { n: 1 });
  }
  return value.items[0] ?? (value.rest === null ? nullValue() : unknownValue(value.rest));
}

/** Maximum number of items of a range: more than in any file. */
const mostInRange = 1024;

function range(given: readonly Value[]): Value {
  const [start, limit] =
    given.length === 1 ? [0, numberGiven(given, 0)] : [numberGiven(given, 0), numberGiven(given, 1)];
  const step = given.length > 2 ? numberGiven(given, 2) : limit < start ? -1 : 1;
  const count = Math.max(Math.ceil((limit - start) / step), 0);
  if (step === 0 || count > mostInRange) {
    throw evaluationError('terraform.range', { most: mostInRange });
  }
  return listOf(Array.from({ length: count }, (_, index) => exactly(start + index * step)));
}

function reversed(given: readonly Value[]): Value {
  const array = arrayGiven(given, 0);
  return reordered(array.items.toReversed(), array);
}

function setOperation(keep: (inFirst: boolean, inSecond: boolean) => boolean): TerraformFunctions[string] {
  return ofParts([1, many], (given) => {
    const sets = given.map((_, index) => asSet(arrayGiven(given, index)));
    const [first, ...others] = sets;
    const all = others.reduce<readonly Value[]>((left, right) => combined(left, right, keep), first ?? []);
    return setOf(all);
  });
}

function asSet({ items }: ArrayValue): readonly Value[] {
  const type = unified(items.map(typeOfValue));
  return setOf(type === undefined ? items : items.map((item) => converted(item, type))).items;
}

function combined(
  left: readonly Value[],
  right: readonly Value[],
  keep: (inFirst: boolean, inSecond: boolean) => boolean,
): readonly Value[] {
  const [inLeft, inRight] = [new Set(left.map(identityText)), new Set(right.map(identityText))];
  return setOf([...left, ...right]).items.filter((item) => {
    const key = identityText(item);
    return keep(inLeft.has(key), inRight.has(key));
  });
}

/** Maximum number of items of a product: more than any file needs. */
const mostInProduct = 10_000;

function setProduct(given: readonly Value[]): Value {
  const arrays = given.map((_, index) => arrayGiven(given, index));
  const count = arrays.reduce((product, { items }) => product * items.length, 1);
  if (count > mostInProduct) throw evaluationError('terraform.range', { most: mostInProduct });
  const rows = arrays.reduce<readonly (readonly Value[])[]>(
    (all, { items }) => all.flatMap((row) => items.map((item) => [...row, item])),
    [[]],
  );
  const tuples = rows.map((row) => arrayValue(row));
  return arrays.every((array) => arrayKind(array) === 'set') ? setOf(tuples) : listOf(tuples);
}

function slice(given: readonly Value[]): Value {
  const array = arrayGiven(given, 0);
  const [start, end] = [numberGiven(given, 1), numberGiven(given, 2)];
  if (start < 0 || end < start || end > array.items.length) {
    throw evaluationError('documents.evaluation.outOfBounds', { index: end, n: array.items.length });
  }
  return sameKind(array.items.slice(start, end), array);
}

function sorted(given: readonly Value[]): Value {
  const texts = textsOf(arrayGiven(given, 0)) ?? [];
  return listOf(texts.toSorted(compareCodePoints).map((text) => textValue(text)));
}

function transposed(given: readonly Value[]): Value {
  const members = new Map<string, string[]>();
  for (const [key, value] of sortedMembers(objectGiven(given, 0))) {
    for (const text of value.is === 'array' ? (textsOf(value) ?? []) : []) {
      const keys = members.get(text) ?? [];
      members.set(text, [...keys, key]);
    }
  }
  const lists = [...members].map(
    ([key, texts]) => [key, listOf(texts.map((text) => textValue(text)))] as const,
  );
  return mapOf(new Map(lists));
}

function zipped(given: readonly Value[]): Value {
  const [keys, values] = [arrayGiven(given, 0), arrayGiven(given, 1)];
  const unknown = unknownPartOf(keys);
  if (unknown) return unknownValue(unknown);
  if (keys.items.length !== values.items.length) throw evaluationError('documents.evaluation.pairs');
  const names = textsOf(keys) ?? [];
  const members = new Map(names.map((name, index) => [name, values.items[index] ?? nullValue()]));
  return arrayKind(values) === 'tuple' ? { is: 'object', members, rest: null, from: null } : mapOf(members);
}

/** Functions of lists, sets, maps, and objects. */
export const terraformCollections: TerraformFunctions = {
  alltrue: decidedBy(false),
  anytrue: decidedBy(true),
  chunklist: ofArguments([2], chunks),
  coalesce: ofAny([1, many], coalesce),
  coalescelist: ofAny([1, many], coalesceLists),
  compact: ofParts([1], compact),
  concat: ofArguments([1, many], concat),
  contains: ofArguments([2], contains),
  distinct: ofParts([1], distinct),
  element: ofArguments([2], element),
  flatten: ofArguments([1], flatten),
  index: ofArguments([2], indexOfItem),
  keys: ofArguments([1], keysOf),
  length: ofArguments([1], length),
  lookup: ofArguments([2, 3], lookup),
  matchkeys: ofParts([3], matchKeys),
  merge: ofArguments([0, many], merge),
  one: ofAny([1], one),
  range: ofArguments([1, 3], range),
  reverse: ofArguments([1], reversed),
  setintersection: setOperation((first, second) => first && second),
  setproduct: ofArguments([1, many], setProduct),
  setsubtract: setOperation((first, second) => first && !second),
  setunion: setOperation(() => true),
  slice: ofArguments([3], slice),
  sort: ofParts([1], sorted),
  transpose: ofParts([1], transposed),
  values: ofArguments([1], valuesOf),
  zipmap: ofArguments([2], zipped),
};
