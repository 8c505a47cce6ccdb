import { decimal, formatIpv4, parseIpv4, scanIpv4 } from './ipv4';
import { isIpv6 } from './ipv6';

/** Consecutive IPv4 addresses, including both ends. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 prefix; `length` is 0 to 32. */
export interface Prefix extends AddressRange {
  readonly length: number;
}

/** Meaning of an address text in a rule or route: IPv4 addresses, or IPv6 addresses, which don't match IPv4 packets. */
export type AddressSpec = ({ readonly family: 4 } & AddressRange) | { readonly family: 6 };

/**
 * Parses `10.0.0.0/24` or a single address. Host bits below the prefix are cleared, as in Azure. `/33`, leading zeros,
 * and IPv6 return undefined.
 */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const address = scanIpv4(text, end);
  const length = slash < 0 ? 32 : decimal(text, slash + 1, text.length);
  if (address < 0 || length < 0 || length > 32) return undefined;
  // A shift by 32 is a shift by 0 in JavaScript.
  const hosts = length === 0 ? 0xffffffff : ~(-1 << (32 - length));
  const first = (address & ~hosts) >>> 0;
  return { first, last: (first | hosts) >>> 0, length };
}

/** Parses a prefix, an address, or a range `10.0.0.4-10.0.0.9`, as in augmented rules; otherwise undefined. */
export function parseAddressSpec(text: string): AddressSpec | undefined {
  const dash = text.indexOf('-');
  if (dash >= 0) return parseRange(text.slice(0, dash), text.slice(dash + 1));
  const prefix = parsePrefix(text);
  if (prefix) return { family: 4, first: prefix.first, last: prefix.last };
  return isIpv6(text) ? { family: 6 } : undefined;
}

/** Formats a prefix, such as `10.0.0.0/24`, always with its length. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatIpv4(prefix.first)}/${prefix.length}`;
}

/** True if the text is a prefix whose host bits are zero, as Azure requires in address spaces. */
export function isExactPrefix(text: string): boolean {
  const slash = text.indexOf('/');
  return slash >= 0 && scanIpv4(text, slash) === parsePrefix(text)?.first;
}

function parseRange(from: string, to: string): AddressSpec | undefined {
  const first = parseIpv4(from.trim());
  const last = parseIpv4(to.trim());
  if (first !== undefined && last !== undefined) {
    return first <= last ? { family: 4, first, last } : undefined;
  }
  return isIpv6(from.trim()) && isIpv6(to.trim()) ? { family: 6 } : undefined;
}
