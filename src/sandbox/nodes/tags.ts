import { contains, setOfRanges, type IntervalSet } from '../../core/addresses/interval-set';
import { parsePrefix, type Prefix } from '../../core/addresses/prefix';
import type { TagFile } from './tag-file';

/** Service tags by name, compared without regard to case. */
export interface TagBook {
  has(tag: string): boolean;
  contains(tag: string, address: number): boolean;
  /** The tag's IPv4 prefixes in order of address. */
  prefixes(tag: string): readonly Prefix[];
  /** Up to `count` addresses spread over the tag's prefixes: whom nodes talk to when they talk to the tag. */
  samples(tag: string, count: number): readonly number[];
}

interface OpenTag {
  readonly prefixes: readonly Prefix[];
  readonly set: IntervalSet;
}

const noTag: OpenTag = { prefixes: [], set: setOfRanges([]) };

export function createTagBook(file: TagFile): TagBook {
  const written = new Map(
    file.values.map((entry) => [entry.name.toLowerCase(), entry.properties.addressPrefixes]),
  );
  const opened = new Map<string, OpenTag>();
  const open = (tag: string): OpenTag => {
    const key = tag.toLowerCase();
    const texts = written.get(key);
    if (!texts) return noTag;
    const kept = opened.get(key) ?? openTag(texts);
    opened.set(key, kept);
    return kept;
  };
  return {
    has: (tag) => written.has(tag.toLowerCase()),
    prefixes: (tag) => open(tag).prefixes,
    contains: (tag, address) => contains(open(tag).set, address),
    samples: (tag, count) => spread(open(tag).prefixes, count),
  };
}

function openTag(texts: readonly string[]): OpenTag {
  const prefixes = texts.map(parsePrefix).filter((prefix) => prefix !== undefined);
  prefixes.sort((left, right) => left.first - right.first);
  return { prefixes, set: setOfRanges(prefixes) };
}

/** An address of each of evenly spaced prefixes, the first and the last prefix among them. */
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
