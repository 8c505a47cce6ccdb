import { parseAddressSpec } from '../../addresses/prefix';

/** A service tag has a name, and perhaps a region: `Storage.WestEurope`. */
const tagLike = /^[a-z0-9]+(\.[a-z0-9]+)*$/i;

/**
 * False of a text in the addresses of a firewall's rule that is no address, no range, and no name that a service tag could
 * have, such as the ID of a tag: no packet matches it (AzureTRE issue 4151, 2025-01-03).
 */
export function canMatch(text: string): boolean {
  const value = text.trim();
  return value === '*' || value.includes('‹') || tagLike.test(value) || parseAddressSpec(value) !== undefined;
}
