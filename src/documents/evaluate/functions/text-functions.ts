import { failed } from '../errors';
import type { Call } from '../evaluator';
import { array, flag, text } from '../make-value';
import { jsonText } from '../json-text';
import { unknownCall } from '../symbols';
import { asText, joinAsTexts } from '../texts';
import type { UnknownValue, Value } from '../value';
import { arrayAt, numberAt, optionalText, searchedAt, textAt, wholly, workOn, wrongType } from './arguments';
import { formatted } from './format';
import { strict, tolerant, type FunctionTable, type StrictFunction } from './function-table';
import { guidOf } from './guid';
import { lowerCase, trimmed, upperCase } from './invariant-culture';
import { uniqueStringOf } from './unique-string';

/** `concat` of texts. */
export function concatenated(given: readonly Value[]): Value {
  const wrong = given.findIndex(({ is }) => is === 'null' || is === 'object');
  if (wrong >= 0) throw wrongType(given[wrong], wrong);
  return joinAsTexts(given);
}

function changed(change: (value: string) => string): StrictFunction {
  return strict([1], (given) => text(change(textAt(given, 0))));
}

function tested(holds: (whole: string, part: string) => boolean): StrictFunction {
  return strict([2], (given) => flag(holds(searchedAt(given, 0), searchedAt(given, 1))));
}

function hashed(hash: (texts: readonly string[]) => string): StrictFunction {
  return strict([1, 1_000], (given, { scope }) => {
    scope.context.run.spend(6 * workOn(given));
    return text(hash(given.map((_, index) => textAt(given, index))));
  });
}

function replaced(given: readonly Value[], { scope }: Call): Value {
  const [whole, part, by] = [textAt(given, 0), textAt(given, 1), textAt(given, 2)];
  if (part === '') throw failed('documents.evaluation.empty');
  const pieces = whole.split(part);
  scope.context.run.spend(Math.floor((whole.length + pieces.length * by.length) / 16));
  return text(pieces.join(by));
}

/** Azure pads no further. */
const widest = 16;

function padded(given: readonly Value[]): Value {
  const [value] = given;
  const written = value?.is === 'number' ? String(value.value) : textAt(given, 0);
  const width = numberAt(given, 1);
  const character = optionalText(given, 2) ?? ' ';
  if (character.length !== 1) throw wrongType(given[2], 2);
  if (width < 1 || width > widest) {
    throw failed('documents.evaluation.width', { width, most: widest });
  }
  return text(written.padStart(width, character));
}

function splitAt(given: readonly Value[], { scope }: Call): Value {
  const whole = textAt(given, 0);
  const by = given[1];
  const delimiters =
    by?.is === 'array' ? by.items.map((_, index) => textAt(by.items, index)) : [textAt(given, 1)];
  const used = delimiters.filter((one) => one !== '');
  scope.context.run.spend(Math.floor((whole.length * Math.max(used.length, 1)) / 4));
  return array(partsBetween(whole, used).map((part) => text(part)));
}

/** At each place, the first delimiter of the list that is there. */
function partsBetween(whole: string, delimiters: readonly string[]): readonly string[] {
  const parts: string[] = [];
  const found = delimiters.map((delimiter) => ({ delimiter, at: whole.indexOf(delimiter) }));
  let start = 0;
  for (;;) {
    const left = found.filter(({ at }) => at >= 0);
    const [first, ...others] = left;
    if (!first) return [...parts, whole.slice(start)];
    const next = others.reduce((best, one) => (one.at < best.at ? one : best), first);
    parts.push(whole.slice(start, next.at));
    start = next.at + next.delimiter.length;
    for (const one of left) if (one.at < start) one.at = whole.indexOf(one.delimiter, start);
  }
}

function joined(given: readonly Value[], { name, scope }: Call): Value {
  const doubt = given.find((one): one is UnknownValue => one.is === 'unknown');
  if (doubt !== undefined) return unknownCall(name, given, doubt);
  const { items, rest } = arrayAt(given, 0);
  if (rest !== null) return wholly(arrayAt(given, 0));
  const wrong = items.find(({ is }) => is === 'array' || is === 'object' || is === 'null');
  if (wrong !== undefined) throw wrongType(wrong, 0);
  const by = textAt(given, 1);
  scope.context.run.spend(Math.floor((items.length * by.length) / 16));
  return joinAsTexts(items.flatMap((item, index) => (index === 0 ? [item] : [text(by), item])));
}

function substring(given: readonly Value[]): Value {
  const whole = textAt(given, 0);
  const start = numberAt(given, 1);
  const length = given[2] === undefined ? whole.length - start : numberAt(given, 2);
  if (start < 0 || length < 0 || start + length > whole.length) {
    throw failed('documents.evaluation.substring');
  }
  return text(whole.slice(start, start + length));
}

function asString(value: Value | undefined): Value {
  if (value === undefined || value.is === 'null') throw wrongType(value, 0);
  if (value.is !== 'array' && value.is !== 'object') return asText(value);
  return text(jsonText(wholly(value)) ?? '');
}

function format([pattern, ...given]: readonly Value[], { name }: Call): Value {
  if (pattern?.is === 'unknown') return unknownCall(name, [pattern, ...given], pattern);
  return formatted(textAt(pattern === undefined ? [] : [pattern], 0), given);
}

/** Functions of texts. */
export const textFunctions: FunctionTable = {
  endswith: tested((whole, part) => whole.endsWith(part)),
  format: tolerant([1, 1_000], format),
  guid: hashed(guidOf),
  join: tolerant([2], joined),
  padleft: strict([2, 3], padded),
  replace: strict([3], replaced),
  split: strict([2], splitAt),
  startswith: tested((whole, part) => whole.startsWith(part)),
  string: tolerant([1], ([value]) => asString(value)),
  substring: strict([2, 3], substring),
  tolower: changed(lowerCase),
  toupper: changed(upperCase),
  trim: changed(trimmed),
  uniquestring: hashed(uniqueStringOf),
};
