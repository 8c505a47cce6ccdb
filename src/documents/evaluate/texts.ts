import { concatenateTexts } from './symbols';
import { armJsonText } from './json-text';
import { textValue, unknownPartOf, unknownValue } from './make-value';
import type { Value } from './value';

/**
 * Converts a value to text as in an interpolated string. Booleans are `True` and `False` as in .NET, null is an empty
 * text, and the rest is JSON with single quotes.
 */
export function asText(value: Value): Value {
  switch (value.is) {
    case 'text':
    case 'unknown':
      return value;
    case 'number':
      return textValue(String(value.value));
    case 'flag':
      return textValue(value.value ? 'True' : 'False');
    case 'null':
      return textValue('');
    default:
      return asJson(value);
  }
}

function asJson(value: Value): Value {
  const whyUnknown = unknownPartOf(value);
  return whyUnknown === undefined
    ? textValue((armJsonText(value) ?? '').replaceAll('"', "'"))
    : unknownValue(whyUnknown);
}

/** Concatenates values as texts. */
export function joinAsTexts(values: readonly Value[]): Value {
  return concatenateTexts(values.map(asText));
}
