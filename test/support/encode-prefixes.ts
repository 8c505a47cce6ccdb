import type { Prefix } from '../../src/core/addresses/prefix';

/** Prefixes as a snapshot holds them: what `decodePrefixes` reads. */
export function encodePrefixes(prefixes: readonly Prefix[]): string {
  let next = 0;
  return [...prefixes]
    .sort((a, b) => a.first - b.first || a.length - b.length)
    .map(({ first, last, length }) => {
      const gap = first - next;
      next = last + 1;
      return `${gap.toString(36)} ${length.toString(36)}`;
    })
    .join(' ');
}
