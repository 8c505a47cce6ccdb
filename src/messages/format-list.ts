import type { Say } from './say';

/** Formats a list in the language of `say`: “a, b, and c”. */
export function formatList({ language }: Pick<Say, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(language).format(items);
}
