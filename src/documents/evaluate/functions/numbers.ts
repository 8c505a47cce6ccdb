import { EvaluationError, evaluationError, tooComplex } from '../errors';
import { arrayValue, exactly, flagValue, numberValue } from '../make-value';
import type { Value } from '../value';
import { arrayArgument, flagArgument, numberArgument, requireKnown, wrongType } from './arguments';
import { strict, type FunctionTable } from './function-table';
import { compareTexts } from './invariant-culture';

/** Returns the integer part of a division. Azure only has integers. */
export function divide(left: number, right: number): number {
  if (right === 0) throw evaluationError('documents.evaluation.byZero');
  return Math.trunc(left / right);
}

/** Returns the remainder of a division, which has the sign of `left`. */
export function remainder(left: number, right: number): number {
  if (right === 0) throw evaluationError('documents.evaluation.byZero');
  return left % right;
}

/** Compares two values. Negative if `left` comes first: numbers by size, texts in .NET's order. */
export function compareValues(left: Value, right: Value): number {
  if (left.is === 'number') return left.value - numberArgument([left, right], 1);
  if (left.is !== 'text' || right.is !== 'text') throw wrongType(left, 0);
  return compareTexts(left.value, right.value);
}

const two = [2] as const;

function counted(count: (left: number, right: number) => number) {
  return strict(two, (given) => exactly(count(numberArgument(given, 0), numberArgument(given, 1))));
}

function ordered(matches: (sign: number) => boolean) {
  return strict(two, (given) => {
    const [left, right] = given;
    if (left === undefined || right === undefined) throw wrongType(left, 0);
    return flagValue(matches(compareValues(left, right)));
  });
}

function extreme(choose: (...values: number[]) => number) {
  return strict([1, 1_000], (given) => {
    const first = given[0];
    const all = first?.is === 'array' ? requireKnown(arrayArgument(given, 0)).items : given;
    if (all.length === 0) throw evaluationError('documents.evaluation.empty');
    return numberValue(choose(...all.map((_, index) => numberArgument(all, index))));
  });
}

/** As long as Azure's longest list (10,000), and short enough not to cause problems here. */
const longestRange = 10_000;

/** Azure limits ranges to 32-bit integers. */
const largestInRange = 2_147_483_647;

/** Functions of numbers, and comparisons. */
export const numberFunctions: FunctionTable = {
  add: counted((left, right) => left + right),
  sub: counted((left, right) => left - right),
  mul: counted((left, right) => left * right),
  div: counted(divide),
  mod: counted(remainder),
  min: extreme(Math.min),
  max: extreme(Math.max),
  less: ordered((sign) => sign < 0),
  lessorequals: ordered((sign) => sign <= 0),
  greater: ordered((sign) => sign > 0),
  greaterorequals: ordered((sign) => sign >= 0),
  not: strict([1], (given) => flagValue(!flagArgument(given[0]))),
  range: strict(two, (given, { scope }) => {
    const [start, count] = [numberArgument(given, 0), numberArgument(given, 1)];
    if (count < 0 || count > longestRange) throw new EvaluationError(tooComplex, true);
    if (start + count - 1 > largestInRange) {
      throw evaluationError('documents.evaluation.range', { largest: largestInRange });
    }
    scope.context.run.spend(count);
    return arrayValue(Array.from({ length: count }, (_, index) => numberValue(start + index)));
  }),
  int: strict([1], (given) => {
    const [value] = given;
    if (value?.is === 'number') return exactly(Math.trunc(value.value));
    if (value?.is !== 'text' || !/^\s*[+-]?\d+\s*$/.test(value.value)) throw wrongType(value, 0);
    return exactly(Number(value.value));
  }),
  float: strict([1], (given) => {
    const [value] = given;
    const found = value?.is === 'number' || value?.is === 'text' ? Number(value.value) : NaN;
    if (Number.isNaN(found)) throw wrongType(value, 0);
    return numberValue(found);
  }),
};
