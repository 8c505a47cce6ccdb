import type { HclOperator } from '../hcl/hcl-syntax';
import { evaluationError } from '../evaluate/errors';
import { exactly, flagValue, unknownValue } from '../evaluate/make-value';
import type { ArrayValue, ObjectValue, UnknownValue, Value } from '../evaluate/value';
import { arrayKind, isMap } from './collections';
import { toFlag, toNumber } from './types';

/** Evaluates `-x` and `!x`. */
export function evaluateUnary(operator: '-' | '!', operand: Value): Value {
  if (operand.is === 'unknown') return unknownValue(operand.because);
  if (operator === '!') {
    const flag = toFlag(operand);
    return flag.is === 'flag' ? flagValue(!flag.value) : flag;
  }
  const number = toNumber(operand);
  return number.is === 'number' ? exactly(-number.value) : number;
}

/** Evaluates `left operator right`. */
export function evaluateBinary(operator: HclOperator, left: Value, right: Value): Value {
  if (operator === '==' || operator === '!=') {
    const same = equalValues(left, right);
    return typeof same === 'boolean' ? flagValue(same === (operator === '==')) : same;
  }
  const unknown = [left, right].find((one): one is UnknownValue => one.is === 'unknown');
  if (unknown) return unknownValue(unknown.because);
  if (operator === '&&' || operator === '||') return logic(operator, left, right);
  return arithmetic(operator, left, right);
}

function logic(operator: '&&' | '||', left: Value, right: Value): Value {
  const [one, other] = [toFlag(left), toFlag(right)];
  if (one.is === 'unknown') return one;
  if (other.is === 'unknown') return other;
  return flagValue(operator === '&&' ? one.value && other.value : one.value || other.value);
}

type Compute = (left: number, right: number) => number | boolean;

const computations: Readonly<Record<Exclude<HclOperator, '==' | '!=' | '&&' | '||'>, Compute>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

function arithmetic(operator: keyof typeof computations, left: Value, right: Value): Value {
  const [one, other] = [toNumber(left), toNumber(right)];
  if (one.is === 'unknown') return one;
  if (other.is === 'unknown') return other;
  if (other.value === 0 && (operator === '/' || operator === '%')) {
    throw evaluationError('documents.evaluation.byZero');
  }
  const result = computations[operator](one.value, other.value);
  return typeof result === 'boolean' ? flagValue(result) : exactly(roundedDecimal(result));
}

/** Rounds a number, because Terraform uses decimal arithmetic: 0.1 + 0.2 is 0.3. */
export function roundedDecimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Returns whether two values have the same type and are equal. Unknown if that depends on an unknown part. */
export function equalValues(left: Value, right: Value): boolean | UnknownValue {
  if (left.is === 'unknown') return unknownValue(left.because);
  if (right.is === 'unknown') return unknownValue(right.because);
  if (left.is === 'null' || right.is === 'null') return left.is === right.is;
  if (left.is === 'array') return right.is === 'array' && equalArrays(left, right);
  if (left.is === 'object') return right.is === 'object' && equalObjects(left, right);
  return samePlain(left, right);
}

type Plain = Value & { readonly is: 'text' | 'number' | 'flag' };

function samePlain(left: Plain, right: Value): boolean {
  return left.is === right.is && left.value === right.value;
}

function equalArrays(left: ArrayValue, right: ArrayValue): boolean | UnknownValue {
  if (arrayKind(left) !== arrayKind(right) || left.items.length !== right.items.length) return false;
  return allEqual(left.items.map((one, index) => [one, right.items[index]]));
}

function equalObjects(left: ObjectValue, right: ObjectValue): boolean | UnknownValue {
  const rest = left.rest ?? right.rest;
  if (rest !== null) return unknownValue(rest);
  if (isMap(left) !== isMap(right) || left.members.size !== right.members.size) return false;
  return allEqual([...left.members].map(([key, one]) => [one, right.members.get(key)]));
}

function allEqual(pairs: readonly (readonly [Value, Value | undefined])[]): boolean | UnknownValue {
  let undecided: UnknownValue | undefined;
  for (const [left, right] of pairs) {
    const same = right !== undefined && equalValues(left, right);
    if (same === false) return false;
    if (same !== true) undecided ??= same;
  }
  return undecided ?? true;
}
