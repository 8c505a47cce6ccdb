import { boundedCache } from '../../core/bounded-cache';
import { spellingDistance } from '../../core/spelling-distance';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { isUnstated } from '../../core/unstated-region';
import { tagParts } from '../tag-texts';

/**
 * Finds the tag in the list that a misspelled tag most likely means; undefined if none is close. Microsoft’s own pages
 * print names without `Azure` and with reversed regions (`Frontdoor.FirstParty`, `Keyvault.westeurope`,
 * `BatchNodeManagement.uswest`).
 */
export function nearestTag(tag: string, tags: TagCatalog): string | undefined {
  const cached = nearestTags.get(tags.names) ?? boundedCache<{ readonly name: string | undefined }>(1000);
  nearestTags.set(tags.names, cached);
  return cached(tag, () => ({ name: findNearestTag(tag, tags) })).name;
}

/**
 * Cache by the names, because files name the same few tags again after each change, and each is compared with thousands.
 * Catalogs for several regions have the same names.
 */
const nearestTags = new WeakMap<
  readonly string[],
  ReturnType<typeof boundedCache<{ readonly name: string | undefined }>>
>();

function findNearestTag(tag: string, tags: TagCatalog): string | undefined {
  if (isUnstated(tag)) return nearestOfRegion(tag, tags);
  const target = readName(tag);
  const scored = listedNames(tags.names).flatMap((listed) => {
    const cost = costOf(target, listed);
    return cost === undefined ? [] : [{ name: listed.name, cost }];
  });
  const [best] = scored.sort((a, b) => a.cost - b.cost || a.name.length - b.name.length);
  return best?.name;
}

function nearestOfRegion(tag: string, tags: TagCatalog): string | undefined {
  const { base, region = '' } = tagParts(tag);
  const near = nearestTag(base, tags);
  return near === undefined ? undefined : `${near}.${region}`;
}

/** Returns the letters, digits, and the dot before a region. */
function plain(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9.]/g, '');
}

/** A tag's name with its parts in comparable form. */
interface ReadName {
  readonly name: string;
  readonly plain: string;
  readonly base: string;
  readonly region: string | undefined;
}

function readName(name: string): ReadName {
  const { base, region } = tagParts(name);
  return {
    name,
    plain: plain(name),
    base: plain(base),
    region: region === undefined ? undefined : plain(region),
  };
}

const readLists = new WeakMap<readonly string[], readonly ReadName[]>();

function listedNames(names: readonly string[]): readonly ReadName[] {
  const read = readLists.get(names) ?? names.map(readName);
  readLists.set(names, read);
  return read;
}

function costOf(target: ReadName, { plain: name, base, region }: ReadName): number | undefined {
  if (target.plain === name) return 0;
  if (name === `azure${target.plain}` || `azure${name}` === target.plain) return 1;
  if (target.base === base && target.region !== undefined && region !== undefined) {
    if (isTurned(target.region, region)) return 1;
  }
  const most = Math.min(3, Math.floor(target.plain.length / 4));
  const steps = spellingDistance(target.plain, name, most);
  return steps === undefined ? undefined : steps + 1;
}

/** True for names such as `uswest` and `westus`: the same letters, with a part moved to the other end. */
function isTurned(one: string, other: string): boolean {
  return one.length === other.length && `${one}${one}`.includes(other);
}
