import { evaluationError } from '../../evaluate/errors';
import { unknownValue } from '../../evaluate/make-value';
import type { ArrayValue, ObjectValue, Value } from '../../evaluate/value';
import type { HclScope } from '../hcl-scope';
import { toNumber, toText } from '../types';

/** The arguments that a function must know: nothing, the values themselves, or every part of them. */
type Requires = 'nothing' | 'arguments' | 'parts';

export interface TerraformFunction {
  readonly least: number;
  readonly most: number;
  readonly requires: Requires;
  readonly run: (given: readonly Value[], scope: HclScope) => Value;
}

export type TerraformFunctions = Readonly<Record<string, TerraformFunction>>;

type Arity = readonly [least: number, most?: number];
type RunFunction = TerraformFunction['run'];

/** Any number of arguments. */
export const many = Infinity;

/** Creates a function of known arguments, whose parts can be unknown. */
export function ofArguments([least, most = least]: Arity, run: RunFunction): TerraformFunction {
  return { least, most, requires: 'arguments', run };
}

/** Creates a function of completely known arguments. */
export function ofParts([least, most = least]: Arity, run: RunFunction): TerraformFunction {
  return { least, most, requires: 'parts', run };
}

/** Creates a function that also has a result for unknown arguments. */
export function ofAny([least, most = least]: Arity, run: RunFunction): TerraformFunction {
  return { least, most, requires: 'nothing', run };
}

function wrongArgument(index: number): Error {
  return evaluationError('documents.evaluation.argument', { n: index + 1 });
}

/** Returns the text of the argument at `index`, which is known. */
export function textGiven(given: readonly Value[], index: number): string {
  const value = given[index];
  const text = value && value.is !== 'null' ? toText(value) : undefined;
  if (text?.is !== 'text') throw wrongArgument(index);
  return text.value;
}

/** Returns the number of the argument at `index`, which is known. */
export function numberGiven(given: readonly Value[], index: number): number {
  const value = given[index];
  const number = value && value.is !== 'null' ? toNumber(value) : undefined;
  if (number?.is !== 'number') throw wrongArgument(index);
  return number.value;
}

/** Returns the list, tuple, or set at `index`, which is known. */
export function arrayGiven(given: readonly Value[], index: number): ArrayValue {
  const value = given[index];
  if (value?.is !== 'array') throw wrongArgument(index);
  return value;
}

/** Returns the map or object at `index`, which is known. */
export function objectGiven(given: readonly Value[], index: number): ObjectValue {
  const value = given[index];
  if (value?.is !== 'object') throw wrongArgument(index);
  return value;
}

/** Returns the texts of an array, or undefined if one isn't known. */
export function textsOf(array: ArrayValue): readonly string[] | undefined {
  const texts = array.items.map((item) => (item.is === 'null' ? undefined : toText(item)));
  if (texts.includes(undefined)) throw wrongArgument(0);
  const known = texts.flatMap((one) => (one?.is === 'text' ? [one.value] : []));
  return known.length === texts.length ? known : undefined;
}

/** Returns an unknown value with the reason of the first unknown one. */
export function unknownLike(values: readonly Value[]): Value {
  const found = values.find((one) => one.is === 'unknown');
  return found?.is === 'unknown' ? unknownValue(found.because) : unknownValue({ key: 'unknown.live' });
}
