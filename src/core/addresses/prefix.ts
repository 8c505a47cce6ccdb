import { decimal, formatIpv4, parseIpv4, scanIpv4 } from './ipv4';
import { isIpv6 } from './ipv6';

/** Consecutive IPv4 addresses, both ends included. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 prefix; `length` is 0 to 32. */
export interface Prefix extends AddressRange {
  readonly length: number;
}

/** What an address text of a rule or route means: IPv4 addresses, or IPv6 ones, which match no IPv4 packet. */
export type AddressSpec = ({ readonly family: 4 } & AddressRange) | { readonly family: 6 };

/**
 * Reads `10.0.0.0/24` or a single address. Host bits below the prefix are cut off, as Azure does;
 * `/33`, leading zeros and IPv6 are undefined.
 */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const address = scanIpv4(text, 0, end);
  const length = slash < 0 ? 32 : decimal(text, slash + 1, text.length);
  if (address < 0 || length < 0 || length > 32) return undefined;
  const size = 2 ** (32 - length);
  const first = address - (address % size);
  return { first, last: first + size - 1, length };
}

/** Reads a prefix, an address or a range `10.0.0.4-10.0.0.9`, as augmented rules hold them; else undefined. */
export function parseAddressSpec(text: string): AddressSpec | undefined {
  const dash = text.indexOf('-');
  if (dash >= 0) return parseRange(text.slice(0, dash), text.slice(dash + 1));
  const prefix = parsePrefix(text);
  if (prefix) return { family: 4, first: prefix.first, last: prefix.last };
  return isIpv6(text) ? { family: 6 } : undefined;
}

/** `10.0.0.0/24` of a prefix; the length is written always. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatIpv4(prefix.first)}/${prefix.length}`;
}

/** True where the text is a prefix whose host bits are zero, as Azure wants it in address spaces. */
export function isExactPrefix(text: string): boolean {
  const slash = text.indexOf('/');
  return slash >= 0 && scanIpv4(text, 0, slash) === parsePrefix(text)?.first;
}

function parseRange(from: string, to: string): AddressSpec | undefined {
  const first = parseIpv4(from.trim());
  const last = parseIpv4(to.trim());
  if (first !== undefined && last !== undefined) {
    return first <= last ? { family: 4, first, last } : undefined;
  }
  return isIpv6(from.trim()) && isIpv6(to.trim()) ? { family: 6 } : undefined;
}
