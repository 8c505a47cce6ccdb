import { reason, type Reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';
import { partOf, type Part } from '../parts';
import { fieldOf, type CountedItem, type PolicyField, type PolicyTarget } from './policy-fields';

/** Whether a condition holds, or why that can't be told. */
export type Truth = boolean | Reason;

/** What the conditions of a policy rule are read with. */
export interface RuleReading {
  readonly target: PolicyTarget;
  /** The member of an array that `count` looks at. */
  readonly item?: CountedItem;
  /** The policy as it's shown. */
  readonly policy: string;
  /** A parameter's value; undefined where nothing gives one. */
  readonly parameter: (name: string) => Value | undefined;
}

/**
 * Evaluates the `if` of a policy rule: conditions on fields that are known, and `count`, joined by `allOf`, `anyOf`, and `not`. All
 * else can't be told, which matters only where the rest doesn't decide ("Azure Policy definition structure policy rule", read
 * 2026-11-29).
 */
export function conditionHolds(condition: Value, reading: RuleReading): Truth {
  if (condition.is !== 'object' || condition.rest !== null) return unsupported(reading, 'if');
  const members = new Map([...condition.members].map(([name, value]) => [name.toLowerCase(), value]));
  const [all, any, not] = ['allof', 'anyof', 'not'].map((name) => members.get(name));
  if (all) return every(eachOf(all, reading), true);
  if (any) return every(eachOf(any, reading), false);
  if (not) return negated(conditionHolds(not, reading));
  return comparisonHolds(members, reading);
}

function eachOf(list: Value, reading: RuleReading): readonly Truth[] {
  if (list.is !== 'array' || list.rest !== null) return [unsupported(reading, 'allOf')];
  return list.items.map((one) => conditionHolds(one, reading));
}

/** All of them, or with `neutral` false any: one that is not neutral decides, and only then an unknown one. */
export function every(all: readonly Truth[], neutral: boolean): Truth {
  if (all.includes(!neutral)) return !neutral;
  return all.find((one) => typeof one !== 'boolean') ?? neutral;
}

function negated(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

function comparisonHolds(members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  const counted = members.get('count');
  if (counted) return countHolds(counted, members, reading);
  const subject = subjectOf(members, reading);
  return 'key' in subject ? subject : partsHold(subject, members, reading);
}

/** What is compared: of an array's members each. */
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

/** An ID whose beginning isn't known is a text all the same. */
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

/** `count` of an array's members, or of those for which `where` holds. */
function countHolds(counted: Value, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  const alias = partOf(counted, 'field');
  const where = partOf(counted, 'where');
  const field = alias?.is === 'text' ? fieldOf(reading.target, alias.value, reading.item) : undefined;
  if (alias?.is !== 'text' || !field?.isEach) return unsupported(reading, 'count');
  const all = field.parts.map((part): Truth => {
    if (part?.is === 'unknown') return part.because;
    return where && part ? conditionHolds(where, { ...reading, item: { alias: alias.value, part } }) : true;
  });
  const least = all.filter((one) => one === true).length;
  const unknowns = all.filter((one) => typeof one !== 'boolean');
  const results = Array.from({ length: unknowns.length + 1 }, (_, more) =>
    operatorHolds({ is: 'number', value: least + more, from: null }, members, reading),
  );
  const [first = false] = results;
  return results.every((one) => one === first) ? first : (unknowns[0] ?? first);
}

/** Of an array's members, all must meet it. Of an array without members Azure's answer isn't known here. */
function partsHold(field: PolicyField, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  if (field.parts.length === 0) return unsupported(reading, '[*]');
  return every(
    field.parts.map((part) => operatorHolds(part, members, reading)),
    true,
  );
}

function operatorHolds(part: Part, members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  for (const [name, holds] of Object.entries(operators)) {
    const written = members.get(name);
    if (written) return compared(part, resolved(written, reading), { holds, name, reading });
  }
  return unsupported(
    reading,
    [...members.keys()].find((one) => !['field', 'value', 'count'].includes(one)) ?? 'field',
  );
}

type Operator = (subject: string, given: readonly string[]) => boolean;

/** Azure compares without regard to case. */
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

/** Operators that compare numbers; of other values they aren't evaluated. */
const numeric = new Set(['greater', 'greaterorequals', 'less', 'lessorequals']);

/** What operators say of a field that isn't there; of the others it isn't known here. */
const ofAbsent: Readonly<Record<string, (given: readonly string[]) => boolean>> = {
  equals: () => false,
  notequals: () => true,
  in: () => false,
  notin: () => true,
  exists: ([given]) => given === 'false',
};

/** One wildcard at most, as Azure takes it. */
function isLike(subject: string, pattern: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return subject === pattern;
  return subject.length >= pattern.length - 1 && subject.startsWith(before) && subject.endsWith(after);
}

interface Comparison {
  readonly holds: Operator;
  readonly name: string;
  readonly reading: RuleReading;
}

function compared(part: Part, given: Value | Reason, { holds, name, reading }: Comparison): Truth {
  if ('key' in given) return given;
  const texts = textsOf(given, name, reading);
  if ('key' in texts) return texts;
  if (part === undefined) return ofAbsent[name]?.(texts) ?? unsupported(reading, name);
  const subject = comparedText(part, name);
  if (typeof subject === 'object') return subject;
  return subject !== undefined && isComparable(name, [subject, ...texts])
    ? holds(subject, texts)
    : unsupported(reading, name);
}

/** What exists needs no value: an ID whose beginning isn't known, or a list. */
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

/** What is written, or the parameter that it names; other expressions of a rule aren't evaluated. */
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
