import type { JsonText } from './json-node';

/** Where each character of a JSON text stands in the file, escapes counted. */
export interface TextPlaces {
  /** Offset in the file of the character `index` of the text; of its length: of the closing quote. */
  at(index: number): number;
}

/** The places of the characters of `node`, which stands in `source`. */
export function placesOf(source: string, node: JsonText): TextPlaces {
  const first = node.start + 1;
  const raw = source.slice(first, node.end);
  if (!raw.slice(0, node.value.length).includes('\\')) return { at: (index) => first + index };
  const offsets: number[] = [];
  for (let at = 0; offsets.length < node.value.length;) {
    offsets.push(first + at);
    at += lengthAt(raw, at);
  }
  const last = offsets.at(-1) ?? first;
  const end = last + lengthAt(raw, last - first);
  return { at: (index) => offsets[index] ?? end };
}

function lengthAt(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}
