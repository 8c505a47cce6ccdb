import { onPage as english, type PageKey } from './en/on-page';
import type { Values } from './format';
import { onPage as french } from './fr/on-page';
import { sayFrom, displayLanguage, type Language } from './say';

/** Turns what the page words itself into a sentence of one language. Other keys don't compile in the page. */
export interface PageSay {
  (key: PageKey, values?: Values): string;
  readonly language: string;
}

const texts: Readonly<Record<Language, Readonly<Record<PageKey, string>>>> = { en: english, fr: french };

/** The page's speaker for `wanted` (a BCP 47 tag), with both languages at hand and no text of other surfaces. */
export function pageSpeaker(wanted: string): PageSay {
  const language = displayLanguage(wanted);
  return sayFrom(texts[language], language);
}
