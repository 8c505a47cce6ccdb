/**
 * A text a person will read, as the key of a message and the values that go into it.
 * Pure layers never hold sentences; `messages` turns a reason into one language.
 */
export interface Reason {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Shorthand: the reason `key` with its `values`. */
export function reason(key: string, values?: Readonly<Record<string, string | number>>): Reason {
  return values === undefined ? { key } : { key, values };
}
