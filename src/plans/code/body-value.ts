import { object, type Value } from './template';

/**
 * A body of the service as a value of a template, word for word; properties named in `followed` follow what stands
 * there instead.
 */
export function bodyValue(plain: unknown, followed: Readonly<Record<string, Value>>): Value {
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return plain;
  const fields = Object.entries(plain as Record<string, unknown>);
  return object(
    Object.fromEntries(
      fields.map(([name, value]) => [name, followed[name] ?? bodyValue(value, followed)] as const),
    ),
  );
}
