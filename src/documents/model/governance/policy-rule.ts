import { reason, type Reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';
import { partOf, type Part } from '../parts';
import { fieldOf, type CountedItem, type PolicyField, type PolicyTarget } from './policy-fields';

/** Whether a condition holds, or the reason why that isn't known. */
export type Truth = boolean | Reason;

/** The inputs for evaluating the conditions of a policy rule. */
export interface RuleReading {
  readonly target: PolicyTarget;
  /** The array member that `count` evaluates. */
  readonly item?: CountedItem;
  /** The policy's name for display. */
  readonly policy: string;
  /** Returns a parameter's value, or undefined if it doesn't have one. */
  readonly parameter: (name: string) => Value | undefined;
}

/**
 * Evaluates the `if` of a policy rule: conditions on known fields, and `count`, combined with `allOf`, `anyOf`, and
 * `not`. Other conditions are unknown, which only matters if the rest doesn't decide ("Azure Policy definition
 * structure policy rule", read 2026-11-29).
 */
export function evaluateCondition(condition: Value, reading: RuleReading): Truth {
  if (condition.is !== 'object' || condition.rest !== null) return unsupported(reading, 'if');
  const members = new Map([...condition.members].map(([name, value]) => [name.toLowerCase(), value]));
  const [all, any, not] = ['allof', 'anyof', 'not'].map((name) => members.get(name));
  if (all) return every(eachOf(all, reading), true);
  if (any) return every(eachOf(any, reading), false);
  if (not) return negated(evaluateCondition(not, reading));
  return evaluateComparison(members, reading);
}

function eachOf(list: Value, reading: RuleReading): readonly Truth[] {
  if (list.is !== 'array' || list.rest !== null) return [unsupported(reading, 'allOf')];
  return list.items.map((one) => evaluateCondition(one, reading));
}

/**
 * Combines truths: all of them, or with `neutral` false, any of them. A value that isn't neutral decides. Otherwise an
 * unknown value makes the result unknown.
 */
export function every(all: readonly Truth[], neutral: boolean): Truth {
  if (all.includes(!neutral)) return !neutral;
  return all.find((one) => typeof one !== 'boolean') ?? neutral;
}

function negated(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

function evaluateComparison(members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  const counted = members.get('count');
  if (counted) return evaluateCount(counted, members, reading);
  const subject = subjectOf(members, reading);
  return 'key' in subject ? subject : evaluateParts(subject, members, reading);
}

/** Returns the left side of a comparison. For array members, it contains each of them. */
function subjectOf(members: ReadonlyMap<string, Value>, reading: RuleReading): PolicyField | Reason {
  const field = textOf(members.get('field'));
  const value = textOf(members.get('value')) ?? 'value';
  const named = field ?? fieldIn(value);
  if (named !== undefined) return fieldOf(reading.target, named, reading.item) ?? unsupported(reading, named);
  const emptied = emptyIn(value);
  const found = emptied === undefined ? undefined : fieldOf(reading.target, emptied, reading.item);
  return found
    ? mapField(found, (part) => isEmpty(part) ?? unsupported(reading, value))
    : unsupported(reading, value);
}

function textOf(part: Part): string | undefined {
  return part?.is === 'text' ? part.value : undefined;
}

function fieldIn(text: string): string | undefined {
  return /^\[field\('([^']+)'\)\]$/i.exec(text)?.[1];
}

function emptyIn(text: string): string | undefined {
  return /^\[empty\(field\('([^']+)'\)\)\]$/i.exec(text)?.[1];
}

function isEmpty(part: Part): boolean | Reason | undefined {
  if (part === undefined) return true;
  if (part.is === 'unknown') return isId(part) ? false : part.because;
  if (part.is === 'text') return part.value === '';
  return part.is === 'array' && part.rest === null ? part.items.length === 0 : undefined;
}

/** Returns whether an unknown value is an ID. Even if its beginning isn't known, it's a non-empty text. */
function isId(part: Extract<Value, { is: 'unknown' }>): boolean {
  return part.symbol?.startsWith('/') === true;
}

function mapField(field: PolicyField, change: (part: Part) => boolean | Reason): PolicyField {
  const parts = field.parts.map((part): Part => {
    const value = change(part);
    return typeof value === 'boolean'
      ? { is: 'flag', value, from: null }
      : { is: 'unknown', because: value, symbol: null, from: null };
  });
  return { ...field, parts };
}

/** Evaluates `count` of an array's members, or of those for which `where` holds. */
function evaluateCount(counted: Value, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  const alias = partOf(counted, 'field');
  const where = partOf(counted, 'where');
  const field = alias?.is === 'text' ? fieldOf(reading.target, alias.value, reading.item) : undefined;
  if (alias?.is !== 'text' || !field?.isEach) return unsupported(reading, 'count');
  const all = field.parts.map((part): Truth => {
    if (part?.is === 'unknown') return part.because;
    return where && part
      ? evaluateCondition(where, { ...reading, item: { alias: alias.value, part } })
      : true;
  });
  const least = all.filter((one) => one === true).length;
  const unknowns = all.filter((one) => typeof one !== 'boolean');
  const results = Array.from({ length: unknowns.length + 1 }, (_, more) =>
    evaluateOperator({ is: 'number', value: least + more, from: null }, members, reading),
  );
  const [first = false] = results;
  return results.every((one) => one === first) ? first : (unknowns[0] ?? first);
}

/** Returns whether all members of an array meet the condition. For an empty array, Azure's result isn't known here. */
function evaluateParts(field: PolicyField, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  if (field.parts.length === 0) return unsupported(reading, '[*]');
  return every(
    field.parts.map((part) => evaluateOperator(part, members, reading)),
    true,
  );
}

function evaluateOperator(part: Part, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  for (const [name, evaluate] of Object.entries(operators)) {
    const written = members.get(name);
    if (written) return compared(part, resolved(written, reading), { evaluate, name, reading });
  }
  return unsupported(
    reading,
    [...members.keys()].find((one) => !['field', 'value', 'count'].includes(one)) ?? 'field',
  );
}

type Operator = (subject: string, given: readonly string[]) => boolean;

/** Azure's comparisons are case-insensitive. */
const operators: Readonly<Record<string, Operator>> = {
  equals: (subject, [given = '']) => subject === given,
  notequals: (subject, [given = '']) => subject !== given,
  in: (subject, given) => given.includes(subject),
  notin: (subject, given) => !given.includes(subject),
  like: (subject, [given = '']) => isLike(subject, given),
  notlike: (subject, [given = '']) => !isLike(subject, given),
  contains: (subject, [given = '']) => subject.includes(given),
  notcontains: (subject, [given = '']) => !subject.includes(given),
  exists: (_, [given]) => given === 'true',
  greater: (subject, [given = '']) => Number(subject) > Number(given),
  greaterorequals: (subject, [given = '']) => Number(subject) >= Number(given),
  less: (subject, [given = '']) => Number(subject) < Number(given),
  lessorequals: (subject, [given = '']) => Number(subject) <= Number(given),
};

/** Operators that compare numbers. They aren't evaluated for other values. */
const numeric = new Set(['greater', 'greaterorequals', 'less', 'lessorequals']);

/** Results of operators for a field that doesn't exist. For other operators, the result isn't known here. */
const ofAbsent: Readonly<Record<string, (given: readonly string[]) => boolean>> = {
  equals: () => false,
  notequals: () => true,
  in: () => false,
  notin: () => true,
  exists: ([given]) => given === 'false',
};

/** Returns whether a text matches a pattern with at most one wildcard, which is Azure's limit. */
function isLike(subject: string, pattern: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return subject === pattern;
  return subject.length >= pattern.length - 1 && subject.startsWith(before) && subject.endsWith(after);
}

interface Comparison {
  readonly evaluate: Operator;
  readonly name: string;
  readonly reading: RuleReading;
}

function compared(part: Part, given: Value | Reason, { evaluate, name, reading }: Comparison): Truth {
  if ('key' in given) return given;
  const texts = textsOf(given, name, reading);
  if ('key' in texts) return texts;
  if (part === undefined) return ofAbsent[name]?.(texts) ?? unsupported(reading, name);
  const subject = comparedText(part, name);
  if (typeof subject === 'object') return subject;
  return subject !== undefined && isComparable(name, [subject, ...texts])
    ? evaluate(subject, texts)
    : unsupported(reading, name);
}

/** Returns the text to compare. `exists` doesn't need a value: an ID whose beginning isn't known, or a list, exists. */
function comparedText(part: Value, name: string): string | Reason | undefined {
  if (name === 'exists') return part.is === 'unknown' && !isId(part) ? part.because : '';
  return part.is === 'unknown' ? part.because : plainText(part);
}

function isComparable(name: string, texts: readonly string[]): boolean {
  return !numeric.has(name) || texts.every(isNumber);
}

function textsOf(given: Value, name: string, reading: RuleReading): readonly string[] | Reason {
  const items = given.is === 'array' ? given.items : [given];
  if (given.is === 'array' && given.rest !== null) return given.rest;
  const texts: string[] = [];
  for (const one of items) {
    const item = resolved(one, reading);
    if ('key' in item) return item;
    const text = plainText(item);
    if (text === undefined) return unsupported(reading, name);
    texts.push(text);
  }
  return texts;
}

function plainText(value: Value): string | undefined {
  if (value.is === 'text') return value.value.toLowerCase();
  return value.is === 'flag' || value.is === 'number' ? String(value.value) : undefined;
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/**
 * Returns the literal value, or the value of the parameter that it refers to. Other expressions in a rule aren't
 * evaluated.
 */
export function resolved(written: Value, reading: Pick<RuleReading, 'policy' | 'parameter'>): Value | Reason {
  if (written.is === 'unknown') return written.because;
  if (written.is !== 'text' || !written.value.startsWith('[') || written.value.startsWith('[[')) {
    return written;
  }
  const name = /^\[parameters\('([^']+)'\)\]$/i.exec(written.value)?.[1];
  if (name === undefined) return unsupported(reading, written.value);
  const value = reading.parameter(name);
  if (value === undefined) return reason('file.policy.parameter', { policy: reading.policy, name });
  return value.is === 'unknown' ? value.because : value;
}

function unsupported({ policy }: Pick<RuleReading, 'policy'>, part: string): Reason {
  return reason('file.policy.condition', { policy, part });
}
