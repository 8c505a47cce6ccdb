import { english } from './en/catalogue';
import { french } from './fr/catalogue';
import { sayFrom, spokenLanguage, type Catalogue, type Language, type Say } from './say';

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, fr: french };

/** The speaker for `wanted` (a BCP 47 tag), with every language at hand: for the page and tests. */
export function speaker(wanted: string): Say {
  const language = spokenLanguage(wanted);
  return sayFrom(catalogues[language], language);
}
