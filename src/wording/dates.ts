import type { Say } from '../messages/say';

/** Languages whose everyday date order is not what their bare tag gives. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** An ISO date or time as a person writes it: “19 Mar 2026”. What is no date is given back as it is. */
export function wordDate(say: Say, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(locales[say.language] ?? say.language, options).format(date);
}

/** The local time of day: “12:05”, with seconds where `seconds` are asked for. */
export function wordTime(say: Say, iso: string, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'seconds' ? { second: '2-digit' } : {}),
  };
  return new Intl.DateTimeFormat(locales[say.language] ?? say.language, options).format(new Date(iso));
}

/** Duration in words without guessing: “11 min 24 s”. */
export function wordDuration(say: Say, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return say('duration.seconds', { s: seconds });
  return say('duration.minutes', { min: Math.floor(seconds / 60), s: seconds % 60 });
}
