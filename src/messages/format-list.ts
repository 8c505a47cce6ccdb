import type { Say } from './say';

/** “a, b, and c”, as the language of `say` writes it. */
export function formatList({ language }: Say, items: readonly string[]): string {
  return new Intl.ListFormat(language).format(items);
}
