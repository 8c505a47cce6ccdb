import type { TagCatalog } from './tag-catalog';

/** Microsoft publishes the list each week, and new prefixes are used a week later (service tags overview, 2023-01-26). */
const mostDays = 60;
const dayInMs = 24 * 60 * 60 * 1000;

/** The list, marked where it's older than 60 days on the day of `today` (ISO date or time); one without a date isn't. */
export function withAge(tags: TagCatalog, today: string): TagCatalog {
  const age = Date.parse(today) - Date.parse(tags.date);
  return age > mostDays * dayInMs ? { ...tags, isOld: true } : tags;
}
