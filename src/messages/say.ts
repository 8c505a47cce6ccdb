import { english, type MessageKey } from './en/catalogue';
import { format, type Values } from './format';
import { french } from './fr/catalogue';

/** Turns a message's key and values into a sentence of one language. */
export interface Say {
  (key: MessageKey, values?: Values): string;
  /** The language the sentences are in, for dates and numbers. */
  readonly language: string;
}

/** Every text of a language, by key: the compiler asks for a key's text in each language. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The speaker for `language` (a BCP 47 tag such as VS Code's); English where we do not speak it. */
export function speaker(language: string): Say {
  const base = baseLanguage(language);
  const spoken = Object.hasOwn(catalogues, base) ? base : 'en';
  const catalogue = catalogues[spoken] ?? english;
  const say = (key: MessageKey, values: Values = {}): string => format(catalogue[key], values, spoken);
  return Object.assign(say, { language: spoken });
}

/** Words a reason that a pure layer returned; a key nobody has worded is shown as it is, never lost. */
export function sayReason(
  say: Say,
  reason: { readonly key: string; readonly values?: Values | undefined },
): string {
  return isMessageKey(reason.key) ? say(reason.key, reason.values) : reason.key;
}

/** True where the catalogue holds `key`. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

const catalogues: Readonly<Record<string, Catalogue>> = { en: english, fr: french };

function baseLanguage(language: string): string {
  return language.toLowerCase().split('-')[0] ?? 'en';
}
