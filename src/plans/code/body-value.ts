import type { TemplateValue } from './template';

/** Changes to a request body when it's converted to a template. */
export interface BodyChanges {
  /** Template values that replace a property's own value, by property name. */
  readonly followed: Readonly<Record<string, TemplateValue>>;
  /** The ID of a check that isn't reported for a property, by property name. */
  readonly ignored?: Readonly<Record<string, string>>;
}

/** Converts a request body to a template value, unchanged except for `changes`. */
export function bodyValue(plain: unknown, changes: BodyChanges): TemplateValue {
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return plain;
  if (Array.isArray(plain)) return plain.map((one: unknown) => bodyValue(one, changes));
  const { followed, ignored = {} } = changes;
  const fields = Object.entries(plain as Record<string, unknown>);
  const quiet = Object.entries(ignored).filter(([name]) => fields.some(([field]) => field === name));
  return {
    is: 'object',
    fields: Object.fromEntries(
      fields.map(([name, value]) => [name, followed[name] ?? bodyValue(value, changes)] as const),
    ),
    ...(quiet.length > 0 ? { ignored: Object.fromEntries(quiet) } : {}),
  };
}
