/** What a text is given; a list is written as lists are in the reader's language. */
export type ReasonValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * A text a person will read, as the key of a message and the values that go into it.
 * Pure layers never hold sentences; `messages` turns a reason into one language.
 */
export interface Reason {
  readonly key: string;
  readonly values?: ReasonValues;
}

/** Shorthand: the reason `key` with its `values`. */
export function reason(key: string, values?: ReasonValues): Reason {
  return values === undefined ? { key } : { key, values };
}
