import type { Prefix } from './prefix';

/**
 * Prefixes as short text for snapshots: sorted, each as the gap since the end of the one before (negative where it
 * nests) and its length, in base 36, parted by spaces. Prefixes, not intervals, because routes go by their length.
 */
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

/** Reads what `encodePrefixes` wrote, in order; throws on anything else, since snapshots are part of the product. */
export function decodePrefixes(text: string): Prefix[] {
  const words = text === '' ? [] : text.split(' ');
  const prefixes: Prefix[] = [];
  let next = 0;
  for (let at = 0; at < words.length; at += 2) {
    const length = parseInt(words[at + 1] ?? '', 36);
    const first = next + parseInt(words[at] ?? '', 36);
    next = first + 2 ** (32 - length);
    if (!(length <= 32 && first >= 0 && next <= 2 ** 32)) {
      throw new Error(`Not encoded prefixes, from word ${at}`);
    }
    prefixes.push({ first, last: next - 1, length });
  }
  return prefixes;
}
