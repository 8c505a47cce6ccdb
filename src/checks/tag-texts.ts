import { isTagText } from '../core/addresses/address-list';
import { locationOfTagRegion } from '../core/azure-facts/region-codes';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { isUnstated } from '../core/unstated-region';

/** Lowercase tags without a published list of addresses (service tags overview, 2023-01-26). */
const everyCloud: readonly string[] = [
  'any',
  'internet',
  'virtualnetwork',
  'azureloadbalancer',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
];

/** True for a tag that every cloud has and that isn't in a list of addresses. */
export function isTagOfEveryCloud(tag: string): boolean {
  return everyCloud.includes(tag.toLowerCase());
}

/** Returns `Storage` and `WestEurope` for `Storage.WestEurope`; no region if the tag doesn't have one. */
export function tagParts(tag: string): { readonly base: string; readonly region: string | undefined } {
  const at = isUnstated(tag) ? tag.indexOf('.') : tag.lastIndexOf('.');
  return at < 0 ? { base: tag, region: undefined } : { base: tag.slice(0, at), region: tag.slice(at + 1) };
}

/** True for a tag that isn't in the list. If its region isn't stated, only the tag before it counts. */
export function isUnlistedTag(text: string, tags: TagCatalog): boolean {
  const tag = isUnstated(text) ? tagParts(text).base : text;
  return isTagText(text) && !isTagOfEveryCloud(tag) && tags.spelling(tag) === undefined;
}

/** Returns the regions of a cloud. Microsoft's test regions don't have Batch. */
export function regionsIn({ names }: TagCatalog): readonly string[] {
  return names
    .filter((name) => name.startsWith('BatchNodeManagement.'))
    .map((name) => locationOfTagRegion(tagParts(name).region ?? ''));
}
