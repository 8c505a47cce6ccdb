import { parseAddressSpec } from '../core/addresses/prefix';
import { locationOfTagRegion } from '../core/azure-facts/region-codes';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { isUnstated } from '../core/unstated-region';

/** True for what is no address. Only what begins with a letter need be read: the rest of a long list is addresses. */
export function isTagText(text: string): boolean {
  return /^[A-Za-z]/.test(text) && parseAddressSpec(text) === undefined;
}

const tagsOfList = new WeakMap<readonly string[], readonly string[]>();

/** The tags among the texts of a list. Lists never change, and each check reads those of every rule. */
export function tagTextsOf(list: readonly string[]): readonly string[] {
  const tags = tagsOfList.get(list) ?? list.filter(isTagText);
  tagsOfList.set(list, tags);
  return tags;
}

/** Tags without a published list of addresses, lower case (service tags overview, 2023-01-26). */
const everyCloud: readonly string[] = [
  'any',
  'internet',
  'virtualnetwork',
  'azureloadbalancer',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
];

/** True for a tag that every cloud has, and that no list of addresses holds. */
export function isTagOfEveryCloud(tag: string): boolean {
  return everyCloud.includes(tag.toLowerCase());
}

/** `Storage` and `WestEurope` of `Storage.WestEurope`; no region where the tag names none. */
export function tagParts(tag: string): { readonly base: string; readonly region: string | undefined } {
  const at = isUnstated(tag) ? tag.indexOf('.') : tag.lastIndexOf('.');
  return at < 0 ? { base: tag, region: undefined } : { base: tag.slice(0, at), region: tag.slice(at + 1) };
}

/** True for a tag that the list lacks. Of a region that isn't stated, only the tag before it counts. */
export function isUnlistedTag(text: string, tags: TagCatalog): boolean {
  const tag = isUnstated(text) ? tagParts(text).base : text;
  return isTagText(text) && !isTagOfEveryCloud(tag) && tags.spelling(tag) === undefined;
}

/** Regions of a cloud. Those that Microsoft tries things out in have no Batch. */
export function regionsIn({ names }: TagCatalog): readonly string[] {
  return names
    .filter((name) => name.startsWith('BatchNodeManagement.'))
    .map((name) => locationOfTagRegion(tagParts(name).region ?? ''));
}
