import english from './en/file-preview-page.json';
import type { Values } from './format';
import french from './fr/file-preview-page.json';
import { sayFrom, displayLanguage, type Language } from './say';

type ChangesPreviewKey = keyof typeof english;

/** Formats the messages of the page next to a diff in one language. */
export interface ChangesPreviewSay {
  (key: ChangesPreviewKey, values?: Values): string;
  readonly language: string;
}

const texts: Readonly<Record<Language, Readonly<Record<ChangesPreviewKey, string>>>> = {
  en: english,
  fr: french,
};

/** Creates the message formatter of the page next to a diff, without texts of the wizard's page. */
export function changesPreviewMessages(requestedLanguage: string): ChangesPreviewSay {
  const language = displayLanguage(requestedLanguage);
  return sayFrom(texts[language], language);
}
