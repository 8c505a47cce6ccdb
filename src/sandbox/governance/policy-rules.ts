import { isBodyObject, bodyList, bodyText, bodyPart, type BodyJson, type BodyObject } from '../body-json';

/** A resource as a policy sees it: its body with type and name. */
export type PolicyBody = BodyObject;
export type PolicyParameters = Readonly<Record<string, BodyJson>>;

/** Returns the effect of a rule for a resource; `undefined` if its condition is false. */
export function policyEffect(
  rule: BodyJson | undefined,
  target: PolicyBody,
  parameters: PolicyParameters,
): string | undefined {
  const condition = bodyPart(rule, 'if');
  if (!isBodyObject(condition) || !evaluateCondition(condition, target, parameters)) return undefined;
  const effect = resolve(bodyPart(rule, 'then', 'effect'), parameters);
  return typeof effect === 'string' ? effect : undefined;
}

/** Evaluates the subset of the policy language that network and compute policies use. Any other condition is false. */
function evaluateCondition(condition: BodyObject, target: PolicyBody, parameters: PolicyParameters): boolean {
  const inner = (entry: BodyJson | undefined): boolean =>
    isBodyObject(entry) && evaluateCondition(entry, target, parameters);
  if ('allOf' in condition) return bodyList(condition, 'allOf').every(inner);
  if ('anyOf' in condition) return bodyList(condition, 'anyOf').some(inner);
  if ('not' in condition) return !inner(condition['not']);
  const field = bodyText(condition, 'field');
  if (field === undefined) return false;
  const values = fieldValues(field, target);
  for (const [operator, test] of Object.entries(operators)) {
    if (!(operator in condition)) continue;
    return test(values, resolve(condition[operator], parameters));
  }
  return false;
}

type Operator = (values: readonly (BodyJson | undefined)[], expected: BodyJson | undefined) => boolean;

const operators: Readonly<Record<string, Operator>> = {
  equals: (values, expected) => values.every((value) => same(value, expected)),
  notEquals: (values, expected) => !values.every((value) => same(value, expected)),
  in: (values, expected) => values.every((value) => isIn(value, expected)),
  notIn: (values, expected) => !values.every((value) => isIn(value, expected)),
  like: (values, expected) => values.every((value) => isLike(value, expected)),
  notLike: (values, expected) => !values.every((value) => isLike(value, expected)),
  contains: (values, expected) => values.every((value) => text(value).includes(text(expected))),
  exists: (values, expected) =>
    values.some((value) => value !== undefined && value !== null) === (text(expected) === 'true'),
};

function text(value: BodyJson | undefined): string {
  return value === undefined || value === null || typeof value === 'object'
    ? ''
    : String(value).toLowerCase();
}

function same(value: BodyJson | undefined, expected: BodyJson | undefined): boolean {
  return value !== undefined && value !== null && text(value) === text(expected);
}

function isIn(value: BodyJson | undefined, expected: BodyJson | undefined): boolean {
  return Array.isArray(expected) && expected.some((entry) => same(value, entry));
}

function isLike(value: BodyJson | undefined, expected: BodyJson | undefined): boolean {
  const [before = '', after] = text(expected).split('*');
  if (after === undefined) return same(value, expected);
  const found = text(value);
  return found.startsWith(before) && found.endsWith(after) && found.length >= before.length + after.length;
}

/** Resolves `[parameters('effect')]` to the assigned value. Other values stay as written. */
function resolve(value: BodyJson | undefined, parameters: PolicyParameters): BodyJson | undefined {
  const name = typeof value === 'string' ? /^\[parameters\('([^']+)'\)\]$/i.exec(value)?.[1] : undefined;
  return name === undefined ? value : parameters[name];
}

/**
 * Returns the values of a property such as `location`, `tags['owner']`, or an alias: its type, then a path below
 * `properties`.
 */
function fieldValues(field: string, target: PolicyBody): readonly (BodyJson | undefined)[] {
  const tag = /^tags(?:\['([^']+)'\]|\.(.+))$/i.exec(field);
  if (tag) return [bodyPart(target, 'tags', tag[1] ?? tag[2] ?? '')];
  if (!field.includes('/')) return [bodyPart(target, ...field.split('.'))];
  const type = bodyText(target, 'type') ?? '';
  if (!field.toLowerCase().startsWith(`${type.toLowerCase()}/`)) return [undefined];
  const path = field.slice(type.length + 1).split('.');
  const top = topMembers.includes(path[0] ?? '') ? target : bodyPart(target, 'properties');
  return walk([top], path);
}

const topMembers = ['sku', 'kind', 'identity'];

/** Follows a path. Aliases omit the `properties` member of each child. */
function walk(
  values: readonly (BodyJson | undefined)[],
  [name, ...rest]: readonly string[],
): readonly (BodyJson | undefined)[] {
  if (name === undefined) return values;
  const isList = name.endsWith('[*]');
  const member = isList ? name.slice(0, -3) : name;
  const next = values.flatMap((value) => {
    const found = bodyPart(value, member) ?? bodyPart(value, 'properties', member);
    return isList ? (Array.isArray(found) ? found : []) : [found];
  });
  return walk(next, rest);
}
