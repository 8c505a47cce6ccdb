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

type EncodedTags = Readonly<Record<string, string>>;

/**
 * Decodes the prefixes of a tag in a snapshot, in order. A text that starts with `*` omits those of the tag's regional
 * tags (`Storage.WestEurope` for `Storage`).
 */
export function decodeTag(tags: EncodedTags, tag: string): Prefix[] {
  const text = tags[tag] ?? '';
  if (!text.startsWith('*')) return decodePrefixes(text);
  const parts = (partsOf(tags).get(tag) ?? []).map((name) => tags[name] ?? '');
  return inOrder([text, ...parts].flatMap((one) => decodePrefixes(one.replace(/^\* ?/, ''))));
}

/** Tags by the beginning of their names, cached because each tag with regional tags needs its own. */
const partsOfTags = new WeakMap<EncodedTags, ReadonlyMap<string, readonly string[]>>();

function partsOf(tags: EncodedTags): ReadonlyMap<string, readonly string[]> {
  const before = partsOfTags.get(tags);
  if (before) return before;
  const parts = new Map<string, string[]>();
  for (const name of Object.keys(tags)) {
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const base = name.slice(0, dot);
      const others = parts.get(base);
      if (others) others.push(name);
      else parts.set(base, [name]);
    }
  }
  partsOfTags.set(tags, parts);
  return parts;
}

/** More than the length of any prefix. */
const lengths = 64;

/** Returns each prefix once, in order. A number sorts much faster than a pair: the first address, then the length. */
function inOrder(prefixes: readonly Prefix[]): Prefix[] {
  const keys = new Float64Array(prefixes.length);
  prefixes.forEach(({ first, length }, at) => (keys[at] = first * lengths + length));
  const sorted: Prefix[] = [];
  let before = -1;
  for (const key of keys.sort()) {
    if (key === before) continue;
    before = key;
    const length = key % lengths;
    const first = (key - length) / lengths;
    sorted.push({ first, last: first + 2 ** (32 - length) - 1, length });
  }
  return sorted;
}
