import type { MessageKey } from './en/catalog';
import { format, type Values } from './format';

/** Formats a message's key and values as a sentence in one language. */
export interface Say {
  (key: MessageKey, values?: Values): string;
  /** The language of the sentences, for dates and numbers. */
  readonly language: string;
  /** Checks whether the catalog contains `key`. */
  readonly has: (key: string) => key is MessageKey;
}

/** All texts of a language, by key: the compiler requires every key in each language. */
export type Catalog = Readonly<Record<MessageKey, string>>;

export type Language = 'en' | 'fr';

/** Returns the display language for a tag such as VS Code's, or a locale such as `fr.UTF-8`. Default: English. */
export function displayLanguage(requestedLanguage: string): Language {
  return /^fr(?![a-z])/i.test(requestedLanguage) ? 'fr' : 'en';
}

/** Creates a message formatter for a catalog. A missing text is shown as its key. */
export function sayFrom(catalogue: Partial<Catalog>, language: Language): Say {
  const say = (key: MessageKey, values: Values = {}): string =>
    format(catalogue[key] ?? key, values, language);
  const has = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  return Object.assign(say, { language, has });
}

/** Formats a reason that a pure layer returned. An unknown key is shown as is. */
export function sayReason(
  say: Say,
  reason: { readonly key: string; readonly values?: Values | undefined },
): string {
  return say.has(reason.key) ? say(reason.key, reason.values) : reason.key;
}
