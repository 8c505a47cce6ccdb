import { english } from '../../src/messages/en/catalog';
import { french } from './french';
import type { MessageKey } from '../../src/messages/en/catalog';
import type { Values } from '../../src/messages/format';
import { sayFrom, displayLanguage, type Catalog, type Language, type Say } from '../../src/messages/say';

const catalogues: Readonly<Record<Language, Catalog>> = { en: english, fr: french };

/**
 * Returns the message formatter for `wanted` (a BCP 47 tag), with every language loaded. Throws if a text has a
 * placeholder without a value: users would see the name of the placeholder.
 */
export function messagesIn(wanted: string): Say {
  const language = displayLanguage(wanted);
  const catalog = catalogues[language];
  const own = sayFrom(catalog, language);
  const say = (key: MessageKey, values: Values = {}): string => {
    const names = [...catalog[key].matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
    const missing = names.filter((name) => values[name] === undefined);
    if (missing.length > 0) throw new Error(`${key} gets no value for ${missing.join(', ')}`);
    return own(key, values);
  };
  return Object.assign(say, { language: own.language, has: own.has });
}
