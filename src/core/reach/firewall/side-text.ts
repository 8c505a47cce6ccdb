import { parseAddressSpec } from '../../addresses/prefix';

/** Pattern of a service tag: a name, and perhaps a region, `Storage.WestEurope`. */
const tagLike = /^[a-z0-9]+(\.[a-z0-9]+)*$/i;

/**
 * False for a text in a firewall rule's addresses that can't match any packet (AzureTRE issue 4151, 2025-01-03). It
 * isn't an address, a range, or a possible service tag name, such as the ID of a tag.
 */
export function canMatch(text: string): boolean {
  const value = text.trim();
  return value === '*' || value.includes('‹') || tagLike.test(value) || parseAddressSpec(value) !== undefined;
}
