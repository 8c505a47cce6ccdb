const minutesPerDay = 1440;

/** Formats `minutes` as an ISO 8601 duration, `PT90M`. */
export function durationText(minutes: number): string {
  return `PT${minutes}M`;
}

/**
 * Parses an ISO 8601 duration of days, hours, minutes, and seconds (`P1DT30M`, `PT120S`) to minutes; null for other
 * text.
 */
export function durationMinutes(text: string): number | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!found || !/\d/.test(text)) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((one: string | undefined) => Number(one ?? 0));
  return (days ?? 0) * minutesPerDay + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60;
}
