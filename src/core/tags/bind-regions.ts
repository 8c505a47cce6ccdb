import { getOrCreate } from '../get-or-create';
import { isUnstated } from '../unstated-region';
import { regionalTag, type TagCatalog } from './tag-catalog';

/** ARM locations that are assumed for regions that files don't state, by the name from `unstatedRegion`. */
export type BoundRegions = ReadonlyMap<string, string>;

/** Cache by what is bound: data that is cached for a catalog is shared by all callers with the same bindings. */
const bound = new WeakMap<TagCatalog, Map<string, TagCatalog>>();

/** Returns the list in which `Storage.‹location›` is the tag of the region that is assumed for `‹location›`. */
export function bindRegions(tags: TagCatalog, regions: BoundRegions): TagCatalog {
  if (regions.size === 0) return tags;
  const all = getOrCreate(bound, tags, () => new Map<string, TagCatalog>());
  const key = JSON.stringify([...regions]);
  return getOrCreate(all, key, () => bindAll(tags, regions));
}

function bindAll(tags: TagCatalog, regions: BoundRegions): TagCatalog {
  const named = new Map([...regions].map(([name, location]) => [plain(name), { name, location }]));

  function intended(
    tag: string,
  ): { readonly base: string; readonly name: string; readonly tag: string } | null {
    const at = tag.indexOf('.');
    const found = named.get(plain(tag.slice(at + 1)));
    const base = at < 0 ? undefined : tags.spelling(tag.slice(0, at));
    const regional = base !== undefined && found ? regionalTag(tags, base, found.location) : undefined;
    return base === undefined || !found || regional === undefined
      ? null
      : { base, name: found.name, tag: regional };
  }

  const real = (tag: string): string => (isUnstated(tag) ? (intended(tag)?.tag ?? tag) : tag);
  return {
    ...tags,
    regions,
    lookup: (tag) => tags.lookup(real(tag)),
    prefixes: (tag) => tags.prefixes(real(tag)),
    spelling(tag) {
      if (!isUnstated(tag)) return tags.spelling(tag);
      const found = intended(tag);
      return found ? `${found.base}.${found.name}` : undefined;
    },
  };
}

/** Normalizes a name, because `regionalTag` writes regions in lowercase and without spaces. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
