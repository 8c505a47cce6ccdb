/** Headers of an answer. */
interface Headers {
  get(name: string): string | undefined;
}

/** Where Azure says how long to wait, in the order in which the SDK reads them. */
const inMilliseconds = ['retry-after-ms', 'x-ms-retry-after-ms'] as const;
export const waitHeaders = [...inMilliseconds, 'retry-after'] as const;

/** Seconds, at most, that an answer can ask for; Azure counts requests by the hour at the longest. */
const longest = 3600;

/**
 * Seconds that an answer asks to wait; undefined where it asks for none, or for what is no time. `Retry-After` holds
 * seconds or a date (RFC 9110, 10.2.3). A date counts from the answer's own `Date`: this computer's clock can be wrong.
 */
export function retryAfterSeconds(headers: Headers | undefined): number | undefined {
  const milliseconds = inMilliseconds
    .map((name) => numberIn(headers?.get(name)))
    .find((one) => one !== undefined);
  if (milliseconds !== undefined) return Math.min(milliseconds / 1000, longest);
  const text = headers?.get('retry-after');
  const seconds = numberIn(text) ?? secondsUntil(text, headers?.get('date'));
  return seconds === undefined ? undefined : Math.min(Math.max(0, seconds), longest);
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

function secondsUntil(date: string | undefined, now: string | undefined): number | undefined {
  // Three letters and a comma: the parser of dates takes much else for one, a negative number too.
  if (date === undefined || !/^\s*[A-Z][a-z]{2,8},/.test(date)) return undefined;
  const told = Date.parse(now ?? '');
  const wait = Math.ceil((Date.parse(date) - (Number.isNaN(told) ? Date.now() : told)) / 1000);
  return Number.isNaN(wait) ? undefined : wait;
}
