import { EvaluationError, tooComplex } from './errors';
import { textValue, unknownValue } from './make-value';
import { armJsonText } from './json-text';
import type { UnknownValue, Value } from './value';

/** Longer symbols tell nobody anything and would grow without end. */
const longest = 2_000;

/** Azure takes no template of more than 4 MB, with all that its expressions come to. */
const longestText = 4_000_000;

/** What a value is called inside a symbol: a text itself, what is unknown by its symbol; null where it has none. */
export function symbolOf(value: Value): string | null {
  if (value.is === 'text') return value.value;
  if (value.is === 'unknown') return value.symbol;
  return armJsonText(value);
}

/** A symbol that is not too long to tell anything; else null. */
export function bounded(symbol: string): string | null {
  return symbol.length > longest ? null : symbol;
}

/** Texts put together: known where all are, else unknown with the symbols put together. */
export function concatenateTexts(parts: Iterable<string | Value>): Value {
  let joined = '';
  let whyUnknown: UnknownValue | null = null;
  let isTold = true;
  for (const part of parts) {
    const name = typeof part === 'string' ? part : symbolOf(part);
    if (name === null) isTold = false;
    else joined += name;
    if (joined.length > longestText) throw new EvaluationError(tooComplex);
    if (typeof part !== 'string' && part.is === 'unknown') whyUnknown ??= part;
  }
  if (whyUnknown === null) return textValue(joined);
  return unknownValue(whyUnknown.because, isTold ? bounded(joined) : null);
}

/** What `name(given)` comes to where `whyUnknown` is among the given: unknown for its reason, told by the whole call. */
export function unknownCall(name: string, given: readonly Value[], whyUnknown: UnknownValue): UnknownValue {
  return unknownValue(whyUnknown.because, callSymbol(name, given));
}

/** `name(a, b)` with texts in quotes; null where a part has no name. */
export function callSymbol(name: string, given: readonly Value[]): string | null {
  const names = given.map((one) => (one.is === 'text' ? `'${one.value}'` : symbolOf(one)));
  if (names.includes(null)) return null;
  // A symbol becomes one segment of an id, so it may not look like several.
  return bounded(`${name.toLowerCase()}(${names.join(', ')})`.replaceAll('/', '∕'));
}

/** A part of something unknown: `symbol.name`. */
export function unknownMember(whole: UnknownValue, name: string): UnknownValue {
  return unknownValue(whole.because, whole.symbol === null ? null : bounded(`${whole.symbol}.${name}`));
}
