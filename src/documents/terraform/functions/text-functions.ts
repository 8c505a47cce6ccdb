import { evaluationError } from '../../evaluate/errors';
import { flagValue, textValue } from '../../evaluate/make-value';
import { concatenateTexts } from '../../evaluate/symbols';
import type { Value } from '../../evaluate/value';
import { listOf } from '../collections';
import { toText } from '../types';
import { graphemes } from './collection-functions';
import { formatTextList, formatText } from './format-verbs';
import {
  arrayGiven,
  many,
  numberGiven,
  ofArguments,
  textGiven,
  type TerraformFunctions,
} from './terraform-function';

function ofText(compute: (text: string) => string): TerraformFunctions[string] {
  return ofArguments([1], (given) => textValue(compute(textGiven(given, 0))));
}

function ofTwo(compute: (text: string, other: string) => string | boolean): TerraformFunctions[string] {
  return ofArguments([2], (given) => {
    const result = compute(textGiven(given, 0), textGiven(given, 1));
    return typeof result === 'string' ? textValue(result) : flagValue(result);
  });
}

function joined(given: readonly Value[]): Value {
  const separator = textGiven(given, 0);
  const items = given.slice(1).flatMap((_, index) => arrayGiven(given, index + 1).items);
  return concatenateTexts(
    items.flatMap((item, index) => (index === 0 ? [textOf(item)] : [separator, textOf(item)])),
  );
}

function textOf(item: Value): Value {
  if (item.is === 'null') throw evaluationError('terraform.nullInText');
  return toText(item);
}

function substring(given: readonly Value[]): Value {
  const letters = graphemes(textGiven(given, 0));
  const [offset, length] = [numberGiven(given, 1), numberGiven(given, 2)];
  const start = offset < 0 ? Math.max(letters.length + offset, 0) : offset;
  return textValue(letters.slice(start, length < 0 ? undefined : start + length).join(''));
}

function trimmedOf(text: string, letters: string): string {
  const cut = new Set(letters);
  const all = [...text];
  let [start, end] = [0, all.length];
  while (start < end && cut.has(all[start] ?? '')) start += 1;
  while (end > start && cut.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}

function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return text.slice(0, end);
}

function indented(given: readonly Value[]): Value {
  const blanks = ' '.repeat(Math.min(Math.max(numberGiven(given, 0), 0), 1000));
  return textValue(textGiven(given, 1).replaceAll('\n', `\n${blanks}`));
}

function capitalized(text: string): string {
  let isStart = true;
  let written = '';
  for (const letter of text) {
    written += isStart ? letter.toUpperCase() : letter;
    isStart = !/[\p{L}\p{N}_]/u.test(letter);
  }
  return written;
}

/** Converts to uppercase letter by letter: `ß` doesn't have an uppercase letter. */
function upperCased(text: string): string {
  return Array.from(text, (letter) => {
    const upper = letter.toUpperCase();
    return upper.length === letter.length ? upper : letter;
  }).join('');
}

function split(separator: string, text: string): Value {
  const parts = separator === '' ? [...text] : text.split(separator);
  return listOf(parts.map((part) => textValue(part)));
}

/** Functions of texts. */
export const terraformTexts: TerraformFunctions = {
  chomp: ofText(withoutLineEnds),
  endswith: ofTwo((text, end) => text.endsWith(end)),
  format: ofArguments([1, many], (given) => formatText(textGiven(given, 0), given.slice(1))),
  formatlist: ofArguments([1, many], (given) => formatTextList(textGiven(given, 0), given.slice(1))),
  indent: ofArguments([2], indented),
  join: ofArguments([1, many], joined),
  lower: ofText((text) => text.toLowerCase()),
  split: ofArguments([2], (given) => split(textGiven(given, 0), textGiven(given, 1))),
  startswith: ofTwo((text, start) => text.startsWith(start)),
  strcontains: ofTwo((text, part) => text.includes(part)),
  strrev: ofText((text) => graphemes(text).toReversed().join('')),
  substr: ofArguments([3], substring),
  title: ofText(capitalized),
  trim: ofTwo(trimmedOf),
  trimprefix: ofTwo((text, start) => (text.startsWith(start) ? text.slice(start.length) : text)),
  trimspace: ofText((text) => text.trim()),
  trimsuffix: ofTwo((text, end) => (end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text)),
  upper: ofText(upperCased),
};
