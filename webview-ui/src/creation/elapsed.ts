import type { PageSay } from '@messages/page-say';

/** Locales for languages whose usual time format differs from that of their plain tag. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Formats a duration in milliseconds: “24 s”, “11 min 24 s”, “1 h 5 min”. */
export function sayElapsed(say: PageSay, milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return say('creation.seconds', { s: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say('creation.minutes', { min: minutes, s: seconds % 60 });
  return say('creation.hours', { h: Math.floor(minutes / 60), min: minutes % 60 });
}

/** Formats a local time: “12:07:40”, or “12:07” for minutes. */
export function sayTime(
  say: Pick<PageSay, 'language'>,
  time: string | number,
  precision: 'minutes' | 'seconds' = 'seconds',
): string {
  const locale = locales[say.language] ?? say.language;
  const timeStyle = precision === 'seconds' ? 'medium' : 'short';
  return new Intl.DateTimeFormat(locale, { timeStyle }).format(new Date(time));
}
