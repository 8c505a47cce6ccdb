import type { Value } from './value';

/** Returns an ID or a name as text: its known value, or its symbol. Null if it has neither. */
export function writtenIn(value: Value): string | null {
  if (value.is === 'text') return value.value;
  return value.is === 'unknown' ? value.symbol : null;
}
