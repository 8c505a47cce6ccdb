import { equals, setOfRanges, type IntervalSet } from '../addresses/interval-set';
import { parsePrefix, type Prefix } from '../addresses/prefix';
import { tagRegionOf } from '../azure-facts/region-codes';
import type { Cloud } from '../network/model';
import { reason, type Reason } from '../reason';
import { isUnstated } from '../unstated-region';

/** The service tags of a cloud at a point in time. Names are compared ignoring case, as in Azure. */
export interface TagCatalog {
  readonly cloud: Cloud;
  /** ISO date or time of the list. */
  readonly date: string;
  readonly changeNumber: string;
  /** Whether the list is more than 60 days old, so that prefixes may have changed since. */
  readonly isOld?: true;
  /** Locations that are assumed for regions that files don't state (see `bindRegions`). */
  readonly regions?: ReadonlyMap<string, string>;
  /** All tags as Microsoft spells them. */
  readonly names: readonly string[];
  /** Returns the IPv4 addresses of a tag: the same array each time, and for tags with the same addresses. */
  lookup(tag: string): IntervalSet | undefined;
  /** Returns the IPv4 prefixes as published, in order, because routes depend on their length. */
  prefixes(tag: string): readonly Prefix[] | undefined;
  /** Returns the tag as Microsoft spells it. */
  spelling(tag: string): string | undefined;
}

/** Returns the day of the list, without a time; its number if its day isn't known. */
export function dayOf({ date, changeNumber }: Pick<TagCatalog, 'date' | 'changeNumber'>): string {
  return date.slice(0, 10) || changeNumber;
}

/**
 * Returns why the meaning of a name in a rule or route isn't known: a tag that isn't in the list, or an invalid
 * address.
 */
export function notInList(named: string, tags: Pick<TagCatalog, 'date' | 'changeNumber'>): Reason {
  if (isUnstated(named)) return reason('unknown.tagRegion', { tag: named });
  return /^[a-z]/i.test(named)
    ? reason('unknown.tag', { tag: named, date: dayOf(tags) })
    : reason('unknown.address', { address: named });
}

/** Source of a catalog: for every tag, a function that reads its prefixes on first use. */
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

/** Creates a catalog that reads a tag's prefixes on first use. */
export function createTagCatalog({ cloud, date, changeNumber, tags }: TagSource): TagCatalog {
  const spellings = new Map([...tags.keys()].map((name) => [name.toLowerCase(), name]));
  const opened = new Map<string, OpenTag>();
  const interned = new Map<number, readonly IntervalSet[]>();

  function open(tag: string): OpenTag | undefined {
    const name = spellings.get(tag.toLowerCase());
    if (name === undefined) return undefined;
    const before = opened.get(name);
    if (before) return before;
    const prefixes = tags.get(name)?.() ?? [];
    const openTag = { prefixes, set: intern(setOfRanges(prefixes)) };
    opened.set(name, openTag);
    return openTag;
  }

  function intern(set: IntervalSet): IntervalSet {
    const key = hashOf(set);
    const others = interned.get(key) ?? [];
    const same = others.find((one) => equals(one, set));
    if (same) return same;
    interned.set(key, [...others, set]);
    return set;
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

/** Returns a number that is the same for equal sets. */
function hashOf(set: IntervalSet): number {
  let hash = set.length;
  for (const bound of set) hash = Math.imul(hash ^ bound, 0x01000193);
  return hash;
}

/**
 * Returns `Storage.WestEurope` for Storage and `westeurope`; undefined if the list doesn't have such a regional tag.
 */
export function regionalTag(tags: TagCatalog, tag: string, location: string): string | undefined {
  return tags.spelling(`${tag}.${tagRegionOf(tag, location)}`);
}

/** Prefixes per tag from Azure's live list. */
export interface LiveTags {
  readonly changeNumber: string;
  /** Time of the response in ISO format. */
  readonly readAt: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Requirements for the live list: for some callers and some regions, Azure returns only a part of it or nothing. */
export interface TagQuery {
  /** Tags that are required if the shipped list contains them. */
  readonly needed: readonly string[];
  /** The region whose regional tags are also required. */
  readonly location: string;
}

/** Returns the live list as a catalog; undefined where required tags are missing, because checks would use empty sets. */
export function liveTagCatalog(
  live: LiveTags,
  shipped: TagCatalog,
  tagQuery: TagQuery,
): TagCatalog | undefined {
  const listed = new Map(Object.entries(live.tags).map(([name, texts]) => [name.toLowerCase(), texts]));
  const isListed = (tag: string): boolean => (listed.get(tag.toLowerCase())?.length ?? 0) > 0;
  if (!tagsOf(shipped, tagQuery).every(isListed)) return undefined;
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

/** Returns the IPv4 prefixes in `texts`, sorted by first address, shorter first. */
export function readPrefixes(texts: readonly string[]): Prefix[] {
  return texts
    .map(parsePrefix)
    .filter((prefix) => prefix !== undefined)
    .sort((a, b) => a.first - b.first || a.length - b.length);
}
