import { english } from '../../src/messages/en/catalog';
import { french } from './french';
import { sayFrom, displayLanguage, type Catalog, type Language, type Say } from '../../src/messages/say';

const catalogues: Readonly<Record<Language, Catalog>> = { en: english, fr: french };

/** The speaker for `wanted` (a BCP 47 tag), with every language at hand. */
export function speaker(wanted: string): Say {
  const language = displayLanguage(wanted);
  return sayFrom(catalogues[language], language);
}
