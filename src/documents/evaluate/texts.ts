import { joinTexts } from './symbols';
import { jsonText } from './json-text';
import { text, unknownIn, unknown } from './make-value';
import type { Value } from './value';

/**
 * What a value is inside a text: `True` and `False` as .NET writes them, nothing for null, JSON with single quotes for the
 * rest.
 */
export function asText(value: Value): Value {
  switch (value.is) {
    case 'text':
    case 'unknown':
      return value;
    case 'number':
      return text(String(value.value));
    case 'flag':
      return text(value.value ? 'True' : 'False');
    case 'null':
      return text('');
    default:
      return asJson(value);
  }
}

function asJson(value: Value): Value {
  const doubt = unknownIn(value);
  return doubt === undefined ? text((jsonText(value) ?? '').replaceAll('"', "'")) : unknown(doubt);
}

/** Values put together to one text. */
export function joinAsTexts(values: readonly Value[]): Value {
  return joinTexts(values.map(asText));
}
