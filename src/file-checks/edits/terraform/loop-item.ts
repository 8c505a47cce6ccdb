import type { WrittenValue } from '../../../documents/edits/text-edit';
import { attributeOf, type HclBody, type HclExpression } from '../../../documents/hcl/hcl-syntax';
import { traversalNames, type ItemPart, type EntryRepetition } from './entry-maker';
import type { RequiredArgument } from './terraform-arguments';
import { writtenMembers } from '../loop-entry';

type Members = Map<string, WrittenValue | Members>;

/** An item to add to the items that a loop iterates over. */
export interface LoopItem {
  readonly members: Members;
  /** Key in a map, or undefined if nothing depends on it. */
  readonly key: string | undefined;
}

/** A value that isn't set. */
const unset = null;

interface Filling {
  readonly itemPart: EntryRepetition['itemPart'];
  readonly members: Members;
  key: string | undefined;
}

/** Returns the expression of a local value, by its name. */
export type LocalOf = (name: string) => HclExpression | undefined;

/**
 * Returns the item from which a loop creates a rule or route. Undefined if the loop's body does anything with its item
 * except pass it through.
 */
export function loopItem(
  { body, over, itemPart }: EntryRepetition,
  target: readonly RequiredArgument[],
  localOf: LocalOf,
): LoopItem | undefined {
  for (const form of formsOf(target, body)) {
    const filling: Filling = { itemPart, members: new Map(), key: undefined };
    if (!fillBody(body, form, filling)) continue;
    const item = throughSource(over, filling, localOf);
    if (item) return item;
  }
  return undefined;
}

type Form = ReadonlyMap<string, WrittenValue>;

/** Returns each combination of singular and plural arguments that the body has. */
function formsOf(target: readonly RequiredArgument[], body: HclBody): readonly Form[] {
  const has = (name: string): boolean => attributeOf(body, name) !== undefined;
  let forms: readonly Form[] = [new Map()];
  for (const one of target) {
    const ways = waysOf(one, has);
    if (ways.length === 0 && one.isOptional !== true) return [];
    if (ways.length > 0) {
      forms = forms.flatMap((form) => ways.map((way) => new Map([...form, ...way])));
    }
  }
  return forms;
}

function waysOf({ one, many, value }: RequiredArgument, has: (name: string) => boolean): readonly Form[] {
  if (typeof value !== 'object') return has(one) ? [new Map([[one, value]])] : [];
  const [only] = value;
  const plural = many !== null && has(many);
  const own = (name: string | null): readonly (readonly [string, null])[] =>
    name !== null && has(name) ? [[name, unset]] : [];
  return [
    ...(value.length === 1 && only !== undefined && has(one)
      ? [new Map<string, WrittenValue>([[one, only], ...own(many)])]
      : []),
    ...(plural ? [new Map<string, WrittenValue>([[many, value], ...own(one)])] : []),
  ];
}

function fillBody(body: HclBody, form: Form, filling: Filling): boolean {
  for (const [name, value] of form) {
    const expression = attributeOf(body, name)?.value;
    if (!expression || !fill(expression, value, filling)) return false;
  }
  return true;
}

/** Sets the values in the item that make the expression evaluate to `wanted`. False if there are none. */
function fill(expression: HclExpression, target: WrittenValue, filling: Filling): boolean {
  const part = filling.itemPart(expression);
  if (part) return putPart(part, target, filling);
  switch (expression.is) {
    case 'literal':
      return target === unset ? isUnset(expression) : String(expression.value) === String(target);
    case 'wrapped':
      return fill(expression.of, target, filling);
    case 'call':
      return fillCall(expression, target, filling);
    case 'choice':
      return fill(expression.then, target, filling) || fill(expression.otherwise, target, filling);
    case 'template':
      return fillTemplate(expression, target, filling);
    default:
      return fillCollection(expression, target, filling);
  }
}

function fillCollection(expression: HclExpression, target: WrittenValue, filling: Filling): boolean {
  if (expression.is === 'tuple') return fillTuple(expression.items, target, filling);
  return expression.is === 'object' && fillObject(expression, target, filling);
}

function isUnset(one: HclExpression): boolean {
  if (one.is === 'tuple') return one.items.length === 0;
  return one.is === 'literal' && (one.value === null || one.value === '');
}

/** Fills `[each.value.port]`, or `[]` for an unset value. */
function fillTuple(items: readonly HclExpression[], target: WrittenValue, filling: Filling): boolean {
  if (target === unset) return items.length === 0;
  if (!Array.isArray(target) || target.length !== items.length) return false;
  return items.every((item, at) => fill(item, (target as readonly WrittenValue[])[at] ?? unset, filling));
}

function fillObject(
  { items }: HclExpression & { readonly is: 'object' },
  target: WrittenValue,
  filling: Filling,
): boolean {
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return false;
  return Object.entries(target).every(([name, value]) => {
    const item = items.find(({ key }) => key.is === 'literal' && key.value === name);
    return item !== undefined && fill(item.value, value, filling);
  });
}

/** Functions that return their first argument unchanged, or converted to another type. */
const passing = new Set([
  'try',
  'coalesce',
  'coalescelist',
  'tostring',
  'tonumber',
  'tolist',
  'toset',
  'tomap',
  'compact',
  'distinct',
  'nonsensitive',
]);

function fillCall(
  expression: HclExpression & { readonly is: 'call' },
  target: WrittenValue,
  filling: Filling,
): boolean {
  const { name, arguments: given } = expression;
  const [first, second] = given;
  if (!first) return false;
  if (name === 'lookup') return fillLookup(expression, target, filling);
  if (name === 'split') return second !== undefined && fillSplit([first, second], target, filling);
  if (target === unset && name === 'try' && isUnset(given.at(-1) ?? first)) return true;
  return isPassed(name, target) && fill(first, target, filling);
}

/** True for a function that returns its argument, possibly a text in another case. */
function isPassed(name: string, target: WrittenValue): boolean {
  return passing.has(name) || (typeof target === 'string' && (name === 'upper' || name === 'lower'));
}

function fillLookup(
  { arguments: given, place }: HclExpression & { readonly is: 'call' },
  target: WrittenValue,
  filling: Filling,
): boolean {
  const [map, key, fallback] = given;
  if (!map || key?.is !== 'literal') return false;
  if (target === unset && fallback && isUnset(fallback)) return true;
  return fill({ is: 'member', of: map, name: String(key.value), place }, target, filling);
}

/** Fills `split(",", each.value.ports)`. */
function fillSplit(
  [separator, of]: readonly [HclExpression, HclExpression],
  target: WrittenValue,
  filling: Filling,
): boolean {
  if (!Array.isArray(target) || separator.is !== 'literal') return false;
  return fill(of, target.join(String(separator.value)), filling);
}

/** Fills `"allow-${each.key}"`. */
function fillTemplate(
  { parts }: HclExpression & { readonly is: 'template' },
  target: WrittenValue,
  filling: Filling,
): boolean {
  const at = parts.findIndex(({ is }) => is === 'insert');
  const insert = parts[at];
  const isPlain = parts.every((one, index) => index === at || one.is === 'text');
  if (typeof target !== 'string' || insert?.is !== 'insert' || !isPlain) return false;
  const textOf = (some: typeof parts): string =>
    some.map((one) => (one.is === 'text' ? one.value : '')).join('');
  const [before, after] = [textOf(parts.slice(0, at)), textOf(parts.slice(at + 1))];
  const isInside =
    target.startsWith(before) && target.endsWith(after) && target.length > before.length + after.length;
  return isInside && fill(insert.value, target.slice(before.length, target.length - after.length), filling);
}

function putPart(part: ItemPart, target: WrittenValue, filling: Filling): boolean {
  if (part.is === 'value') return put(filling.members, part.path, target);
  if (typeof target !== 'string' || (filling.key ?? target) !== target) return false;
  filling.key = target;
  return true;
}

function put(members: Members, [name, ...rest]: readonly string[], target: WrittenValue): boolean {
  if (name === undefined) return putAll(members, target);
  const there = members.get(name);
  if (rest.length === 0) {
    members.set(name, target);
    return there === undefined || JSON.stringify(there) === JSON.stringify(target);
  }
  const inner: Members = there instanceof Map ? there : new Map<string, WrittenValue | Members>();
  members.set(name, inner);
  return (there === undefined || there === inner) && put(inner, rest, target);
}

function putAll(members: Members, target: WrittenValue): boolean {
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return false;
  return Object.entries(target).every(([name, value]) => put(members, [name], value));
}

/** Returns the item of the source list or map, if the loop iterates over a `for` expression. */
function throughSource(
  over: HclExpression,
  { members, key }: Pick<LoopItem, 'members' | 'key'>,
  localOf: LocalOf,
): LoopItem | undefined {
  const source = sourceOf(over, localOf);
  if (source?.is !== 'for') return { members, key };
  const { variables, value, key: keyed } = source;
  const filling: Filling = { itemPart: partOfFor(variables), members: new Map(), key: undefined };
  if (!fill(value, writtenMembers(members), filling)) return undefined;
  if (keyed && key !== undefined && !fill(keyed, key, filling)) return undefined;
  return throughSource(source.over, filling, localOf);
}

/** Returns the source of an expression: the value of a local, or the argument of a conversion. */
function sourceOf(over: HclExpression, localOf: LocalOf): HclExpression | undefined {
  let at: HclExpression | undefined = over;
  for (let round = 0; at && round < mostSteps; round += 1) {
    const inner = behindOf(at, localOf);
    if (inner === null) return at;
    at = inner;
  }
  return at;
}

/** Maximum number of steps, more than any file has. A local value can't refer to itself. */
const mostSteps = 20;

/** Returns the next step to the source. Null if an expression is its own source. */
function behindOf(at: HclExpression, localOf: LocalOf): HclExpression | undefined | null {
  const [root, name, ...rest] = traversalNames(at) ?? [];
  if (root === 'local' && name !== undefined && rest.length === 0) return localOf(name);
  if (at.is === 'wrapped') return at.of;
  const isOfSame = at.is === 'call' && (passing.has(at.name) || at.name === 'length');
  return isOfSame ? at.arguments[0] : null;
}

function partOfFor({
  key,
  value,
}: {
  readonly key: string | null;
  readonly value: string;
}): EntryRepetition['itemPart'] {
  return (expression) => {
    const [first, ...path] = traversalNames(expression) ?? [];
    if (first === undefined) return undefined;
    if (first === key && path.length === 0) return { is: 'key' };
    return first === value ? { is: 'value', path } : undefined;
  };
}
