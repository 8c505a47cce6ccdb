import { isWrittenExpression, isJoined, type WrittenValue } from '../../documents/edits/text-edit';
import type { Expression, Loop, Member, Spread } from '../../documents/template/expression';
import type { Repetition } from './enclosing';

type WrittenObject = Readonly<Record<string, WrittenValue>>;
type Entry = Map<string, WrittenValue | Entry>;

/**
 * Returns the item that makes a loop create `wanted`: `{ name: …, port: … }` for a body with `destinationPortRange:
 * rule.port`. Undefined if the body does anything with its item except pass it through.
 */
export function loopEntry(
  { loop, body }: Repetition,
  target: WrittenValue,
  passes: ReadonlyMap<string, boolean>,
): WrittenValue | undefined {
  const entry: Entry = new Map();
  if (!fill(body, target, { loop, entry })) return undefined;
  return writtenMembers(new Map([...entry, ...[...passes].filter(([name]) => !entry.has(name))]));
}

/**
 * Returns Boolean members with which an item of a loop passes its filter: `enabled: true`. If they aren't enough, the
 * fix fails its test.
 */
export function passing({ loop }: Repetition, item: Expression | undefined): ReadonlyMap<string, boolean> {
  const { over, filter } = loop;
  const isFiltered = filter !== null || (over.is === 'call' && over.name === 'filter');
  const members = isFiltered && item?.is === 'object' ? item.members : [];
  return new Map(
    members.flatMap((one) =>
      one.is === 'member' && one.key.is === 'literal' && one.value.is === 'literal'
        ? isSwitch(one.value.value)
          ? [[String(one.key.value), one.value.value] as const]
          : []
        : [],
    ),
  );
}

function isSwitch(value: string | number | boolean | null): value is boolean {
  return typeof value === 'boolean';
}

interface Filling {
  readonly loop: Loop;
  readonly entry: Entry;
}

/** Sets the values in the entry that make the expression evaluate to `wanted`. False if there are none. */
function fill(expression: Expression, target: WrittenValue, filling: Filling): boolean {
  const path = pathOf(expression, filling.loop);
  if (path) return path.length > 0 && put(filling.entry, path, target);
  switch (expression.is) {
    case 'literal':
      return expression.value === target;
    case 'object':
      return isWrittenObject(target) && fillObject(expression.members, target, filling);
    case 'binary':
      return expression.operator === '??' && fill(expression.left, target, filling);
    case 'choice':
      return fillChoice(expression, target, filling);
    default:
      return false;
  }
}

/** Fills the branch that evaluates to the value, and the condition that selects it. */
function fillChoice(
  { condition, then, otherwise }: Extract<Expression, { is: 'choice' }>,
  target: WrittenValue,
  filling: Filling,
): boolean {
  return (
    (fill(then, target, filling) && fillCondition(condition, true, filling)) ||
    (fill(otherwise, target, filling) && fillCondition(condition, false, filling))
  );
}

/** Fills `rule.deny`, `!rule.deny`, or `rule.kind == 'deny'`. Whether any other condition holds is left to the test. */
function fillCondition(condition: Expression, target: boolean, filling: Filling): boolean {
  const path = pathOf(condition, filling.loop);
  if (path) return path.length > 0 && put(filling.entry, path, target);
  if (condition.is === 'unary' && condition.operator === '!') {
    return fillCondition(condition.operand, !target, filling);
  }
  const isEqual = condition.is === 'binary' && condition.operator === '==' && target;
  if (!isEqual || condition.right.is !== 'literal') return true;
  return fill(condition.left, condition.right.value, filling);
}

/** Returns whether a value is an object literal. */
export function isWrittenObject(value: WrittenValue): value is WrittenObject {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain && !isJoined(value) && !isWrittenExpression(value);
}

/** Fills an object. A description that the body doesn't use is left out. All other members must be used. */
function fillObject(members: readonly (Member | Spread)[], target: WrittenObject, filling: Filling): boolean {
  const left = new Map(Object.entries(target).map(([name, value]) => [name.toLowerCase(), value]));
  left.delete('description');
  for (const member of members) {
    if (member.is === 'spread' || member.key.is !== 'literal') return false;
    const name = String(member.key.value).toLowerCase();
    const value = targetValueOf(left, name);
    if (value === undefined) {
      if (isMissable(member.value, filling.loop) || ownWords.has(name)) continue;
      return false;
    }
    if (!fill(name === 'name' ? lastSegment(member.value) : member.value, value, filling)) return false;
    left.delete(name);
    left.delete(otherForm(name));
  }
  return left.size === 0;
}

/** Returns the last segment of a name: `'${nsg.name}/${rule.name}'`, `concat('nsg/', …)`, `format('nsg/{0}', …)`. */
function lastSegment(name: Expression): Expression {
  if (name.is === 'interpolation') {
    return lastOf(name.parts.filter((part) => typeof part === 'object')) ?? name;
  }
  const isJoined = name.is === 'call' && /^(?:concat|format)$/i.test(name.name);
  return (isJoined && lastOf(name.arguments)) || name;
}

function lastOf(parts: readonly Expression[]): Expression | undefined {
  return parts[parts.length - 1];
}

/** Members whose values are the same for all iterations. */
const ownWords: ReadonlySet<string> = new Set(['parent', 'dependson', 'description']);

/** Returns the wanted value of a member. A member for several values also accepts a single one. */
function targetValueOf(left: ReadonlyMap<string, WrittenValue>, name: string): WrittenValue | undefined {
  const value = left.get(name);
  if (value !== undefined) return value;
  const single = /(?:prefixes|ranges)$/.test(name) ? left.get(otherForm(name)) : undefined;
  return single === undefined ? undefined : [single];
}

/** Returns `destinationPortRange` for `destinationPortRanges`, and the reverse. */
function otherForm(name: string): string {
  if (name.endsWith('prefixes')) return name.slice(0, -2);
  if (name.endsWith('ranges')) return name.slice(0, -1);
  return name.endsWith('prefix') ? `${name}es` : `${name}s`;
}

/**
 * Returns whether an expression is optional: `rule.?x`, or `contains(rule, 'x') ? … : …`. It's null if the item doesn't have
 * the member.
 */
function isMissable(expression: Expression, loop: Loop): boolean {
  if (expression.is === 'binary') return expression.operator === '??';
  if (expression.is === 'choice') return pathOf(expression.then, loop) !== undefined;
  return expression.is === 'property' && expression.safe;
}

/**
 * Returns the path from the loop's item to the part that an expression uses, or undefined if it isn't only a part of
 * the item.
 */
function pathOf(expression: Expression, loop: Loop): readonly string[] | undefined {
  if (isItem(expression, loop)) return [];
  if (expression.is === 'not-null') return pathOf(expression.of, loop);
  if (expression.is === 'property') {
    const before = pathOf(expression.of, loop);
    return before && [...before, expression.name];
  }
  if (expression.is === 'item' && expression.index.is === 'literal') {
    const before = pathOf(expression.of, loop);
    return before && [...before, String(expression.index.value)];
  }
  return undefined;
}

/** Returns whether an expression is the item: `rule`, `rules[i]`, `variables('rules')[copyIndex()]`. */
function isItem(expression: Expression, { item, index }: Loop): boolean {
  if (expression.is === 'name') return expression.name === item;
  if (expression.is !== 'item') return false;
  const { index: at } = expression;
  if (at.is === 'name') return at.name === index;
  return at.is === 'call' && at.name.toLowerCase() === 'copyindex';
}

function put(entry: Entry, [name = '', ...rest]: readonly string[], value: WrittenValue): boolean {
  const before = entry.get(name);
  if (rest.length === 0) {
    if (before === undefined) entry.set(name, value);
    return before === undefined || before === value;
  }
  const inner: Entry = before instanceof Map ? before : new Map();
  if (before === undefined) entry.set(name, inner);
  return before === undefined || before instanceof Map ? put(inner, rest, value) : false;
}

/** Converts an item of a loop to the value to write. */
export function writtenMembers(entry: Entry): WrittenValue {
  return Object.fromEntries(
    [...entry].map(([name, value]) => [name, value instanceof Map ? writtenMembers(value) : value]),
  );
}
