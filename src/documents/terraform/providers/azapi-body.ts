import { objectValue, textValue, unknownValue } from '../../evaluate/make-value';
import type { ObjectValue, Value } from '../../evaluate/value';
import { readJson } from '../../arm/read-json';
import type { JsonNode } from '../../arm/json-node';
import { reason } from '../../../core/reason';
import type { TerraformResource } from '../terraform-resource';
import { argument } from './argument-table';

/** Arguments of azapi_resource that stand next to the body. */
const beside = ['location', 'tags', 'identity'];

/** The ARM body of a resource of azapi: an object in 2.x, a text of JSON in 1.x. */
export function azapiBody({ values, address }: TerraformResource): ObjectValue {
  const written = argument(values, 'body');
  const body = written === undefined ? objectValue({}, values.from) : asBody(written, address);
  const sensitive = values.members.get('sensitive_body');
  const members = new Map(body.members);
  for (const name of beside) {
    const value = argument(values, name);
    if (value) members.set(name, value);
  }
  const isPartial = sensitive !== undefined && sensitive.is !== 'null';
  return { ...body, members, rest: isPartial ? reason('unknown.secret') : body.rest };
}

function asBody(body: Value, address: string): ObjectValue {
  if (body.is === 'object') return body;
  const read = body.is === 'text' ? fromJson(body) : undefined;
  if (read?.is === 'object') return read;
  const because = body.is === 'unknown' ? body.because : reason('unknown.terraform.body', { name: address });
  return { ...objectValue({}, body.from), rest: because };
}

/** What `jsonencode` made; every part of it is where the text is. */
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

/** A body merged with another one: objects are merged, and other values, including lists, are replaced. */
export function mergedBody(target: ObjectValue, update: ObjectValue): ObjectValue {
  const members = new Map(target.members);
  for (const [name, value] of update.members) {
    const key = [...members.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    const before = members.get(key);
    members.set(key, before?.is === 'object' && value.is === 'object' ? mergedBody(before, value) : value);
  }
  return { ...target, members, rest: target.rest ?? update.rest };
}
