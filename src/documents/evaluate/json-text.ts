import type { Value } from './value';

/** Writes a value as ARM's JSON, without spaces, or returns null if a part of it isn't known. */
export function armJsonText(value: Value): string | null {
  switch (value.is) {
    case 'text':
      return JSON.stringify(value.value);
    case 'number':
    case 'flag':
      return String(value.value);
    case 'null':
      return 'null';
    case 'array':
      return value.rest === null ? between('[', value.items.map(armJsonText), ']') : null;
    case 'object':
      return value.rest === null ? between('{', [...value.members].map(memberText), '}') : null;
    case 'unknown':
      return null;
  }
}

function memberText([key, value]: readonly [string, Value]): string | null {
  const written = armJsonText(value);
  return written === null ? null : `${JSON.stringify(key)}:${written}`;
}

function between(open: string, parts: readonly (string | null)[], close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`;
}
