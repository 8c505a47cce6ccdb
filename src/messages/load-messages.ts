import type { Catalog, Say } from './say';
import { sayFrom, displayLanguage } from './say';

/** A message formatter whose rarely used texts load on demand. */
export interface LoadedMessages {
  readonly say: Say;
  /** Resolves once all texts are loaded. Features that load on demand wait for it. */
  loadAll(): Promise<void>;
}

/**
 * Loads the message formatter for `wanted` (a BCP 47 tag), with the texts of one language, and first only the early
 * ones.
 */
export async function loadMessages(requestedLanguage: string): Promise<LoadedMessages> {
  const language = displayLanguage(requestedLanguage);
  const texts: Partial<Record<keyof Catalog, string>> = { ...(await earlyTexts(language)) };
  return {
    say: sayFrom(texts, language),
    loadAll: async () => void Object.assign(texts, await lateTexts(language)),
  };
}

/** Loads the message formatter for `wanted` with all texts of its language, and no others. */
export async function loadAllMessages(requestedLanguage: string): Promise<Say> {
  const { say, loadAll } = await loadMessages(requestedLanguage);
  await loadAll();
  return say;
}

async function earlyTexts(language: string): Promise<Partial<Catalog>> {
  return language === 'fr' ? (await import('./fr/early')).early : (await import('./en/early')).early;
}

async function lateTexts(language: string): Promise<Partial<Catalog>> {
  return language === 'fr' ? (await import('./fr/late')).late : (await import('./en/late')).late;
}
