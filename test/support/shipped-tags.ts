import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Cloud } from '../../src/core/network/model';
import type { TagCatalog } from '../../src/core/tags/tag-catalog';
import { tagCatalogOf, type TagSnapshot } from '../../src/core/tags/tag-snapshot';

const kept = new Map<Cloud, TagCatalog>();

/** Returns the shipped list of service tags for a cloud. */
export function shippedTags(cloud: Cloud): TagCatalog {
  const before = kept.get(cloud);
  if (before) return before;
  const made = tagCatalogOf(shippedTagFile(cloud));
  kept.set(cloud, made);
  return made;
}

const files = new Map<Cloud, TagSnapshot>();

/** Returns the same list in its shipped form, parsed once. */
export function shippedTagFile(cloud: Cloud): TagSnapshot {
  const packed = (): Buffer =>
    readFileSync(new URL(`../../data/service-tags.${cloud}.json.gz`, import.meta.url));
  const file = files.get(cloud) ?? (JSON.parse(gunzipSync(packed()).toString()) as TagSnapshot);
  files.set(cloud, file);
  return file;
}
