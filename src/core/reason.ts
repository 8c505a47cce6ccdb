/** Values of a text. A list is formatted as in the reader's language. */
export type ReasonValues = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * A text for the user, as the key of a message and its values. Pure layers never contain sentences; `messages` formats
 * a reason in a language.
 */
export interface Reason {
  readonly key: string;
  readonly values?: ReasonValues;
}

/** Creates the reason `key` with its `values`. */
export function reason(key: string, values?: ReasonValues): Reason {
  return values === undefined ? { key } : { key, values };
}
