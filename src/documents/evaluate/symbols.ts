import { EvaluationError, tooComplex } from './errors';
import { textValue, unknownValue } from './make-value';
import { armJsonText } from './json-text';
import type { UnknownValue, Value } from './value';

/** Maximum length of a symbol. Longer ones don't help, and would grow without end. */
const longest = 2_000;

/** Azure rejects templates of more than 4 MB, including the results of their expressions. */
const longestText = 4_000_000;

/** Returns a value's part of a symbol: a text itself, or an unknown value's symbol. Null if it has none. */
export function symbolOf(value: Value): string | null {
  if (value.is === 'text') return value.value;
  if (value.is === 'unknown') return value.symbol;
  return armJsonText(value);
}

/** Returns a symbol, or null if it is too long to be useful. */
export function bounded(symbol: string): string | null {
  return symbol.length > longest ? null : symbol;
}

/** Concatenates texts. The result is known if all are known, or else unknown with the symbols concatenated. */
export function concatenateTexts(parts: Iterable<string | Value>): Value {
  let joined = '';
  let whyUnknown: UnknownValue | null = null;
  let isEachKnown = true;
  for (const part of parts) {
    const name = typeof part === 'string' ? part : symbolOf(part);
    if (name === null) isEachKnown = false;
    else joined += name;
    if (joined.length > longestText) throw new EvaluationError(tooComplex);
    if (typeof part !== 'string' && part.is === 'unknown') whyUnknown ??= part;
  }
  if (whyUnknown === null) return textValue(joined);
  return unknownValue(whyUnknown.because, isEachKnown ? bounded(joined) : null);
}

/**
 * Returns the result of `name(given)` if `whyUnknown` is among the arguments: unknown for the same reason, with the
 * whole call as its symbol.
 */
export function unknownCall(name: string, given: readonly Value[], whyUnknown: UnknownValue): UnknownValue {
  return unknownValue(whyUnknown.because, callSymbol(name, given));
}

/** Returns the symbol `name(a, b)`, with texts in quotes, or null if an argument doesn't have a symbol. */
export function callSymbol(name: string, given: readonly Value[]): string | null {
  const names = given.map((one) => (one.is === 'text' ? `'${one.value}'` : symbolOf(one)));
  if (names.includes(null)) return null;
  // A symbol becomes one segment of an ID, so it must not contain a slash.
  return bounded(`${name.toLowerCase()}(${names.join(', ')})`.replaceAll('/', '∕'));
}

/** Returns a member of an unknown value, with the symbol `symbol.name`. */
export function unknownMember(whole: UnknownValue, name: string): UnknownValue {
  return unknownValue(whole.because, whole.symbol === null ? null : bounded(`${whole.symbol}.${name}`));
}
