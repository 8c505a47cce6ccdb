import { objectValue, textValue, unknownValue } from '../../evaluate/make-value';
import type { ArrayValue, ObjectValue, Value } from '../../evaluate/value';
import { readJson } from '../../arm/read-json';
import type { JsonNode } from '../../arm/json-node';
import { reason, type Reason } from '../../../core/reason';
import { isEqual } from '../../evaluate/equality';
import type { TerraformResource } from '../terraform-resource';
import { argument } from './argument-table';

/** Arguments of azapi_resource that aren't part of `body`. */
const argumentsOutsideBody = ['location', 'tags', 'identity'];

/** Returns the ARM body of an azapi resource: an object in 2.x, a JSON text in 1.x. */
export function azapiBody({ values, address }: TerraformResource): ObjectValue {
  const written = argument(values, 'body');
  const body = written === undefined ? objectValue({}, values.from) : asBody(written, address);
  const sensitive = values.members.get('sensitive_body');
  const members = new Map(body.members);
  for (const name of argumentsOutsideBody) {
    const value = argument(values, name);
    if (value) members.set(name, value);
  }
  const isPartial = sensitive !== undefined && sensitive.is !== 'null';
  const merged = { ...body, members };
  return isPartial ? withMore(merged, reason('unknown.secret')) : merged;
}

/** Adds unknown members to an object, at every depth. */
function withMore(body: ObjectValue, rest: Reason): ObjectValue {
  const members = [...body.members].map(([name, one]): [string, Value] => [
    name,
    one.is === 'object' && !argumentsOutsideBody.includes(name) ? withMore(one, rest) : one,
  ]);
  return { ...body, members: new Map(members), rest: body.rest ?? rest };
}

function asBody(body: Value, address: string): ObjectValue {
  if (body.is === 'object') return body;
  const encoded = body.is === 'text' || body.is === 'unknown' ? body.encoded : undefined;
  const read = encoded ?? (body.is === 'text' ? fromJson(body) : undefined);
  if (read?.is === 'object') return read;
  const because = body.is === 'unknown' ? body.because : reason('unknown.terraform.body', { name: address });
  return { ...objectValue({}, body.from), rest: because };
}

/** Converts a JSON text. The place of each part is the place of the text. */
function fromJson(text: Extract<Value, { is: 'text' }>): Value | undefined {
  const { root, faults } = readJson(text.value);
  return faults.length > 0 ? undefined : valueOf(root, text.from);
}

function valueOf(node: JsonNode, from: Value['from']): Value {
  switch (node.is) {
    case 'object':
      return objectValue(new Map(node.members.map(({ key, value }) => [key, valueOf(value, from)])), from);
    case 'array':
      return { is: 'array', items: node.items.map((one) => valueOf(one, from)), rest: null, from };
    case 'text':
      return textValue(node.value, from);
    case 'broken':
      return unknownValue(reason('unknown.broken'), null, from);
    default:
      return { ...node, from };
  }
}

/**
 * Merges two bodies: objects are merged, and other values, including lists, are replaced. An unknown part of the update
 * can replace anything.
 */
export function mergedBody(target: ObjectValue, update: ObjectValue): ObjectValue {
  const { rest } = update;
  const members = rest === null ? new Map(target.members) : unknownMembers(target, rest);
  for (const [name, value] of update.members) {
    const key = keyIn(target, name) ?? name;
    const before = target.members.get(key);
    members.set(key, before?.is === 'object' && value.is === 'object' ? mergedBody(before, value) : value);
  }
  return { ...target, members, rest: target.rest ?? rest };
}

function unknownMembers({ members }: ObjectValue, because: Reason): Map<string, Value> {
  return new Map([...members].map(([name, { from }]) => [name, unknownValue(because, null, from)]));
}

function keyIn({ members }: ObjectValue, name: string): string | undefined {
  return [...members.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
}

/** Returns the body if it isn't known whether a change is made: the parts that the change would modify are unknown. */
export function withDifferences(before: ObjectValue, after: ObjectValue, because: Reason): ObjectValue {
  const names = new Set([...before.members.keys(), ...after.members.keys()]);
  const members = [...names].map((name): [string, Value] => {
    const [old, changed] = [before.members.get(name), after.members.get(name)];
    if (old?.is === 'object' && changed?.is === 'object') {
      return [name, withDifferences(old, changed, because)];
    }
    return [name, old && changed && isAlike(old, changed) ? old : unknownValue(because, null, old?.from)];
  });
  return { ...objectValue(new Map(members), before.from), rest: before.rest ?? after.rest };
}

/** True for equal values, known or unknown. */
export function isAlike(one: Value, other: Value): boolean {
  switch (one.is) {
    case 'unknown':
      return other.is === 'unknown' && one.symbol !== null && one.symbol === other.symbol;
    case 'array':
      return other.is === 'array' && areItemsAlike(one, other);
    case 'object':
      return other.is === 'object' && areMembersAlike(one, other);
    default:
      return isEqual(one, other);
  }
}

function areItemsAlike(one: ArrayValue, { items, rest }: ArrayValue): boolean {
  if (one.rest !== rest || one.items.length !== items.length) return false;
  return one.items.every((item, at) => isAlike(item, items[at] ?? item));
}

function areMembersAlike(one: ObjectValue, { members, rest }: ObjectValue): boolean {
  if (one.rest !== rest || one.members.size !== members.size) return false;
  return [...one.members].every(([name, value]) => {
    const other = members.get(name);
    return other !== undefined && isAlike(value, other);
  });
}
