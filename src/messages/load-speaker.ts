import { sayFrom, spokenLanguage, type Say } from './say';

/** The speaker for `wanted` (a BCP 47 tag); only the texts of its language are loaded. */
export async function loadSpeaker(wanted: string): Promise<Say> {
  const language = spokenLanguage(wanted);
  if (language === 'fr') return sayFrom((await import('./fr/catalogue')).french, language);
  return sayFrom((await import('./en/catalogue')).english, language);
}
