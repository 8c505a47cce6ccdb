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
  const cached = nearestTags.get(tags) ?? boundedCache<{ readonly name: string | undefined }>(1000);
  nearestTags.set(tags, cached);
  return cached(tag, () => ({ name: findNearestTag(tag, tags) })).name;
}

/**
 * Cache by tag list, because files name the same few tags again after each change, and each is compared with thousands.
 */
const nearestTags = new WeakMap<
  TagCatalog,
  ReturnType<typeof boundedCache<{ readonly name: string | undefined }>>
>();

function findNearestTag(tag: string, tags: TagCatalog): string | undefined {
  if (isUnstated(tag)) return nearestOfRegion(tag, tags);
  const target = plain(tag);
  const scored = tags.names.flatMap((name) => {
    const cost = costOf(target, plain(name), tag, name);
    return cost === undefined ? [] : [{ name, cost }];
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

function costOf(target: string, name: string, ...[asWritten, listed]: [string, string]): number | undefined {
  if (target === name) return 0;
  if (name === `azure${target}` || `azure${name}` === target) return 1;
  const [a, b] = [tagParts(asWritten), tagParts(listed)];
  const sameBase = plain(a.base) === plain(b.base);
  if (sameBase && a.region !== undefined && b.region !== undefined && isTurned(a.region, b.region)) return 1;
  const most = Math.min(3, Math.floor(target.length / 4));
  const steps = spellingDistance(target, name, most);
  return steps === undefined ? undefined : steps + 1;
}

/** True for names such as `uswest` and `westus`: the same letters, with a part moved to the other end. */
function isTurned(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)];
  return one.length === other.length && `${one}${one}`.includes(other);
}
