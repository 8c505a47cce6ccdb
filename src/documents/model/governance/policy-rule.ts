import type { Known } from '../../../core/known';
import { reason, type Reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';

/** Whether a condition holds, or why that can't be told. */
export type Truth = boolean | Reason;

/** A resource that a policy looks at, as far as it's known before Azure makes it. */
export interface PolicyTarget {
  readonly type: string;
  readonly location: Known<string>;
}

/** What the conditions of a policy rule are read with. */
export interface RuleReading {
  readonly target: PolicyTarget;
  /** The policy as it's shown. */
  readonly policy: string;
  /** A parameter's value; undefined where nothing gives one. */
  readonly parameter: (name: string) => Value | undefined;
}

/**
 * Evaluates the `if` of a policy rule: conditions on `type` and `location`, joined by `allOf`, `anyOf`, and `not`. All else
 * can't be told, which matters only where the rest doesn't decide ("Azure Policy definition structure policy rule", read
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
function every(all: readonly Truth[], neutral: boolean): Truth {
  if (all.includes(!neutral)) return !neutral;
  return all.find((one) => typeof one !== 'boolean') ?? neutral;
}

function negated(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

function comparisonHolds(members: ReadonlyMap<string, Value>, reading: RuleReading): Truth {
  const subject = subjectOf(members, reading);
  if (typeof subject !== 'string') return subject;
  for (const [name, holds] of Object.entries(operators)) {
    const written = members.get(name);
    if (written) return compared(subject, resolved(written, reading), { holds, name, reading });
  }
  return unsupported(
    reading,
    [...members.keys()].find((one) => one !== 'field' && one !== 'value') ?? 'field',
  );
}

/** The text that is compared, `type` or `location` of the resource. */
function subjectOf(members: ReadonlyMap<string, Value>, reading: RuleReading): string | Reason {
  const field = members.get('field');
  const value = members.get('value');
  const named = field?.is === 'text' ? field.value : value?.is === 'text' ? fieldIn(value.value) : undefined;
  switch (named?.toLowerCase()) {
    case 'type':
      return reading.target.type;
    case 'location':
      return reading.target.location.known ? reading.target.location.value : reading.target.location.because;
    default:
      return unsupported(reading, named ?? 'value');
  }
}

function fieldIn(text: string): string | undefined {
  return /^\[field\('([^']+)'\)\]$/i.exec(text)?.[1];
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

function compared(subject: string, given: Value | Reason, { holds, name, reading }: Comparison): Truth {
  if ('key' in given) return given;
  const items = given.is === 'array' ? given.items : [given];
  if (given.is === 'array' && given.rest !== null) return given.rest;
  const texts: string[] = [];
  for (const one of items) {
    const item = resolved(one, reading);
    if ('key' in item) return item;
    if (item.is === 'text') texts.push(item.value.toLowerCase());
    else if (item.is === 'flag') texts.push(String(item.value));
    else return unsupported(reading, name);
  }
  return holds(subject.toLowerCase(), texts);
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
