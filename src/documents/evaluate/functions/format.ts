import { evaluationError } from '../errors';
import { textValue } from '../make-value';
import { concatenateTexts } from '../symbols';
import { asText } from '../texts';
import type { Value } from '../value';
import { formattedNumber } from './number-format';

const hole = /\{\{|\}\}|\{(\d+)(?:,(-?\d+))?(?::([^{}]*))?\}|[{}]/g;

/** .NET's composite format: `{0}`, `{1,-8}`, `{2:D3}`, `{{` and `}}`. */
export function formatted(pattern: string, given: readonly Value[]): Value {
  return concatenateTexts(partsOf(pattern, given));
}

/** One after the other: what is joined ends where it gets too long. */
function* partsOf(pattern: string, given: readonly Value[]): Generator<string | Value> {
  let end = 0;
  for (const found of pattern.matchAll(hole)) {
    yield pattern.slice(end, found.index);
    end = found.index + found[0].length;
    yield found[1] === undefined ? brace(found[0]) : filled(found, given);
  }
  yield pattern.slice(end);
}

function brace(written: string): string {
  if (written.length === 1) throw evaluationError('documents.evaluation.format');
  return written.charAt(0);
}

function filled([, index, width, format]: RegExpExecArray, given: readonly Value[]): Value {
  const value = given[Number(index)];
  if (value === undefined) throw evaluationError('documents.evaluation.format');
  const written =
    value.is === 'number' && format !== undefined
      ? textValue(formattedNumber(value.value, format))
      : asText(value);
  if (written.is !== 'text' || width === undefined) return written;
  const wide = Math.min(Math.abs(Number(width)), 10_000);
  return textValue(Number(width) < 0 ? written.value.padEnd(wide) : written.value.padStart(wide));
}
