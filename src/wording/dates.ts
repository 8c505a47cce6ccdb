import type { Say } from '../messages/say';

/** Languages whose everyday date order is not what their bare tag gives. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** A format takes longer to make than a whole board of dates to write. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string): Intl.DateTimeFormat {
  const kept = dateFormats.get(language);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locales[language] ?? language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  dateFormats.set(language, made);
  return made;
}

/** An ISO date or time as a person writes it: “19 Mar 2026”. What is no date is given back as it is. */
export function formatDate(say: Say, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dateFormat(say.language).format(date);
}

/**
 * The local time of day: “12:05”, with seconds where `seconds` are asked for. What is no time is given back as it is.
 */
export function formatTime(say: Say, iso: string, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'seconds' ? { second: '2-digit' } : {}),
  };
  return new Intl.DateTimeFormat(locales[say.language] ?? say.language, options).format(time);
}

/** Duration in words without guessing: “11 min 24 s”. */
export function formatDuration(say: Say, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return say('duration.seconds', { s: seconds });
  return say('duration.minutes', { min: Math.floor(seconds / 60), s: seconds % 60 });
}
