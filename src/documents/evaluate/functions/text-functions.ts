import { evaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { arrayValue, flagValue, textValue } from '../make-value';
import { armJsonText } from '../json-text';
import { unknownCall, concatenateTexts } from '../symbols';
import { asText, joinAsTexts } from '../texts';
import type { UnknownValue, Value } from '../value';
import {
  arrayArgument,
  numberArgument,
  optionalText,
  searchedAt,
  textArgument,
  requireKnown,
  workOn,
  wrongType,
} from './arguments';
import { strict, tolerant, type FunctionTable, type StrictFunction } from './function-table';
import { lowerCase, trimmed, upperCase } from './invariant-culture';
import { uniqueStringOf } from './unique-string';
import { formattedNumber } from './number-format';
import { sha1 } from '@noble/hashes/legacy.js';
import { utf8Bytes } from './utf8';

/** The namespace of ARM's `guid`, 11fb06fb-712d-4ddd-98c7-e71bbd588830. */
const namespace = [
  0x11, 0xfb, 0x06, 0xfb, 0x71, 0x2d, 0x4d, 0xdd, 0x98, 0xc7, 0xe7, 0x1b, 0xbd, 0x58, 0x88, 0x30,
];

/** Computes ARM's `guid` of texts: the version 5 UUID (RFC 4122) of the texts, joined with `-`. */
function armGuid(texts: readonly string[]): string {
  const name = utf8Bytes(texts.join('-'));
  const message = new Uint8Array(namespace.length + name.length);
  message.set(namespace);
  message.set(name, namespace.length);
  const bytes = [...sha1(message).subarray(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const hole = /\{\{|\}\}|\{(\d+)(?:,(-?\d+))?(?::([^{}]*))?\}|[{}]/g;

/** Applies .NET's composite format: `{0}`, `{1,-8}`, `{2:D3}`, `{{`, and `}}`. */
function formatted(pattern: string, given: readonly Value[]): Value {
  return concatenateTexts(partsOf(pattern, given));
}

/** Yields the parts one by one, so that joining stops when the result gets too long. */
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

/** Evaluates `concat` of texts. */
export function concatenated(given: readonly Value[]): Value {
  const wrong = given.findIndex(({ is }) => is === 'null' || is === 'object');
  if (wrong >= 0) throw wrongType(given[wrong], wrong);
  return joinAsTexts(given);
}

function changed(change: (value: string) => string): StrictFunction {
  return strict([1], (given) => textValue(change(textArgument(given, 0))));
}

function tested(matches: (whole: string, part: string) => boolean): StrictFunction {
  return strict([2], (given) => flagValue(matches(searchedAt(given, 0), searchedAt(given, 1))));
}

function hashed(hash: (texts: readonly string[]) => string): StrictFunction {
  return strict([1, 1_000], (given, { scope }) => {
    scope.context.run.spend(6 * workOn(given));
    return textValue(hash(given.map((_, index) => textArgument(given, index))));
  });
}

function replaced(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const [whole, part, by] = [textArgument(given, 0), textArgument(given, 1), textArgument(given, 2)];
  if (part === '') throw evaluationError('documents.evaluation.empty');
  const pieces = whole.split(part);
  scope.context.run.spend(Math.floor((whole.length + pieces.length * by.length) / 16));
  return textValue(pieces.join(by));
}

/** Azure's maximum padding width. */
const widest = 16;

function padded(given: readonly Value[]): Value {
  const [value] = given;
  const written = value?.is === 'number' ? String(value.value) : textArgument(given, 0);
  const width = numberArgument(given, 1);
  const character = optionalText(given, 2) ?? ' ';
  if (character.length !== 1) throw wrongType(given[2], 2);
  if (width < 1 || width > widest) {
    throw evaluationError('documents.evaluation.width', { width, most: widest });
  }
  return textValue(written.padStart(width, character));
}

function splitAt(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const whole = textArgument(given, 0);
  const by = given[1];
  const delimiters =
    by?.is === 'array' ? by.items.map((_, index) => textArgument(by.items, index)) : [textArgument(given, 1)];
  const used = delimiters.filter((one) => one !== '');
  scope.context.run.spend(Math.floor((whole.length * Math.max(used.length, 1)) / 4));
  return arrayValue(partsBetween(whole, used).map((part) => textValue(part)));
}

/** Splits a text. At each position, the first delimiter in the list that matches is used. */
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

function joined(given: readonly Value[], { name, scope }: FunctionCallInput): Value {
  const whyUnknown = given.find((one): one is UnknownValue => one.is === 'unknown');
  if (whyUnknown !== undefined) return unknownCall(name, given, whyUnknown);
  const { items, rest } = arrayArgument(given, 0);
  if (rest !== null) return requireKnown(arrayArgument(given, 0));
  const wrong = items.find(({ is }) => is === 'array' || is === 'object' || is === 'null');
  if (wrong !== undefined) throw wrongType(wrong, 0);
  const by = textArgument(given, 1);
  scope.context.run.spend(Math.floor((items.length * by.length) / 16));
  return joinAsTexts(items.flatMap((item, index) => (index === 0 ? [item] : [textValue(by), item])));
}

function substring(given: readonly Value[]): Value {
  const whole = textArgument(given, 0);
  const start = numberArgument(given, 1);
  const length = given[2] === undefined ? whole.length - start : numberArgument(given, 2);
  if (start < 0 || length < 0 || start + length > whole.length) {
    throw evaluationError('documents.evaluation.substring');
  }
  return textValue(whole.slice(start, start + length));
}

function asString(value: Value | undefined): Value {
  if (value === undefined || value.is === 'null') throw wrongType(value, 0);
  if (value.is !== 'array' && value.is !== 'object') return asText(value);
  return textValue(armJsonText(requireKnown(value)) ?? '');
}

function format([pattern, ...given]: readonly Value[], { name }: FunctionCallInput): Value {
  if (pattern?.is === 'unknown') return unknownCall(name, [pattern, ...given], pattern);
  return formatted(textArgument(pattern === undefined ? [] : [pattern], 0), given);
}

/** Functions of texts. */
export const textFunctions: FunctionTable = {
  endswith: tested((whole, part) => whole.endsWith(part)),
  format: tolerant([1, 1_000], format),
  guid: hashed(armGuid),
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
