import type { Catalog, Say } from './say';
import { sayFrom, displayLanguage } from './say';

/** A speaker whose rarer texts come when they are asked for. */
export interface LoadedSpeaker {
  readonly say: Say;
  /** Resolves once every text is at hand; whatever is loaded when it is used waits for it. */
  whole(): Promise<void>;
}

/** The speaker for `wanted` (a BCP 47 tag); only the texts of its language are loaded, and at first the early ones. */
export async function loadSpeaker(wanted: string): Promise<LoadedSpeaker> {
  const language = displayLanguage(wanted);
  const texts: Partial<Record<keyof Catalog, string>> = { ...(await earlyTexts(language)) };
  return {
    say: sayFrom(texts, language),
    whole: async () => void Object.assign(texts, await lateTexts(language)),
  };
}

/** The speaker for `wanted` with every text of its language, and of no other. */
export async function loadWholeSpeaker(wanted: string): Promise<Say> {
  const { say, whole } = await loadSpeaker(wanted);
  await whole();
  return say;
}

async function earlyTexts(language: string): Promise<Partial<Catalog>> {
  return language === 'fr' ? (await import('./fr/early')).early : (await import('./en/early')).early;
}

async function lateTexts(language: string): Promise<Partial<Catalog>> {
  return language === 'fr' ? (await import('./fr/late')).late : (await import('./en/late')).late;
}
