import { reason } from '../../../core/reason';
import { evaluationError, EvaluationError } from '../errors';
import { unknownPartOf } from '../make-value';
import type { ArrayValue, ObjectValue, Value, UnknownValue } from '../value';
import { isSearchable, lowerCase } from './invariant-culture';

/**
 * Returns the text at `index`.
 * @throws `EvaluationError` if it isn't a text
 */
export function textArgument(given: readonly Value[], index: number): string {
  const value = given[index];
  if (value?.is === 'text') return value.value;
  throw wrongType(value, index);
}

/**
 * Returns the text at `index` in lowercase, for a case-insensitive search.
 * @throws `EvaluationError` if .NET wouldn't compare the text letter by letter
 */
export function searchedAt(given: readonly Value[], index: number): string {
  const value = textArgument(given, index);
  if (!isSearchable(value)) throw new EvaluationError(reason('unknown.letters'));
  return lowerCase(value);
}

/** Returns the text at `index`, or undefined if there is no argument. */
export function optionalText(given: readonly Value[], index: number): string | undefined {
  return given[index] === undefined ? undefined : textArgument(given, index);
}

/** Returns the number at `index`. */
export function numberArgument(given: readonly Value[], index: number): number {
  const value = given[index];
  if (value?.is === 'number') return value.value;
  throw wrongType(value, index);
}

/** Returns the Boolean value of a condition. */
export function flagArgument(value: Value | undefined): boolean {
  if (value?.is === 'flag') return value.value;
  throw wrongType(value, 0);
}

/** Returns the array at `index`. Its items can be unknown. */
export function arrayArgument(given: readonly Value[], index: number): ArrayValue {
  const value = given[index];
  if (value?.is === 'array') return value;
  throw wrongType(value, index);
}

/** Returns the object at `index`. Its members can be unknown. */
export function objectArgument(given: readonly Value[], index: number): ObjectValue {
  const value = given[index];
  if (value?.is === 'object') return value;
  throw wrongType(value, index);
}

/** Returns the cost of a function that processes each character of its texts. */
export function workOn(given: readonly Value[]): number {
  return given.reduce((sum, one) => sum + (one.is === 'text' ? one.value.length >> 3 : 0), 0);
}

/**
 * Returns a value if it is completely known.
 * @throws `EvaluationError` if a part of it is unknown
 */
export function requireKnown<T extends Value>(value: T): T {
  const whyUnknown = unknownPartOf(value);
  if (whyUnknown !== undefined) throw new EvaluationError(whyUnknown);
  return value;
}

/**
 * Creates the error for an argument of the wrong type. An unknown argument isn't a mistake: the result is unknown for
 * the same reason.
 */
export function wrongType(value: Value | undefined, index: number): EvaluationError {
  if (value?.is === 'unknown') return new EvaluationError(value.because);
  return evaluationError('documents.evaluation.argument', { n: index + 1, type: value?.is ?? '' });
}

/** Returns the first argument that is unknown. */
export function anyUnknown(given: readonly Value[]): UnknownValue | undefined {
  return given.find((one): one is UnknownValue => one.is === 'unknown');
}
