import type { Say } from '../messages/say';

/** Locales for languages whose usual date format differs from that of their plain tag. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Cache of formats, because creating one takes longer than formatting all dates of Readiness. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string): Intl.DateTimeFormat {
  const kept = dateFormats.get(language);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat(locales[language] ?? language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  dateFormats.set(language, format);
  return format;
}

/** Formats an ISO date or time: “19 Mar 2026”. Returns an invalid date unchanged. */
export function formatDate(say: Say, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dateFormat(say.language).format(date);
}

/**
 * Formats the local time of day: “12:05”, with seconds if `precision` requires them. Returns an invalid time unchanged.
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

/** Formats the local date and time of day: “27 Nov 2026, 14:02”. Returns an invalid time unchanged. */
export function formatDateTime(say: Say, iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const parts: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(locales[say.language] ?? say.language, parts).format(time);
}

/** Formats a duration exactly: “11 min 24 s”. */
export function formatDuration(say: Say, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return say('duration.seconds', { s: seconds });
  return say('duration.minutes', { min: Math.floor(seconds / 60), s: seconds % 60 });
}
