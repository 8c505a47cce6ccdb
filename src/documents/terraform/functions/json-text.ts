import type { Value } from '../../evaluate/value';
import { sortedMembers } from '../collections';
import { numberText } from '../types';

/**
 * Writes a value as JSON like Terraform does: with sorted names, and with `<`, `>`, and `&` escaped. Undefined if a
 * part is unknown.
 */
export function jsonText(value: Value): string | undefined {
  switch (value.is) {
    case 'text':
      return quoted(value.value);
    case 'number':
      return numberText(value.value);
    case 'flag':
      return String(value.value);
    case 'null':
      return 'null';
    case 'unknown':
      return undefined;
    case 'array':
      return value.rest === null ? between('[', value.items.map(jsonText), ']') : undefined;
    case 'object':
      return value.rest === null ? between('{', sortedMembers(value).map(memberText), '}') : undefined;
  }
}

function memberText([key, value]: readonly [string, Value]): string | undefined {
  const text = jsonText(value);
  return text === undefined ? undefined : `${quoted(key)}:${text}`;
}

function between(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
