import type { Prefix } from './prefix';

/**
 * Decodes prefixes of a snapshot. They are sorted and separated by spaces. Each is the gap from the end of the previous
 * prefix (negative if it nests) and its length, in base 36. They are prefixes instead of intervals, because routes
 * depend on their length. Throws on invalid text, because snapshots are part of the product.
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

/**
 * Decodes the prefixes of a tag in a snapshot, in order. A text that starts with `*` omits those of the tag's regional
 * tags (`Storage.WestEurope` for `Storage`).
 */
export function decodeTag(tags: Readonly<Record<string, string>>, tag: string): Prefix[] {
  const text = tags[tag] ?? '';
  if (!text.startsWith('*')) return decodePrefixes(text);
  const parts = Object.keys(tags).filter((name) => name.startsWith(`${tag}.`));
  const prefixes = [decodePrefixes(text.slice(2)), ...parts.map((part) => decodeTag(tags, part))].flat();
  prefixes.sort((a, b) => a.first - b.first || a.length - b.length);
  return prefixes.filter(({ first, length }, at) => {
    const before = prefixes[at - 1];
    return before?.first !== first || before.length !== length;
  });
}
