import { setOfRanges, type IntervalSet } from '../addresses/interval-set';
import { parsePrefix, type Prefix } from '../addresses/prefix';
import { tagRegionOf } from '../azure-facts/region-codes';
import type { Cloud } from '../network/model';
import { reason, type Reason } from '../reason';
import { isUnstated } from '../unstated-region';

/** The service tags of one cloud at one time. Names compare without regard to case, as Azure's do. */
export interface TagCatalog {
  readonly cloud: Cloud;
  /** ISO date or time of the list. */
  readonly date: string;
  readonly changeNumber: string;
  /** The list is more than 60 days old: prefixes may have changed since. */
  readonly isOld?: true;
  /** What regions that files don't state are taken for (see `bindRegions`). */
  readonly regions?: ReadonlyMap<string, string>;
  /** Every tag as Microsoft spells it. */
  readonly names: readonly string[];
  /** IPv4 addresses of a tag; the same array each time, and for tags that hold the same addresses. */
  lookup(tag: string): IntervalSet | undefined;
  /** IPv4 prefixes as published, in order: routes go by their length. */
  prefixes(tag: string): readonly Prefix[] | undefined;
  /** The tag as Microsoft spells it. */
  spelling(tag: string): string | undefined;
}

/** The day of the list, without a time; its number where its day is not known. */
export function dayOf({ date, changeNumber }: Pick<TagCatalog, 'date' | 'changeNumber'>): string {
  return date.slice(0, 10) || changeNumber;
}

/** Why nothing is known of what a rule or route names: a tag that the list lacks, or no address at all. */
export function notInList(named: string, tags: Pick<TagCatalog, 'date' | 'changeNumber'>): Reason {
  if (isUnstated(named)) return reason('unknown.tagRegion', { tag: named });
  return /^[a-z]/i.test(named)
    ? reason('unknown.tag', { tag: named, date: dayOf(tags) })
    : reason('unknown.address', { address: named });
}

/** What a catalogue is made of: for every tag, how to read its prefixes when it is first asked for. */
export interface TagSource {
  readonly cloud: Cloud;
  readonly date: string;
  readonly changeNumber: string;
  readonly tags: ReadonlyMap<string, () => readonly Prefix[]>;
}

interface OpenTag {
  readonly prefixes: readonly Prefix[];
  readonly set: IntervalSet;
}

/** A catalogue that reads a tag's prefixes when they are first asked for. */
export function createTagCatalog({ cloud, date, changeNumber, tags }: TagSource): TagCatalog {
  const spellings = new Map([...tags.keys()].map((name) => [name.toLowerCase(), name]));
  const opened = new Map<string, OpenTag>();
  const interned = new Map<string, IntervalSet>();

  function open(tag: string): OpenTag | undefined {
    const name = spellings.get(tag.toLowerCase());
    if (name === undefined) return undefined;
    const before = opened.get(name);
    if (before) return before;
    const prefixes = tags.get(name)?.() ?? [];
    const made = { prefixes, set: intern(setOfRanges(prefixes)) };
    opened.set(name, made);
    return made;
  }

  function intern(set: IntervalSet): IntervalSet {
    const key = set.join(' ');
    const same = interned.get(key) ?? set;
    interned.set(key, same);
    return same;
  }

  return {
    cloud,
    date,
    changeNumber,
    names: [...spellings.values()],
    lookup: (tag) => open(tag)?.set,
    prefixes: (tag) => open(tag)?.prefixes,
    spelling: (tag) => spellings.get(tag.toLowerCase()),
  };
}

/** `Storage.WestEurope` for Storage and `westeurope`; undefined where the list has no such regional form. */
export function regionalTag(tags: TagCatalog, tag: string, location: string): string | undefined {
  return tags.spelling(`${tag}.${tagRegionOf(tag, location)}`);
}

/** Prefixes per tag as Azure lists them live. */
export interface LiveTags {
  readonly changeNumber: string;
  /** ISO time of the answer. */
  readonly readAt: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What is asked of the live list: some callers, and some regions, are given a part of it or nothing. */
export interface TagQuery {
  /** Tags that are needed wherever the shipped list holds them. */
  readonly needed: readonly string[];
  /** The region whose forms of them are needed too. */
  readonly location: string;
}

/** The live list as a catalog; undefined where required tags are missing, because checks would use empty sets. */
export function liveTagCatalog(
  live: LiveTags,
  shipped: TagCatalog,
  wanted: TagQuery,
): TagCatalog | undefined {
  const listed = new Map(Object.entries(live.tags).map(([name, texts]) => [name.toLowerCase(), texts]));
  const isListed = (tag: string): boolean => (listed.get(tag.toLowerCase())?.length ?? 0) > 0;
  if (!tagsOf(shipped, wanted).every(isListed)) return undefined;
  if (live.changeNumber === shipped.changeNumber) return shipped;
  const tags = new Map(
    Object.entries(live.tags).map(([name, texts]) => [name, () => readPrefixes(texts)] as const),
  );
  return createTagCatalog({
    cloud: shipped.cloud,
    date: live.readAt,
    changeNumber: live.changeNumber,
    tags,
  });
}

function tagsOf(shipped: TagCatalog, { needed, location }: TagQuery): readonly string[] {
  return needed.flatMap((tag) =>
    [shipped.spelling(tag), regionalTag(shipped, tag, location)].filter((one) => one !== undefined),
  );
}

/** IPv4 prefixes among `texts`, sorted by first address, shorter first. */
export function readPrefixes(texts: readonly string[]): Prefix[] {
  return texts
    .map(parsePrefix)
    .filter((prefix) => prefix !== undefined)
    .sort((a, b) => a.first - b.first || a.length - b.length);
}
