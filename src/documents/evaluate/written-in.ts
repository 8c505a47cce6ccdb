import type { Value } from './value';

/** What an id or a name is called, whether it is known or has a symbol alone; null where it has neither. */
export function writtenIn(value: Value): string | null {
  if (value.is === 'text') return value.value;
  return value.is === 'unknown' ? value.symbol : null;
}
