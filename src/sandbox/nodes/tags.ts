import { contains, setOfRanges, type IntervalSet } from '../../core/addresses/interval-set';
import { formatPrefix, type Prefix } from '../../core/addresses/prefix';
import { decodeTag } from '../../core/addresses/prefix-text';
import type { TagFile } from './tag-file';

/** Service tags by name, ignoring case. */
export interface TagBook {
  /** All tags as Microsoft spells them. */
  readonly names: readonly string[];
  has(tag: string): boolean;
  contains(tag: string, address: number): boolean;
  /** Returns the tag's IPv4 prefixes in order of address. */
  prefixes(tag: string): readonly Prefix[];
  /** Returns the same prefixes as text. */
  texts(tag: string): readonly string[];
  /** Returns up to `count` addresses, spread over the tag's prefixes, as destinations of nodes that call the tag. */
  samples(tag: string, count: number): readonly number[];
}

interface OpenTag {
  readonly prefixes: readonly Prefix[];
  readonly texts: readonly string[];
  readonly set: IntervalSet;
}

const noTag: OpenTag = { prefixes: [], texts: [], set: setOfRanges([]) };

const kept = new WeakMap<TagFile, TagBook>();

/** Returns the tag book of a file. All sandboxes share it, because it is never modified. */
export function tagBookOf(file: TagFile): TagBook {
  const tagBook = kept.get(file) ?? createTagBook(file);
  kept.set(file, tagBook);
  return tagBook;
}

function createTagBook(file: TagFile): TagBook {
  const names = new Map(Object.keys(file.tags).map((name) => [name.toLowerCase(), name]));
  const opened = new Map<string, OpenTag>();
  const open = (tag: string): OpenTag => {
    const key = tag.toLowerCase();
    const name = names.get(key);
    if (name === undefined) return noTag;
    const tagOpened = opened.get(key) ?? openTag(decodeTag(file.tags, name));
    opened.set(key, tagOpened);
    return tagOpened;
  };
  return {
    names: [...names.values()],
    has: (tag) => names.has(tag.toLowerCase()),
    prefixes: (tag) => open(tag).prefixes,
    texts: (tag) => open(tag).texts,
    contains: (tag, address) => contains(open(tag).set, address),
    samples: (tag, count) => spread(open(tag).prefixes, count),
  };
}

function openTag(prefixes: readonly Prefix[]): OpenTag {
  return { prefixes, texts: prefixes.map(formatPrefix), set: setOfRanges(prefixes) };
}

/** Returns an address of each of evenly spaced prefixes, including the first and the last. */
function spread(prefixes: readonly Prefix[], count: number): number[] {
  const picks = Math.min(count, prefixes.length);
  const found: number[] = [];
  for (let pick = 0; pick < picks; pick += 1) {
    const place = picks === 1 ? 0 : Math.round((pick * (prefixes.length - 1)) / (picks - 1));
    const prefix = prefixes[place];
    if (prefix) found.push(prefix.first === prefix.last ? prefix.first : prefix.first + 1);
  }
  return found;
}
