import { evaluationError } from '../../evaluate/errors';
import { textValue, unknownValue } from '../../evaluate/make-value';
import { concatenateTexts } from '../../evaluate/symbols';
import type { Value } from '../../evaluate/value';
import { listOf } from '../collections';
import { toFlag, toNumber, toText, numberText } from '../types';
import { jsonText } from './json-text';

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly places: number | undefined;
  readonly letter: string;
}

const verb = /%([-+ #0]*)(\d{0,4})(?:\.(\d{0,4}))?(?:\[(\d{1,3})\])?([a-zA-Z%])/g;

/** Evaluates `format(pattern, …)`. Unknown if an argument that it inserts is unknown. */
export function formatText(pattern: string, given: readonly Value[]): Value {
  const parts: (string | Value)[] = [];
  let [last, next] = [0, 0];
  for (const found of pattern.matchAll(verb)) {
    const [all, flags = '', width, places, position, letter = ''] = found;
    parts.push(pattern.slice(last, found.index));
    last = found.index + all.length;
    if (letter === '%') {
      parts.push('%');
      continue;
    }
    if (position !== undefined) next = Number(position) - 1;
    const value = given[next];
    next += 1;
    if (value === undefined) throw evaluationError('documents.evaluation.format');
    const precision = places === undefined ? undefined : Number(places);
    parts.push(written(value, { flags, width: Number(width), places: precision, letter }));
  }
  parts.push(pattern.slice(last));
  return concatenateTexts(parts);
}

/** Evaluates `formatlist(pattern, …)`: a text for each item of the lists. */
export function formatTextList(pattern: string, given: readonly Value[]): Value {
  const lengths = given.flatMap((one) => (one.is === 'array' ? [one.items.length] : []));
  const [length = 1] = lengths;
  if (lengths.some((one) => one !== length)) throw evaluationError('documents.evaluation.pairs');
  const rows = Array.from({ length }, (_, index) =>
    given.map((one) =>
      one.is === 'array' ? (one.items[index] ?? unknownValue({ key: 'unknown.live' })) : one,
    ),
  );
  return listOf(rows.map((row) => formatText(pattern, row)));
}

function written(value: Value, how: Verb): Value {
  if (value.is === 'unknown') return value;
  const text = verbText(value, how);
  return typeof text === 'string' ? textValue(padded(text, how)) : text;
}

function verbText(value: Value, how: Verb): string | Value {
  switch (how.letter) {
    case 'v':
      return plainText(value, how.flags.includes('#'));
    case 's': {
      if (value.is === 'null') return 'null';
      const text = toText(value);
      return text.is === 'text' ? text.value.slice(0, how.places) : text;
    }
    case 'q': {
      const text = toText(value);
      return text.is === 'text' ? JSON.stringify(text.value) : text;
    }
    case 't': {
      const flag = toFlag(value);
      return flag.is === 'flag' ? String(flag.value) : flag;
    }
    default:
      return numeralText(value, how);
  }
}

function plainText(value: Value, isJson: boolean): string | Value {
  if (value.is === 'text' && !isJson) return value.value;
  return jsonText(value) ?? unknownValue({ key: 'unknown.live' });
}

function numeralText(value: Value, { letter, flags, places }: Verb): string | Value {
  const number = toNumber(value);
  if (number.is === 'unknown') return number;
  const size = digitsOf(Math.abs(number.value), letter, places);
  if (size === undefined) throw evaluationError('documents.evaluation.format');
  const sign = number.value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + size;
}

function digitsOf(size: number, letter: string, places: number | undefined): string | undefined {
  switch (letter) {
    case 'd':
      return numberText(Math.trunc(size));
    case 'b':
      return Math.trunc(size).toString(2);
    case 'o':
      return Math.trunc(size).toString(8);
    case 'x':
      return Math.trunc(size).toString(16);
    case 'X':
      return Math.trunc(size).toString(16).toUpperCase();
    case 'f':
      return size.toFixed(Math.min(places ?? 6, 100));
    case 'g':
      return numberText(size);
    default:
      return undefined;
  }
}

/** Verbs that aren't padded with zeros. */
const textVerbs = new Set(['s', 'q', 'v', 't']);

function padded(text: string, { flags, width, letter }: Verb): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || textVerbs.has(letter)) return text.padStart(width);
  const sign = /^[-+ ]/.test(text) ? text.charAt(0) : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
