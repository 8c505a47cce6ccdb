import { onPage as english, type PageKey } from './en/on-page';
import type { Values } from './format';
import { onPage as french } from './fr/on-page';
import { sayFrom, displayLanguage, type Language } from './say';

/** Formats the page's own messages in one language. Other keys don't compile in the page. */
export interface PageSay {
  (key: PageKey, values?: Values): string;
  readonly language: string;
}

const texts: Readonly<Record<Language, Readonly<Record<PageKey, string>>>> = { en: english, fr: french };

/**
 * Creates the page's message formatter for `wanted` (a BCP 47 tag), with both languages but without texts of other
 * surfaces.
 */
export function pageMessages(requestedLanguage: string): PageSay {
  const language = displayLanguage(requestedLanguage);
  return sayFrom(texts[language], language);
}
