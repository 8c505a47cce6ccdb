import { evaluationError } from '../../evaluate/errors';
import { exactly } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { roundedDecimal } from '../hcl-operators';
import { toNumber } from '../types';
import {
  arrayGiven,
  many,
  numberGiven,
  ofArguments,
  ofParts,
  textGiven,
  type TerraformFunctions,
} from './terraform-function';

function oneNumber(compute: (value: number) => number): TerraformFunctions[string] {
  return ofArguments([1], (given) => exactly(compute(numberGiven(given, 0))));
}

function numbers(given: readonly Value[]): readonly number[] {
  return given.map((_, index) => numberGiven(given, index));
}

const digitValues = '0123456789abcdefghijklmnopqrstuvwxyz';

function parsedInteger(given: readonly Value[]): Value {
  const base = numberGiven(given, 1);
  const [, sign, digits = ''] = /^([+-]?)([0-9a-zA-Z]+)$/.exec(textGiven(given, 0)) ?? [];
  const values = [...digits.toLowerCase()].map((digit) => digitValues.indexOf(digit));
  if (digits === '' || values.some((one) => one >= base)) {
    throw evaluationError('documents.evaluation.argument', { n: 1 });
  }
  const size = values.reduce((sum, one) => sum * base + one, 0);
  return exactly(sign === '-' ? -size : size);
}

function sum(given: readonly Value[]): Value {
  let total = 0;
  for (const item of arrayGiven(given, 0).items) {
    const number = toNumber(item);
    if (number.is === 'unknown') return number;
    total = roundedDecimal(total + number.value);
  }
  return exactly(total);
}

/** Functions of numbers. */
export const terraformNumbers: TerraformFunctions = {
  abs: oneNumber(Math.abs),
  ceil: oneNumber(Math.ceil),
  floor: oneNumber(Math.floor),
  signum: oneNumber(Math.sign),
  log: ofArguments([2], (given) =>
    exactly(roundedDecimal(Math.log(numberGiven(given, 0)) / Math.log(numberGiven(given, 1)))),
  ),
  pow: ofArguments([2], (given) => exactly(numberGiven(given, 0) ** numberGiven(given, 1))),
  max: ofArguments([1, many], (given) => exactly(Math.max(...numbers(given)))),
  min: ofArguments([1, many], (given) => exactly(Math.min(...numbers(given)))),
  parseint: ofArguments([2], parsedInteger),
  sum: ofParts([1], sum),
};
