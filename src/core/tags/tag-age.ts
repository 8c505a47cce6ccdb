import type { TagCatalog } from './tag-catalog';

/**
 * Maximum age in days. Microsoft publishes the list each week, and uses new prefixes a week later (service tags
 * overview, 2023-01-26).
 */
const mostDays = 60;
const dayInMs = 24 * 60 * 60 * 1000;

/**
 * Returns the list, marked if it's older than 60 days on the day of `today` (ISO date or time). A list without a date
 * is never marked.
 */
export function withAge(tags: TagCatalog, today: string): TagCatalog {
  const age = Date.parse(today) - Date.parse(tags.date);
  return age > mostDays * dayInMs ? { ...tags, isOld: true } : tags;
}
