import type { Prefix } from './prefix';

/**
 * Reads prefixes of a snapshot, in order: sorted, each as the gap since the end of the one before (negative where it
 * nests) and its length, in base 36, parted by spaces. Prefixes, not intervals, because routes go by their length.
 * Throws on anything else, since snapshots are part of the product.
 */
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
