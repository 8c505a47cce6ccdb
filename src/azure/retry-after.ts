/** Headers of a response. */
interface Headers {
  get(name: string): string | undefined;
}

/** Headers in which Azure states how long to wait, in the order in which the SDK reads them. */
const inMilliseconds = ['retry-after-ms', 'x-ms-retry-after-ms'] as const;
export const waitHeaders = [...inMilliseconds, 'retry-after'] as const;

/** Maximum number of seconds that a response can request. Azure's longest rate limit window is an hour. */
const longest = 3600;

/**
 * Returns the seconds that a response requests to wait; undefined if it requests none, or if the value is invalid.
 * `Retry-After` contains seconds or a date (RFC 9110, 10.2.3). A date is compared with the response's own `Date`,
 * because this computer's clock can be wrong.
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
  // Require a weekday and a comma: the date parser accepts much else, even a negative number.
  if (date === undefined || !/^\s*[A-Z][a-z]{2,8},/.test(date)) return undefined;
  const sentAt = Date.parse(now ?? '');
  const wait = Math.ceil((Date.parse(date) - (Number.isNaN(sentAt) ? Date.now() : sentAt)) / 1000);
  return Number.isNaN(wait) ? undefined : wait;
}
