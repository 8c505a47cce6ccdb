import type { TemplateValue } from './template';

/** What stands in a body beside its own values. */
export interface BodyChanges {
  /** What a property follows instead of its own value, by its name. */
  readonly followed: Readonly<Record<string, TemplateValue>>;
  /** The ID of a check that isn't reported of a property, by its name. */
  readonly ignored?: Readonly<Record<string, string>>;
}

/** A body of the service as a value of a template, word for word but for `changes`. */
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
