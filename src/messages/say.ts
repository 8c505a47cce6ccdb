import type { MessageKey } from './en/catalog';
import { format, type Values } from './format';

/** Turns a message's key and values into a sentence of one language. */
export interface Say {
  (key: MessageKey, values?: Values): string;
  /** The language the sentences are in, for dates and numbers. */
  readonly language: string;
  /** True where the catalogue words `key`. */
  readonly has: (key: string) => key is MessageKey;
}

/** Every text of a language, by key: the compiler asks for a key's text in each language. */
export type Catalog = Readonly<Record<MessageKey, string>>;

export type Language = 'en' | 'fr';

/** The language that is spoken where `wanted` is (a BCP 47 tag such as VS Code's): English where we do not speak it. */
export function displayLanguage(wanted: string): Language {
  return wanted.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
}

/** Speaks from one catalogue; a text that is not there yet is shown by its key, never lost. */
export function sayFrom(catalogue: Partial<Catalog>, language: Language): Say {
  const say = (key: MessageKey, values: Values = {}): string =>
    format(catalogue[key] ?? key, values, language);
  const has = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  return Object.assign(say, { language, has });
}

/** Words a reason that a pure layer returned; a key nobody has worded is shown as it is, never lost. */
export function sayReason(
  say: Say,
  reason: { readonly key: string; readonly values?: Values | undefined },
): string {
  return say.has(reason.key) ? say(reason.key, reason.values) : reason.key;
}
