import type { Prefix } from '../../src/core/addresses/prefix';

/** Encodes prefixes as in a snapshot: the input of `decodePrefixes`. */
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
