import { rangesOf, setOfRanges, type IntervalSet } from './interval-set';
import { formatPrefix, parseAddressSpec, type AddressRange, type Prefix } from './prefix';

/** Returns the addresses in `texts`. `unread` has the texts that aren't an IPv4 or IPv6 address, prefix, or range. */
export function parseAddressSet(texts: readonly string[]): {
  readonly set: IntervalSet;
  readonly unread: readonly string[];
} {
  const ranges: AddressRange[] = [];
  const unread: string[] = [];
  for (const text of texts) {
    const spec = parseAddressSpec(text.trim());
    if (!spec) unread.push(text);
    else if (spec.family === 4) ranges.push(spec);
  }
  return { set: setOfRanges(ranges), unread };
}

/** Returns the smallest list of prefixes that covers exactly the set, in order. */
export function toPrefixes(set: IntervalSet): Prefix[] {
  return rangesOf(set).flatMap(prefixesOf);
}

/** Formats the set for display, as prefixes such as `10.0.0.0/24`. */
export function formatAddressSet(set: IntervalSet): string[] {
  return toPrefixes(set).map(formatPrefix);
}

function prefixesOf({ first, last }: AddressRange): Prefix[] {
  const prefixes: Prefix[] = [];
  let from = first;
  while (from <= last) {
    let size = from === 0 ? 2 ** 32 : lowestBit(from);
    while (from + size - 1 > last) size /= 2;
    prefixes.push({ first: from, last: from + size - 1, length: 32 - Math.log2(size) });
    from += size;
  }
  return prefixes;
}

function lowestBit(value: number): number {
  return (value & -value) >>> 0;
}
