import { reason } from '../../../core/reason';
import { evaluationError, EvaluationError } from '../errors';
import { unknownPartOf } from '../make-value';
import type { ArrayValue, ObjectValue, Value } from '../value';
import { isSearchable, lowerCase } from './invariant-culture';

/** The text at `index`; an error where something else is. */
export function textArgument(given: readonly Value[], index: number): string {
  const value = given[index];
  if (value?.is === 'text') return value.value;
  throw wrongType(value, index);
}

/** The text at `index` in small letters, for a search without regard to case; unknown where that goes by more than letters. */
export function searchedAt(given: readonly Value[], index: number): string {
  const value = textArgument(given, index);
  if (!isSearchable(value)) throw new EvaluationError(reason('unknown.letters'));
  return lowerCase(value);
}

/** The text at `index`; undefined where nothing was given. */
export function optionalText(given: readonly Value[], index: number): string | undefined {
  return given[index] === undefined ? undefined : textArgument(given, index);
}

/** The number at `index`. */
export function numberArgument(given: readonly Value[], index: number): number {
  const value = given[index];
  if (value?.is === 'number') return value.value;
  throw wrongType(value, index);
}

/** True or false at `index`. */
export function flagArgument(given: readonly Value[], index: number): boolean {
  const value = given[index];
  if (value?.is === 'flag') return value.value;
  throw wrongType(value, index);
}

/** The array at `index`; its items may be unknown. */
export function arrayArgument(given: readonly Value[], index: number): ArrayValue {
  const value = given[index];
  if (value?.is === 'array') return value;
  throw wrongType(value, index);
}

/** The object at `index`; its members may be unknown. */
export function objectArgument(given: readonly Value[], index: number): ObjectValue {
  const value = given[index];
  if (value?.is === 'object') return value;
  throw wrongType(value, index);
}

/** What a function costs that looks at each letter of its texts. */
export function workOn(given: readonly Value[]): number {
  return given.reduce((sum, one) => sum + (one.is === 'text' ? one.value.length >> 3 : 0), 0);
}

/** Ends where not all of a value is known. */
export function wholly<T extends Value>(value: T): T {
  const whyUnknown = unknownPartOf(value);
  if (whyUnknown !== undefined) throw new EvaluationError(whyUnknown);
  return value;
}

/** What an argument should have been. An unknown one is no mistake: the answer is unknown for its reason. */
export function wrongType(value: Value | undefined, index: number): EvaluationError {
  if (value?.is === 'unknown') return new EvaluationError(value.because);
  return evaluationError('documents.evaluation.argument', { n: index + 1, type: value?.is ?? '' });
}
