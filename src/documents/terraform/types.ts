import { evaluationError, type EvaluationError } from '../evaluate/errors';
import { exactly, flagValue, nullValue, textValue, unknownValue } from '../evaluate/make-value';
import type { ArrayValue, ObjectValue, TextValue, UnknownValue, NumberValue, Value } from '../evaluate/value';
import { arrayKind, isMap, listOf, mapOf, setOf, sortedMembers } from './collections';

/** A Terraform type. `any` is used for a type that isn't declared or isn't known. */
export type TerraformType =
  | { readonly is: 'text' }
  | { readonly is: 'number' }
  | { readonly is: 'flag' }
  | { readonly is: 'any' }
  | CollectionType
  | MapType
  | TupleType
  | ObjectType;

interface MapType {
  readonly is: 'map';
  readonly of: TerraformType;
}

interface TupleType {
  readonly is: 'tuple';
  readonly of: readonly TerraformType[];
}

interface ObjectType {
  readonly is: 'object';
  readonly of: ReadonlyMap<string, MemberType>;
}

interface CollectionType {
  readonly is: 'list' | 'set';
  readonly of: TerraformType;
}

export interface MemberType {
  readonly type: TerraformType;
  readonly isOptional: boolean;
  /** For an optional member, or null without a default. */
  readonly defaultValue: Value | null;
}

export const anyType: TerraformType = { is: 'any' };

/** Returns the type of a value. */
export function typeOfValue(value: Value): TerraformType {
  switch (value.is) {
    case 'text':
    case 'number':
    case 'flag':
      return { is: value.is };
    case 'null':
    case 'unknown':
      return anyType;
    case 'array':
      return arrayType(value);
    case 'object':
      return objectType(value);
  }
}

function arrayType(value: ArrayValue): TerraformType {
  const items = value.items.map(typeOfValue);
  const is = arrayKind(value);
  return is === 'tuple' ? { is, of: items } : { is, of: unified(items) ?? anyType };
}

function objectType(value: ObjectValue): TerraformType {
  if (isMap(value)) {
    return { is: 'map', of: unified([...value.members.values()].map(typeOfValue)) ?? anyType };
  }
  const of = new Map<string, MemberType>();
  for (const [key, one] of value.members) of.set(key, required(typeOfValue(one)));
  return { is: 'object', of };
}

function required(type: TerraformType): MemberType {
  return { type, isOptional: false, defaultValue: null };
}

/** Returns the type to which all of `types` can be converted, or undefined if there is none. */
export function unified(types: readonly TerraformType[]): TerraformType | undefined {
  const stated = types.filter(({ is }) => is !== 'any');
  const [first] = stated;
  if (first === undefined) return anyType;
  if (stated.every(({ is }) => is === first.is) && isPrimitive(first)) return first;
  if (stated.every(isPrimitive)) {
    return stated.some(({ is }) => is === 'text') ? { is: 'text' } : undefined;
  }
  if (stated.every((one) => one.is === 'object' || one.is === 'map')) return unifiedObjects(stated);
  if (stated.some((one) => isPrimitive(one) || one.is === 'object' || one.is === 'map')) return undefined;
  return unifiedArrays(stated);
}

function isPrimitive({ is }: TerraformType): boolean {
  return is === 'text' || is === 'number' || is === 'flag';
}

function unifiedObjects(types: readonly TerraformType[]): TerraformType | undefined {
  const objects = types.flatMap((one) => (one.is === 'object' ? [one.of] : []));
  const [first] = objects;
  const isSame = objects.length === types.length && objects.every((one) => haveSameKeys(one, first));
  if (first !== undefined && isSame) return unifiedMembers(objects, [...first.keys()]);
  const parts = types.flatMap((one) =>
    one.is === 'object' ? [...one.of.values()].map(({ type }) => type) : one.is === 'map' ? [one.of] : [],
  );
  const of = unified(parts);
  return of && { is: 'map', of };
}

function haveSameKeys(
  left: ReadonlyMap<string, unknown>,
  right: ReadonlyMap<string, unknown> | undefined,
): boolean {
  return left.size === right?.size && [...left.keys()].every((key) => right.has(key));
}

function unifiedMembers(
  objects: readonly ReadonlyMap<string, MemberType>[],
  keys: readonly string[],
): TerraformType | undefined {
  const of = new Map<string, MemberType>();
  for (const key of keys) {
    const type = unified(objects.map((one) => one.get(key)?.type ?? anyType));
    if (type === undefined) return undefined;
    of.set(key, required(type));
  }
  return { is: 'object', of };
}

function unifiedArrays(types: readonly TerraformType[]): TerraformType | undefined {
  const tuples = types.flatMap((one) => (one.is === 'tuple' ? [one.of] : []));
  const [first] = tuples;
  if (first && tuples.length === types.length && tuples.every((one) => one.length === first.length)) {
    const of = first.map((_, index) => unified(tuples.map((one) => one[index] ?? anyType)));
    return of.every((one) => one !== undefined) ? { is: 'tuple', of } : undefined;
  }
  const parts = types.flatMap((one) =>
    one.is === 'tuple' ? one.of : one.is === 'list' || one.is === 'set' ? [one.of] : [],
  );
  const of = unified(parts);
  const isSet = types.every(({ is }) => is === 'set');
  return of && { is: isSet ? 'set' : 'list', of };
}

/**
 * Converts a value to `type`.
 * @throws `EvaluationError` if it can't be converted
 */
export function converted(value: Value, type: TerraformType): Value {
  if (value.is === 'null' || value.is === 'unknown' || type.is === 'any') return value;
  if (type.is === 'text' || type.is === 'number' || type.is === 'flag') return primitive[type.is](value);
  return convertedParts(value, type);
}

type TypeWithParts = CollectionType | MapType | TupleType | ObjectType;

function convertedParts(value: Value, type: TypeWithParts): Value {
  switch (type.is) {
    case 'list':
    case 'set':
      return asCollection(value, type);
    case 'map':
      return asMap(value, type.of);
    case 'tuple':
      return asTuple(value, type.of);
    case 'object':
      return asObject(value, type.of);
  }
}

const primitive = { text: toText, number: toNumber, flag: toFlag };

const typeNames = { text: 'string', flag: 'bool' } as const;

function wrongType({ is }: TerraformType): EvaluationError {
  return evaluationError('terraform.wrongType', {
    type: is === 'text' || is === 'flag' ? typeNames[is] : is,
  });
}

/** Writes a number like Terraform does, without an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(40).replace(/(?<!0)0+$/, '');
}

/** Converts a text, number, or Boolean to text. */
export function toText(value: Value): TextValue | UnknownValue {
  if (value.is === 'text' || value.is === 'unknown') return value;
  if (value.is === 'number') return textValue(numberText(value.value), value.from);
  if (value.is === 'flag') return textValue(String(value.value), value.from);
  throw wrongType({ is: 'text' });
}

const numeral = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Converts a number, or a text that contains one, to a number. */
export function toNumber(value: Value): NumberValue | UnknownValue {
  if (value.is === 'number' || value.is === 'unknown') return value;
  if (value.is === 'text' && numeral.test(value.value)) return exactly(Number(value.value), value.from);
  throw wrongType({ is: 'number' });
}

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

/** Converts a Boolean, or a text that contains one, to a Boolean. */
export function toFlag(value: Value): Value & { readonly is: 'flag' | 'unknown' } {
  if (value.is === 'flag' || value.is === 'unknown') return value;
  const found = value.is === 'text' && Object.hasOwn(flags, value.value) ? flags[value.value] : undefined;
  if (found === undefined) throw wrongType({ is: 'flag' });
  return flagValue(found, value.from);
}

function asCollection(value: Value, type: CollectionType): Value {
  if (value.is !== 'array') throw wrongType(type);
  const of = type.of.is === 'any' ? unified(value.items.map(typeOfValue)) : type.of;
  if (of === undefined) throw wrongType(type);
  const items = value.items.map((one) => converted(one, of));
  const collection = type.is === 'list' ? listOf(items, value.from) : setOf(items, value.from);
  return value.rest === null ? collection : { ...collection, rest: value.rest };
}

function asMap(value: Value, stated: TerraformType): Value {
  if (value.is !== 'object') throw wrongType({ is: 'map', of: stated });
  const of = stated.is === 'any' ? unified([...value.members.values()].map(typeOfValue)) : stated;
  if (of === undefined) throw wrongType({ is: 'map', of: stated });
  const members = new Map(sortedMembers(value).map(([key, one]) => [key, converted(one, of)]));
  const collection = mapOf(members, value.from);
  return value.rest === null ? collection : { ...collection, rest: value.rest };
}

function asTuple(value: Value, of: readonly TerraformType[]): Value {
  if (value.is !== 'array' || value.items.length !== of.length) throw wrongType({ is: 'tuple', of });
  return { ...value, items: value.items.map((one, index) => converted(one, of[index] ?? anyType)) };
}

function asObject(value: Value, of: ReadonlyMap<string, MemberType>): Value {
  if (value.is !== 'object') throw wrongType({ is: 'object', of });
  const members = new Map<string, Value>();
  for (const [key, member] of of) {
    const given = value.members.get(key) ?? unstated(value, key);
    if (given === undefined && !member.isOptional) {
      throw evaluationError('documents.evaluation.noMember', { name: key });
    }
    const isGiven = given !== undefined && given.is !== 'null';
    const plain = isGiven ? given : (member.defaultValue ?? given ?? nullValue());
    members.set(key, converted(plain, member.type));
  }
  return { is: 'object', members, rest: null, from: value.from };
}

/** Returns an unknown value for a member that isn't written, if not all members are known, as for a resource. */
function unstated({ rest, called }: ObjectValue, key: string): UnknownValue | undefined {
  return rest === null ? undefined : unknownValue(rest, called === undefined ? null : `${called}.${key}`);
}
