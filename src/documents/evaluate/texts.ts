import { concatenateTexts } from './symbols';
import { armJsonText } from './json-text';
import { textValue, unknownPartOf, unknownValue } from './make-value';
import type { Value } from './value';

/**
 * Converts a value to text as in an interpolated string: `True` and `False` as .NET writes them, an empty text for
 * null, and JSON with single quotes for the rest.
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
